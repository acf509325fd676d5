import { formatMoney } from "@cartwright/core/kernel/money";
import { CancelOrderInput } from "@cartwright/core/orders/schemas";
import { Command } from "commander";
import { openSession, type Cli } from "../../cli.ts";
import { confirmOrStop } from "../../confirm.ts";
import { checkInput } from "../../errors.ts";
import { addExamples } from "../../help.ts";
import { orderHelp, printOrder } from "./order.ts";

interface Options {
  reason: string;
  dryRun?: boolean;
  yes?: boolean;
}

export function cancelCommand(cli: Cli): Command {
  const command = new Command("cancel")
    .description("cancel what has not been shipped: stock goes back, money goes back")
    .argument("<order>", orderHelp)
    .requiredOption("--reason <text>", "why; it is kept in the order's story")
    .option("--dry-run", "show what would be cancelled")
    .option("-y, --yes", "do not ask")
    .action(async (order: string, { reason, dryRun, yes }: Options, command: Command) => {
      const { api, out } = await openSession(cli, command);
      const input = checkInput(CancelOrderInput, { order, reason });
      const found = await api.orders.get.query({ order });
      const what = `order ${found.number} of ${found.email} over ${formatMoney(found.totals.total)} (${found.status})`;
      if (dryRun) return out.say(`Would cancel ${what}.`);
      await confirmOrStop(cli, `Cancel ${what}?`, yes);
      const cancelled = await api.orders.cancel.mutate(input);
      if (!out.isJson) out.say(`Order ${cancelled.number} is ${cancelled.status}.`);
      printOrder(out, cancelled);
    });
  return addExamples(command, [
    'orders cancel 1001 --reason "the customer changed their mind"',
    'orders cancel 1001 --reason "out of stock" --yes',
    'orders cancel 1001 --reason "out of stock" --dry-run',
  ]);
}
