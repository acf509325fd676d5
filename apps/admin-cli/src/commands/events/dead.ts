import { Command } from "commander";
import { openSession, type Cli } from "../../cli.ts";
import { addExamples } from "../../help.ts";
import { addPageOptions, readPages, sayMore, type PageOptions } from "../../pages.ts";
import { eventColumns } from "./event.ts";

interface Options extends PageOptions {
  type?: string;
}

export function deadCommand(cli: Cli): Command {
  const command = new Command("dead")
    .description("events that failed too often, with what they failed on: each holds back what comes after it")
    .option("--type <type>", "only these, such as refund.started")
    .action(async ({ type, ...pageOptions }: Options, command: Command) => {
      const { api, out } = await openSession(cli, command);
      const page = await readPages((page) => api.events.list.query({ ...page, status: "dead", type }), pageOptions);
      if (out.isJson) return out.json(page);
      const columns = eventColumns(out).filter(({ heading }) => heading !== "Status");
      out.list({ columns, items: page.items, empty: "No event is dead." });
      sayMore(out, page, "events");
    });
  return addExamples(addPageOptions(command), ["events dead", "events dead --all --json", "events dead | cut -f1 | xargs -n1 cartwright events retry"]);
}
