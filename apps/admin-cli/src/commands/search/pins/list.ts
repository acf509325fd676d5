import { Command } from "commander";
import { openSession, type Cli } from "../../../cli.ts";
import { addExamples } from "../../../help.ts";
import { pinColumns } from "./pin.ts";

export function listCommand(cli: Cli): Command {
  const command = new Command("list")
    .description("pinned and hidden products by query; what is not active is not shown whatever its pin says")
    .action(async (_: object, command: Command) => {
      const { api, out } = await openSession(cli, command);
      const items = await api.search.listPins.query();
      if (out.isJson) return out.json(items);
      out.list({ columns: pinColumns, items, empty: "Nothing is pinned or hidden." });
    });
  return addExamples(command, ["search pins list", "search pins list --json"]);
}
