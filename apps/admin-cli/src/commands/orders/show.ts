import { Command } from "commander";
import { openSession, type Cli } from "../../cli.ts";
import { addExamples } from "../../help.ts";
import { orderHelp, printEvents, printOrder } from "./order.ts";

export function showCommand(cli: Cli): Command {
  const command = new Command("show")
    .description("one order with its lines, parcels and story")
    .argument("<order>", orderHelp)
    .action(async (order: string, _: object, command: Command) => {
      const { api, out } = await openSession(cli, command);
      const found = await api.orders.get.query({ order });
      printOrder(out, found);
      printEvents(out, found);
    });
  return addExamples(command, ["orders show 1001", "orders show 1001 --json"]);
}
