import type { Outputs } from "../../lib/trpc.ts";

type OrderView = Outputs["orders"]["getByToken"];

const statusWords: Record<OrderView["status"], string> = {
  pending: "Waiting for the payment",
  confirmed: "Confirmed",
  processing: "Being packed",
  shipped: "On its way",
  delivered: "Delivered",
  cancelled: "Cancelled",
  returned: "Returned",
};

const paymentWords: Record<OrderView["paymentStatus"], string> = {
  unpaid: "Not paid yet",
  due: "To be paid on delivery",
  authorised: "Promised by your bank",
  paid: "Paid",
  partially_refunded: "Partly paid back",
  refunded: "Paid back",
};

export function statusText(status: OrderView["status"]): string {
  return statusWords[status];
}

export function paymentText({ paymentStatus, status }: Pick<OrderView, "paymentStatus" | "status">): string {
  return status === "cancelled" && paymentStatus === "unpaid" ? "Nothing was charged" : paymentWords[paymentStatus];
}
