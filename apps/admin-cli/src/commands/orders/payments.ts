import { Command } from "commander";
import { openSession, type Cli } from "../../cli.ts";
import { addExamples } from "../../help.ts";
import { orderHelp } from "./order.ts";
import { printPayments } from "./order-payments.ts";

export function paymentsCommand(cli: Cli): Command {
  const command = new Command("payments")
    .description("an order's payments, each with its own state")
    .argument("<order>", orderHelp)
    .action(async (order: string, _: object, command: Command) => {
      const { api, out } = await openSession(cli, command);
      printPayments(out, await api.orders.get.query({ order }));
    });
  return addExamples(command, ["orders payments 1001", "orders payments 1001 --json"]);
}
