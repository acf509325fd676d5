import { ListEventsInput } from "@cartwright/core/events/schemas";
import { Command, Option } from "commander";
import { openSession, type Cli } from "../../cli.ts";
import { addExamples } from "../../help.ts";
import { addPageOptions, readPages, sayMore, type PageOptions } from "../../pages.ts";
import { eventColumns, type EventRow } from "./event.ts";

interface Options extends PageOptions {
  status?: EventRow["status"];
  type?: string;
  about?: string;
}

export function listCommand(cli: Cli): Command {
  const command = new Command("list")
    .description("events, newest first; those that are closed are there for 14 days")
    .addOption(new Option("--status <status>", "only these").choices(ListEventsInput.shape.status.unwrap().options))
    .option("--type <type>", "only these, such as refund.started")
    .option("--about <subject>", "only those about this, such as an order's id")
    .action(async ({ status, type, about, ...pageOptions }: Options, command: Command) => {
      const { api, out } = await openSession(cli, command);
      const page = await readPages((page) => api.events.list.query({ ...page, status, type, subject: about }), pageOptions);
      if (out.isJson) return out.json(page);
      out.list({ columns: eventColumns(out), items: page.items, empty: "No events." });
      sayMore(out, page, "events");
    });
  return addExamples(addPageOptions(command), ["events list", "events list --status waiting --all", "events list --type refund.started --json"]);
}
