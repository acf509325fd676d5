import type { OrderStatus } from "@cartwright/db/constants/orders";
import type { PaymentStatus } from "@cartwright/db/constants/payments";

/** From each status, the ones that may follow. What is not here is refused with `order.wrong_status`. */
export const orderTransitions: Record<OrderStatus, readonly OrderStatus[]> = {
  pending: ["confirmed", "cancelled"],
  confirmed: ["processing", "shipped", "cancelled"],
  processing: ["processing", "shipped", "delivered", "returned"],
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

export interface LineFacts {
  quantity: number;
  quantityShipped: number;
  quantityCancelled: number;
}

export interface FulfilmentFacts {
  lines: readonly LineFacts[];
  shipments: readonly { status: "shipped" | "delivered" }[];
}

export function fulfilmentStatus(facts: FulfilmentFacts): FulfilmentStatus {
  const shipped = facts.lines.reduce((sum, line) => sum + line.quantityShipped, 0);
  const open = facts.lines.reduce((sum, line) => sum + line.quantity - line.quantityShipped - line.quantityCancelled, 0);
  if (shipped === 0) return "none";
  if (open > 0) return "partial";
  return facts.shipments.every((shipment) => shipment.status === "delivered") ? "delivered" : "shipped";
}

/** `none`: nothing has come back. `partial`: some of the units that left have. `returned`: all of them have. */
export type ReturnStatus = "none" | "partial" | "returned";

export function returnStatus(lines: readonly (LineFacts & { quantityReturned: number })[]): ReturnStatus {
  const shipped = lines.reduce((sum, line) => sum + line.quantityShipped, 0);
  const returned = lines.reduce((sum, line) => sum + line.quantityReturned, 0);
  if (returned === 0) return "none";
  return returned < shipped ? "partial" : "returned";
}

/** The stored status of an order that was confirmed, from what became of its units and parcels. */
export function statusOfParts(facts: { lines: readonly (LineFacts & { quantityReturned: number })[]; shipments: FulfilmentFacts["shipments"] }): OrderStatus {
  const fulfilment = fulfilmentStatus(facts);
  const isOpen = facts.lines.some((line) => line.quantity > line.quantityShipped + line.quantityCancelled);
  if (fulfilment === "none") return isOpen ? "confirmed" : "cancelled";
  if (isOpen) return "processing";
  if (returnStatus(facts.lines) === "returned") return "returned";
  return fulfilment === "delivered" ? "delivered" : "shipped";
}

/**
 * `unpaid`: nothing promised. `due`: to be paid on delivery or by transfer. `authorised`: promised by the gateway, not yet taken.
 * `partially_paid`: some was captured, and the rest is neither taken nor promised. `paid`: captured in full.
 * `partially_refunded`, `refunded`: some or all of it given back.
 */
export type OrderPaymentStatus = "unpaid" | "due" | "authorised" | "partially_paid" | "paid" | "partially_refunded" | "refunded";

export interface PaymentFacts {
  status: PaymentStatus;
  amountMinor: number;
  capturedMinor: number;
  refundedMinor: number;
}

/** Of an order that is worth so much now. */
export function orderPaymentStatus(worthMinor: number, payments: readonly PaymentFacts[]): OrderPaymentStatus {
  const captured = payments.reduce((sum, payment) => sum + payment.capturedMinor, 0);
  const refunded = payments.reduce((sum, payment) => sum + payment.refundedMinor, 0);
  if (refunded > 0) return refunded >= captured ? "refunded" : "partially_refunded";
  if (captured >= worthMinor && payments.some((payment) => payment.status === "captured")) return "paid";
  if (payments.some((payment) => payment.status === "authorised")) return "authorised";
  if (payments.some((payment) => payment.status === "pending")) return "due";
  return captured > 0 ? "partially_paid" : "unpaid";
}
