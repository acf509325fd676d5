import { CancelPaymentInput } from "@cartwright/core/orders/schemas";
import { Command } from "commander";
import { openSession, type Cli } from "../../cli.ts";
import { confirmOrStop } from "../../confirm.ts";
import { checkInput } from "../../errors.ts";
import { addExamples } from "../../help.ts";
import { onceByKey } from "../../retry.ts";
import { orderHelp } from "./order.ts";
import { findPayment, paymentHelp, paymentWords, printPayments } from "./order-payments.ts";

interface Options {
  reason?: string;
  idempotencyKey?: string;
  dryRun?: boolean;
  yes?: boolean;
}

export function voidCommand(cli: Cli): Command {
  const command = new Command("void")
    .description("give up a pending payment: what it stood for is open again")
    .argument("<order>", orderHelp)
    .argument("[payment]", paymentHelp)
    .option("--reason <text>", "why; it is kept in the order's story")
    .option("--idempotency-key <key>", "repeat an earlier call without a second effect")
    .option("--dry-run", "show what would be given up")
    .option("-y, --yes", "do not ask")
    .action(async (order: string, id: string | undefined, { reason, idempotencyKey, dryRun, yes }: Options, command: Command) => {
      const { api, out } = await openSession(cli, command);
      const found = await api.orders.get.query({ order });
      const payment = findPayment(found, id);
      const input = checkInput(CancelPaymentInput, { order, paymentId: payment.id, reason, idempotencyKey });
      const what = `${paymentWords(payment)} of order ${found.number}`;
      if (dryRun) return out.say(`Would give up ${what}.`);
      await confirmOrStop(cli, `Give up ${what}?`, yes);
      const left = await onceByKey(cli.signal, idempotencyKey, (key) => api.orders.cancelPayment.mutate({ ...input, idempotencyKey: key }));
      if (!out.isJson) out.say(`Given up: ${what}.`);
      printPayments(out, left);
    });
  return addExamples(command, ['orders void 1001 --reason "pays by transfer" --yes', "orders void 1001 pay_01hx4q", "orders void 1001 --dry-run"]);
}
