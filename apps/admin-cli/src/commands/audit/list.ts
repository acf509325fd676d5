import { ListAuditInput } from "@cartwright/core/audit/schemas";
import { Command, InvalidArgumentError } from "commander";
import { openSession, type Cli } from "../../cli.ts";
import type { Outputs } from "../../client.ts";
import { checkInput } from "../../errors.ts";
import { addExamples } from "../../help.ts";
import type { Output } from "../../output/output.ts";
import type { Column } from "../../output/table.ts";
import { addPageOptions, readPages, sayMore, type PageOptions } from "../../pages.ts";

type Entry = Outputs["audit"]["list"]["items"][number];

interface Options extends PageOptions {
  actor?: string;
  subject?: string;
  action?: string;
  since?: string;
  until?: string;
}

export function listCommand(cli: Cli): Command {
  const command = new Command("list")
    .description("the audit log, the last act first")
    .option("--actor <actor>", "only what they did, such as staff:acc_… or system:sweeper")
    .option("--subject <id>", "only what was done to it, such as an order's id")
    .option("--action <act>", "only such acts, such as product.update, or product. for all that is done to products")
    .option("--since <time>", "from this moment on, such as 2026-04-30 or 2026-04-30T09:00:00Z", parseMoment)
    .option("--until <time>", "up to this moment", parseMoment)
    .action(async ({ actor, subject, action, since, until, ...pageOptions }: Options, command: Command) => {
      const { api, out } = await openSession(cli, command);
      const { limit: _, cursor: __, ...filters } = checkInput(ListAuditInput, { actor, subject, action, since, until });
      const page = await readPages((page) => api.audit.list.query({ ...filters, ...page }), pageOptions);
      if (out.isJson) return out.json(page);
      out.list({ columns: columnsOf(out), items: page.items, empty: "Nothing was done." });
      sayMore(out, page, "acts");
    });
  return addExamples(addPageOptions(command), [
    "audit list",
    "audit list --subject ord_01kbkw5y1m3v5n2q8r7t9w0xyz",
    "audit list --action staff. --since 2026-04-01 --all",
    "audit list --actor staff:acc_01kbkw5y1m3v5n2q8r7t9w0xyz --json",
  ]);
}

const columnsOf = (out: Output): readonly Column<Entry>[] => [
  { heading: "When", text: ({ at }) => out.time(at) },
  { heading: "Who", text: ({ actor }) => actor },
  { heading: "What", text: ({ action }) => action },
  { heading: "To", text: ({ subject }) => subject },
  { heading: "From", text: ({ address }) => address ?? "" },
  { heading: "After", text: ({ after }) => (after === null ? "" : JSON.stringify(after)), isFlexible: true },
];

/** A day begins in the time zone of the machine. */
function parseMoment(text: string): string {
  const at = new Date(/^\d{4}-\d{2}-\d{2}$/.test(text) ? `${text}T00:00:00` : text);
  if (!/^\d{4}-/.test(text) || Number.isNaN(at.getTime())) throw new InvalidArgumentError("Give a time, such as 2026-04-30 or 2026-04-30T09:00:00Z.");
  return at.toISOString();
}
