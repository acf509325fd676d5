import { Command } from "commander";
import { openSession, type Cli } from "../../../cli.ts";
import { addExamples } from "../../../help.ts";
import { redirectColumns } from "./redirect.ts";

export function listCommand(cli: Cli): Command {
  const command = new Command("list")
    .description("queries that open a page instead of a list")
    .action(async (_: object, command: Command) => {
      const { api, out } = await openSession(cli, command);
      const items = await api.search.listRedirects.query();
      if (out.isJson) return out.json(items);
      out.list({ columns: redirectColumns, items, empty: "No query opens a page." });
    });
  return addExamples(command, ["search redirects list", "search redirects list --json"]);
}
