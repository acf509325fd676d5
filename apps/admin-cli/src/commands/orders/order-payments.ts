import { formatMoney } from "@cartwright/core/kernel/money";
import { isOnPaper, PaymentMethod, paymentMethodLabels } from "@cartwright/core/payments/schemas";
import { CliError, exitCodes, UsageError } from "../../errors.ts";
import type { Output } from "../../output/output.ts";
import type { Order } from "./order.ts";

export type Payment = Order["payments"][number];

export const paymentHelp = "the payment's id (see orders payments); not needed when only one is pending";

/** The payment that is meant: by its id, or the only one that is pending. */
export function findPayment({ payments, number }: Order, id: string | undefined): Payment {
  if (id !== undefined) {
    const found = payments.find((payment) => payment.id === id);
    if (!found) throw new CliError(`Order ${number} has no payment "${id}".`, exitCodes.notFound);
    return found;
  }
  const [only, ...others] = payments.filter(({ status }) => status === "pending");
  if (!only) throw new CliError(`No payment of order ${number} is pending.`, exitCodes.conflict);
  if (others.length > 0) throw new UsageError(`Several payments of order ${number} are pending: give the id of one (orders payments ${number}).`);
  return only;
}

export function paymentWords({ method, amount }: Pick<Payment, "method" | "amount">): string {
  return `${formatMoney(amount)} by ${methodLabel(method).toLowerCase()}`;
}

export function printPayments(out: Output, { payments, number }: Order): void {
  if (out.isJson) return out.json(payments);
  out.list({
    columns: [
      { heading: "Payment", text: ({ id }) => id },
      { heading: "Method", text: ({ method }) => methodLabel(method) },
      { heading: "Status", text: ({ status }) => status },
      { heading: "Amount", text: ({ amount }) => formatMoney(amount), isRight: true },
      { heading: "Captured", text: ({ captured }) => formatMoney(captured), isRight: true },
      { heading: "Refunded", text: ({ refunded }) => formatMoney(refunded), isRight: true },
    ],
    items: payments,
    empty: `Order ${number} has no payments.`,
  });
  if (payments.some(({ status, method }) => status === "pending" && isOnPaper(method))) {
    out.say(`When the money of a pending one has come: cartwright orders capture ${number}`);
  }
}

function methodLabel(method: string): string {
  const known = PaymentMethod.safeParse(method);
  return known.success ? paymentMethodLabels[known.data] : method;
}
