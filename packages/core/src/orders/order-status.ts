import type { OrderStatus } from "@cartwright/db/constants/orders";
import type { PaymentStatus } from "@cartwright/db/constants/payments";

/** From each status, the ones that may follow. What is not here is refused with `order.wrong_status`. */
export const orderTransitions: Record<OrderStatus, readonly OrderStatus[]> = {
  pending: ["confirmed", "cancelled"],
  confirmed: ["processing", "shipped", "cancelled"],
  processing: ["processing", "shipped"],
  shipped: ["delivered", "returned"],
  delivered: ["returned"],
  cancelled: [],
  returned: [],
};

export function canBecome(from: OrderStatus, to: OrderStatus): boolean {
  return orderTransitions[from].includes(to);
}

/**
 * `none`: nothing has left. `partial`: some units are on their way and some are not.
 * `shipped`: all that was not cancelled has left. `delivered`: and all of it has arrived.
 */
export type FulfilmentStatus = "none" | "partial" | "shipped" | "delivered";

export interface FulfilmentFacts {
  lines: readonly { quantity: number; quantityShipped: number; quantityCancelled: number }[];
  shipments: readonly { status: "shipped" | "delivered" }[];
}

export function fulfilmentStatus(facts: FulfilmentFacts): FulfilmentStatus {
  const shipped = facts.lines.reduce((sum, line) => sum + line.quantityShipped, 0);
  const open = facts.lines.reduce((sum, line) => sum + line.quantity - line.quantityShipped - line.quantityCancelled, 0);
  if (shipped === 0) return "none";
  if (open > 0) return "partial";
  return facts.shipments.every((shipment) => shipment.status === "delivered") ? "delivered" : "shipped";
}

/**
 * `unpaid`: nothing promised. `due`: to be paid on delivery. `authorised`: promised by the gateway, not yet taken.
 * `paid`: captured in full. `partially_refunded`, `refunded`: some or all of it given back.
 */
export type OrderPaymentStatus = "unpaid" | "due" | "authorised" | "paid" | "partially_refunded" | "refunded";

export interface PaymentFacts {
  status: PaymentStatus;
  amountMinor: number;
  capturedMinor: number;
  refundedMinor: number;
}

export function orderPaymentStatus(totalMinor: number, payments: readonly PaymentFacts[]): OrderPaymentStatus {
  const captured = payments.reduce((sum, payment) => sum + payment.capturedMinor, 0);
  const refunded = payments.reduce((sum, payment) => sum + payment.refundedMinor, 0);
  if (refunded > 0) return refunded >= captured ? "refunded" : "partially_refunded";
  if (captured >= totalMinor && payments.some((payment) => payment.status === "captured")) return "paid";
  if (payments.some((payment) => payment.status === "authorised")) return "authorised";
  if (payments.some((payment) => payment.status === "pending")) return "due";
  return "unpaid";
}
