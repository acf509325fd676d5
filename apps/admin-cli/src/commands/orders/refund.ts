import { formatMoney } from "@cartwright/core/kernel/money";
import { RefundOrderInput } from "@cartwright/core/orders/schemas";
import { Command } from "commander";
import { openSession, type Cli } from "../../cli.ts";
import { confirmOrStop } from "../../confirm.ts";
import { checkInput, UsageError } from "../../errors.ts";
import { addExamples } from "../../help.ts";
import { collect, parsePrice } from "../../options.ts";
import { onceByKey } from "../../retry.ts";
import { lineHelp, readLine, unitWords } from "./lines.ts";
import { orderHelp, printOrder } from "./order.ts";

interface Options {
  reason: string;
  amount?: string;
  line?: string[];
  idempotencyKey?: string;
  dryRun?: boolean;
  yes?: boolean;
}

export function refundCommand(cli: Cli): Command {
  const command = new Command("refund")
    .description("give money back: an amount, or what units are worth that have left")
    .argument("<order>", orderHelp)
    .requiredOption("--reason <text>", "why; it is kept in the order's story")
    .option("--amount <price>", "how much, such as 12.90")
    .option("--line <sku=quantity>", lineHelp, collect)
    .option("--idempotency-key <key>", "repeat an earlier call without a second effect")
    .option("--dry-run", "show what would be given back")
    .option("-y, --yes", "do not ask")
    .action(async (order: string, { reason, amount, line, idempotencyKey, dryRun, yes }: Options, command: Command) => {
      if ((amount === undefined) === (line === undefined)) throw new UsageError("Give either an amount (--amount) or lines (--line).");
      const { api, out } = await openSession(cli, command);
      const found = await api.orders.get.query({ order });
      const { currency } = found.totals.total;
      const amountMinor = amount === undefined ? undefined : parsePrice(amount, currency, "--amount");
      const lines = line?.map((text) => readLine(found, text));
      const input = checkInput(RefundOrderInput, { order, amountMinor, lines, reason, idempotencyKey });
      const money = lines ? `what ${unitWords(found, lines, () => 0).join(", ")} are worth` : formatMoney({ amountMinor: amountMinor ?? 0, currency });
      const what = `${money} of order ${found.number} of ${found.email}`;
      if (dryRun) return out.say(`Would give back ${what}.`);
      await confirmOrStop(cli, `Give back ${what}?`, yes);
      const refunded = await onceByKey(cli.signal, idempotencyKey, (key) => api.orders.refund.mutate({ ...input, idempotencyKey: key }));
      if (!out.isJson) out.say(`Order ${refunded.number} is ${refunded.paymentStatus.replaceAll("_", " ")}.`);
      printOrder(out, refunded);
    });
  return addExamples(command, [
    'orders refund 1001 --amount 12.90 --reason "came late"',
    'orders refund 1001 --line MUG=1 --reason "never arrived" --yes',
    'orders refund 1001 --amount 5 --reason "scratched" --dry-run',
  ]);
}
