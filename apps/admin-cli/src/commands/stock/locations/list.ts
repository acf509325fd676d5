import { Command } from "commander";
import { openSession, type Cli } from "../../../cli.ts";
import { addExamples } from "../../../help.ts";
import { locationColumns } from "./location.ts";

export function listCommand(cli: Cli): Command {
  const command = new Command("list")
    .description("the places that hold stock, in the order in which they serve")
    .action(async (_: object, command: Command) => {
      const { api, out } = await openSession(cli, command);
      const items = await api.inventory.listLocations.query();
      if (out.isJson) return out.json(items);
      out.list({ columns: locationColumns, items, empty: "There is no location yet. Make one with: cartwright stock locations create" });
    });
  return addExamples(command, ["stock locations list", "stock locations list | cut -f1", "stock locations list --json"]);
}
