import { Command } from "commander";
import { openSession, type Cli } from "../../cli.ts";
import { addExamples } from "../../help.ts";
import { methodColumns } from "./method.ts";

export function listCommand(cli: Cli): Command {
  const command = new Command("list")
    .description("the ways to send, in the order that shoppers see")
    .action(async (_: object, command: Command) => {
      const { api, out } = await openSession(cli, command);
      const items = await api.shipping.list.query();
      if (out.isJson) return out.json(items);
      out.list({ columns: methodColumns, items, empty: "There is no way to send yet. Make one with: cartwright shipping create" });
    });
  return addExamples(command, ["shipping list", "shipping list | cut -f1", "shipping list --json"]);
}
