import { nothingToPay, PaymentMethod, paymentMethodLabels } from "@cartwright/core/payments/schemas";
import { formatDay } from "../../lib/date.ts";
import { price } from "../../lib/money.ts";
import type { Outputs } from "../../lib/trpc.ts";

type OrderView = Outputs["orders"]["getByToken"];

const statusWords: Record<OrderView["status"], string> = {
  pending: "Waiting for the payment",
  confirmed: "Confirmed",
  processing: "Partly on its way",
  shipped: "On its way",
  delivered: "Delivered",
  cancelled: "Cancelled",
  returned: "Returned",
};

const paymentWords: Record<OrderView["paymentStatus"], string> = {
  unpaid: "Not paid yet",
  due: "Still to be paid",
  authorised: "Promised by your bank",
  partially_paid: "Partly paid",
  paid: "Paid",
  partially_refunded: "Partly paid back",
  refunded: "Paid back",
};

export function statusText({ status, returnStatus }: { status: OrderView["status"]; returnStatus?: OrderView["returnStatus"] }): string {
  return returnStatus === "partial" ? `${statusWords[status]}, partly sent back` : statusWords[status];
}

export function paymentText({ paymentStatus, status, payments }: Pick<OrderView, "paymentStatus" | "status" | "payments">): string {
  if (status === "cancelled" && paymentStatus === "unpaid") return "Nothing was charged";
  if (paymentStatus !== "due") return paymentWords[paymentStatus];
  const methods = new Set(payments.filter((payment) => payment.status === "pending").map((payment) => payment.method));
  if (methods.size > 1) return paymentWords.due;
  return methods.has("bank_transfer") ? "To be paid by transfer" : "To be paid on delivery";
}

/** `Card (test)`; several ways to pay are named one after the other. */
export function methodText(methods: string): string {
  if (methods === nothingToPay) return "Nothing to pay";
  const labels = methods.split("+").map((method) => {
    const known = PaymentMethod.safeParse(method);
    return known.success ? paymentMethodLabels[known.data] : method;
  });
  return labels.join(" and ");
}

/** One payment in a sentence; null for one that came to nothing. */
export function paymentLine({ status, method, amount, captured }: OrderView["payments"][number]): string | null {
  if (method === nothingToPay) return null;
  const how = methodText(method);
  if (status === "captured") return `${price(captured)} paid: ${how}.`;
  if (status === "pending") return `${price(amount)} still to be paid: ${how}.`;
  if (status === "authorised") return `${price(amount)} promised by your bank: ${how}.`;
  return status === "started" ? `${price(amount)} is being paid: ${how}.` : null;
}

export function refundLine({ amount, state, updatedAt }: Pick<OrderView["refunds"][number], "amount" | "state" | "updatedAt">): string {
  if (state === "started") return `${price(amount)} is on its way back to you.`;
  if (state === "succeeded") return `${price(amount)} refunded on ${formatDay(updatedAt)}, the way it was paid.`;
  return `${price(amount)} could not be sent back the way it was paid. We will find another.`;
}
