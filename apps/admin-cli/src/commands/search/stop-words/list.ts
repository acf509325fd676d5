import { Command } from "commander";
import { openSession, type Cli } from "../../../cli.ts";
import { addExamples } from "../../../help.ts";

export function listCommand(cli: Cli): Command {
  const command = new Command("list")
    .description("words that searches leave out in this shop; and, the, for and their like are left out everywhere")
    .action(async (_: object, command: Command) => {
      const { api, out } = await openSession(cli, command);
      const items = await api.search.listStopWords.query();
      if (out.isJson) return out.json(items);
      const columns = [
        { heading: "Word", text: ({ word }: { word: string }) => word },
        { heading: "Added", text: ({ createdAt }: { createdAt: string }) => out.time(createdAt) },
      ];
      out.list({ columns, items, empty: "The shop has no stop words of its own." });
    });
  return addExamples(command, ["search stop-words list", "search stop-words list --json"]);
}
