import { AddPaymentInput } from "@cartwright/core/orders/schemas";
import { paperMethods, type PaperMethod } from "@cartwright/core/payments/schemas";
import { Command, Option } from "commander";
import { openSession, type Cli } from "../../cli.ts";
import { checkInput } from "../../errors.ts";
import { addExamples } from "../../help.ts";
import { parsePrice } from "../../options.ts";
import { onceByKey } from "../../retry.ts";
import { orderHelp } from "./order.ts";
import { paymentWords, printPayments } from "./order-payments.ts";

interface Options {
  method: PaperMethod;
  amount: string;
  idempotencyKey?: string;
  dryRun?: boolean;
}

export function payCommand(cli: Cli): Command {
  const command = new Command("pay")
    .description("note another promise to pay for a confirmed order, such as a transfer instead of cash")
    .argument("<order>", orderHelp)
    .addOption(new Option("--method <method>", "how the money will come").choices(paperMethods).makeOptionMandatory())
    .requiredOption("--amount <price>", "how much, such as 12.90: no more than is still open")
    .option("--idempotency-key <key>", "repeat an earlier call without a second effect")
    .option("--dry-run", "show what would be noted")
    .action(async (order: string, { method, amount, idempotencyKey, dryRun }: Options, command: Command) => {
      const { api, out } = await openSession(cli, command);
      const found = await api.orders.get.query({ order });
      const { currency } = found.totals.total;
      const amountMinor = parsePrice(amount, currency, "--amount");
      const input = checkInput(AddPaymentInput, { order, method, amountMinor, idempotencyKey });
      const what = paymentWords({ method, amount: { amountMinor, currency } });
      if (dryRun) return out.say(`Would note ${what} for order ${found.number}.`);
      const paid = await onceByKey(cli.signal, idempotencyKey, (key) => api.orders.addPayment.mutate({ ...input, idempotencyKey: key }));
      if (!out.isJson) out.say(`Noted ${what} for order ${paid.number}.`);
      printPayments(out, paid);
    });
  return addExamples(command, [
    "orders pay 1001 --method bank_transfer --amount 12.90",
    "orders pay 1001 --method cash_on_delivery --amount 5 --dry-run",
  ]);
}
