import { Command } from "commander";
import { openSession, type Cli } from "../../../cli.ts";
import { addExamples } from "../../../help.ts";
import { synonymColumns } from "./synonyms.ts";

export function listCommand(cli: Cli): Command {
  const command = new Command("list")
    .description("the shop's synonyms, oldest first")
    .action(async (_: object, command: Command) => {
      const { api, out } = await openSession(cli, command);
      const items = await api.search.listSynonyms.query();
      if (out.isJson) return out.json(items);
      out.list({ columns: synonymColumns, items, empty: "There are no synonyms. Add some with: cartwright search synonyms add" });
    });
  return addExamples(command, ["search synonyms list", "search synonyms list --json"]);
}
