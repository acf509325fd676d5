import { formatMoney } from "@cartwright/core/kernel/money";
import { CancelOrderInput } from "@cartwright/core/orders/schemas";
import { Command } from "commander";
import { openSession, type Cli } from "../../cli.ts";
import { confirmOrStop } from "../../confirm.ts";
import { checkInput } from "../../errors.ts";
import { addExamples } from "../../help.ts";
import { collect } from "../../options.ts";
import { onceByKey } from "../../retry.ts";
import { lineHelp, readLine, unitsOpen, unitWords } from "./lines.ts";
import { orderHelp, printOrder } from "./order.ts";

interface Options {
  reason: string;
  line?: string[];
  idempotencyKey?: string;
  dryRun?: boolean;
  yes?: boolean;
}

export function cancelCommand(cli: Cli): Command {
  const command = new Command("cancel")
    .description("cancel what has not been shipped, or some of it: stock goes back, money goes back")
    .argument("<order>", orderHelp)
    .requiredOption("--reason <text>", "why; it is kept in the order's story")
    .option("--line <sku=quantity>", lineHelp, collect)
    .option("--idempotency-key <key>", "repeat an earlier call without a second effect")
    .option("--dry-run", "show what would be cancelled")
    .option("-y, --yes", "do not ask")
    .action(async (order: string, { reason, line, idempotencyKey, dryRun, yes }: Options, command: Command) => {
      const { api, out } = await openSession(cli, command);
      checkInput(CancelOrderInput, { order, reason, idempotencyKey });
      const found = await api.orders.get.query({ order });
      const lines = line?.map((text) => readLine(found, text));
      const input = checkInput(CancelOrderInput, { order, reason, lines, idempotencyKey });
      const whole = `order ${found.number} of ${found.email} over ${formatMoney(found.totals.total)} (${found.status})`;
      const what = lines ? `${unitWords(found, lines, unitsOpen).join(", ")} of ${whole}` : whole;
      if (dryRun) return out.say(`Would cancel ${what}.`);
      await confirmOrStop(cli, `Cancel ${what}?`, yes);
      const cancelled = await onceByKey(cli.signal, idempotencyKey, (key) => api.orders.cancel.mutate({ ...input, idempotencyKey: key }));
      if (!out.isJson) out.say(`Order ${cancelled.number} is ${cancelled.status}.`);
      printOrder(out, cancelled);
    });
  return addExamples(command, [
    'orders cancel 1001 --reason "the customer changed their mind"',
    'orders cancel 1001 --line SHIRT-M-BLUE=1 --reason "out of stock" --yes',
    'orders cancel 1001 --reason "out of stock" --dry-run',
  ]);
}
