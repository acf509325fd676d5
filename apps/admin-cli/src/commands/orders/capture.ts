import { CapturePaymentInput } from "@cartwright/core/orders/schemas";
import { Command } from "commander";
import { openSession, type Cli } from "../../cli.ts";
import { checkInput } from "../../errors.ts";
import { addExamples } from "../../help.ts";
import { parsePrice } from "../../options.ts";
import { onceByKey } from "../../retry.ts";
import { orderHelp } from "./order.ts";
import { findPayment, paymentHelp, paymentWords, printPayments } from "./order-payments.ts";

interface Options {
  amount?: string;
  idempotencyKey?: string;
  dryRun?: boolean;
}

export function captureCommand(cli: Cli): Command {
  const command = new Command("capture")
    .description("record that the money of a pending payment has come, all of it")
    .argument("<order>", orderHelp)
    .argument("[payment]", paymentHelp)
    .option("--amount <price>", "what came, to be held against what was promised")
    .option("--idempotency-key <key>", "repeat an earlier call without a second effect")
    .option("--dry-run", "show what would be recorded")
    .action(async (order: string, id: string | undefined, { amount, idempotencyKey, dryRun }: Options, command: Command) => {
      const { api, out } = await openSession(cli, command);
      const found = await api.orders.get.query({ order });
      const payment = findPayment(found, id);
      const amountMinor = amount === undefined ? undefined : parsePrice(amount, payment.amount.currency, "--amount");
      const input = checkInput(CapturePaymentInput, { order, paymentId: payment.id, amountMinor, idempotencyKey });
      const what = `${paymentWords(payment)} of order ${found.number}`;
      if (dryRun) return out.say(`Would record as paid: ${what}.`);
      const paid = await onceByKey(cli.signal, idempotencyKey, (key) => api.orders.capturePayment.mutate({ ...input, idempotencyKey: key }));
      if (!out.isJson) out.say(`Paid: ${what}. The order is ${paid.paymentStatus.replaceAll("_", " ")}.`);
      printPayments(out, paid);
    });
  return addExamples(command, ["orders capture 1001", "orders capture 1001 pay_01hx4q --amount 12.90", "orders capture 1001 --dry-run"], [
    "If another amount came: void the payment, and note what came with orders pay and orders capture.",
  ]);
}
