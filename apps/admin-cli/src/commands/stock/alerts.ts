import { ListStockAlertsInput } from "@cartwright/core/inventory/schemas";
import { Command } from "commander";
import { openSession, type Cli } from "../../cli.ts";
import type { Outputs } from "../../client.ts";
import { checkInput } from "../../errors.ts";
import { addExamples } from "../../help.ts";
import type { Output } from "../../output/output.ts";
import type { Column } from "../../output/table.ts";
import { addPageOptions, readPages, sayMore, type PageOptions } from "../../pages.ts";
import { findVariantsById, variantName, type VariantRef } from "../../variants.ts";

type Alert = Outputs["inventory"]["listAlerts"]["items"][number] & { variant: VariantRef | null };

const columns = (out: Output): readonly Column<Alert>[] => [
  { heading: "Raised", text: ({ raisedAt }) => out.time(raisedAt) },
  { heading: "SKU", text: ({ variant, variantId }) => variant?.sku ?? variantId },
  { heading: "Name", text: ({ variant }) => (variant ? variantName(variant) : ""), isFlexible: true },
  { heading: "Location", text: ({ location }) => location.code },
  { heading: "Available", text: ({ available }) => available, isRight: true },
  { heading: "Low at", text: ({ threshold }) => threshold, isRight: true },
  { heading: "Cleared", text: ({ clearedAt }) => (clearedAt === null ? "" : out.time(clearedAt)) },
];

interface Options extends PageOptions {
  since?: string;
}

export function alertsCommand(cli: Cli): Command {
  const command = new Command("alerts")
    .description("what fell to its low-stock threshold and is low still, newest first")
    .option("--since <date>", "all that were raised since then, cleared ones too: 2026-05-01, or a time with its zone")
    .action(async ({ since, ...pages }: Options, command: Command) => {
      const session = await openSession(cli, command);
      const { api, out } = session;
      const from = since !== undefined && /^\d{4}-\d\d-\d\d$/.test(since) ? `${since}T00:00:00Z` : since;
      checkInput(ListStockAlertsInput, { since: from });
      const page = await readPages((page) => api.inventory.listAlerts.query({ ...page, since: from }), pages);
      const variants = await findVariantsById(session, page.items.map(({ variantId }) => variantId));
      const items = page.items.map((alert) => ({ ...alert, variant: variants.get(alert.variantId) ?? null }));
      if (out.isJson) return out.json({ ...page, items });
      out.list({ columns: columns(out), items, empty: since === undefined ? "Nothing has become low." : "Nothing has become low since then." });
      sayMore(out, page, "alerts");
    });
  return addExamples(addPageOptions(command), ["stock alerts", "stock alerts --since 2026-05-01 --all", "stock alerts --json"]);
}
