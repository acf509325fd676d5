import { Command } from "commander";
import { openSession, type Cli } from "../../cli.ts";
import type { Outputs } from "../../client.ts";
import { addExamples } from "../../help.ts";
import type { Output } from "../../output/output.ts";
import type { Column } from "../../output/table.ts";
import { addPageOptions, readPages, sayMore, type PageOptions } from "../../pages.ts";
import { findOneVariant, variantName } from "../../variants.ts";
import { handleHelp } from "./levels.ts";

type Movement = Outputs["inventory"]["listMovements"]["items"][number];

const columns = (out: Output): readonly Column<Movement>[] => [
  { heading: "When", text: ({ at }) => out.time(at) },
  { heading: "What", text: ({ kind }) => kind.replace("_", " ") },
  {
    heading: "Units",
    text: ({ quantity }) => (quantity > 0 ? `+${quantity}` : quantity),
    isRight: true,
    paint: (text, { quantity }, { green, red }) => (quantity > 0 ? green(text) : red(text)),
  },
  { heading: "Location", text: ({ locationCode }) => locationCode },
  { heading: "By", text: ({ actor }) => actor, isFlexible: true },
  { heading: "Reason", text: ({ reason }) => reason ?? "", isFlexible: true },
  { heading: "Reference", text: ({ reference }) => reference ?? "", isFlexible: true },
];

export function historyCommand(cli: Cli): Command {
  const command = new Command("history")
    .description("every movement of a variant's stock, newest first")
    .argument("<variant>", handleHelp)
    .action(async (handle: string, options: PageOptions, command: Command) => {
      const session = await openSession(cli, command);
      const { api, out } = session;
      const variant = await findOneVariant(session, handle);
      const page = await readPages((page) => api.inventory.listMovements.query({ ...page, variantId: variant.id }), options);
      if (out.isJson) return out.json({ variant, ...page });
      out.say(variantName(variant));
      out.list({ columns: columns(out), items: page.items, empty: "Its stock has never moved." });
      sayMore(out, page, "movements");
    });
  return addExamples(addPageOptions(command), ["stock history SHIRT-M-BLUE", "stock history SHIRT-M-BLUE --all --json"]);
}
