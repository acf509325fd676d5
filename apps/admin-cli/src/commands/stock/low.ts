import { Command } from "commander";
import { openSession, type Cli } from "../../cli.ts";
import { addExamples } from "../../help.ts";
import type { Column } from "../../output/table.ts";
import { addPageOptions, readPages, sayMore, type PageOptions } from "../../pages.ts";
import { findVariantsById, variantName, type VariantRef } from "../../variants.ts";
import { paintAvailable, type Level } from "./levels.ts";

interface LowLevel extends Level {
  variant: VariantRef | null;
}

const columns: readonly Column<LowLevel>[] = [
  { heading: "SKU", text: ({ variant, variantId }) => variant?.sku ?? variantId },
  { heading: "Name", text: ({ variant }) => (variant ? variantName(variant) : ""), isFlexible: true },
  { heading: "Location", text: ({ location }) => location.code },
  { heading: "Available", text: ({ available }) => available, isRight: true, paint: paintAvailable },
  { heading: "On hand", text: ({ onHand }) => onHand, isRight: true },
  { heading: "Low at", text: ({ lowStockThreshold }) => lowStockThreshold, isRight: true },
];

export function lowCommand(cli: Cli): Command {
  const command = new Command("low")
    .description("what is at or below its low-stock threshold, emptiest first")
    .action(async (options: PageOptions, command: Command) => {
      const session = await openSession(cli, command);
      const { api, out } = session;
      const page = await readPages((page) => api.inventory.listLowStock.query(page), options);
      const variants = await findVariantsById(session, page.items.map(({ variantId }) => variantId));
      const items = page.items.map((level) => ({ ...level, variant: variants.get(level.variantId) ?? null }));
      if (out.isJson) return out.json({ ...page, items });
      out.list({ columns, items, empty: "Nothing is low." });
      sayMore(out, page, "levels");
    });
  return addExamples(addPageOptions(command), ["stock low", "stock low --all | cut -f1", "stock low --json"]);
}
