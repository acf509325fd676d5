/** What a shopper sees. Partial forms are derived from lines and shipments, never stored. */
export const orderStatuses = [
  "pending",
  "confirmed",
  "processing",
  "shipped",
  "delivered",
  "cancelled",
  "returned",
] as const;
export type OrderStatus = (typeof orderStatuses)[number];

export const orderEventTypes = [
  "placed",
  "payment_recorded",
  "confirmed",
  "payment_failed",
  "line_cancelled",
  "cancelled",
  "shipped",
  "delivered",
  "payment_captured",
  "refunded",
  "refund_settled",
  "refund_failed",
  "late_payment_found",
  "payment_added",
  "payment_lowered",
  "tracking_changed",
  "return_requested",
  "return_approved",
  "return_rejected",
  "return_cancelled",
  "return_received",
  "claimed",
  "anonymised",
] as const;
export type OrderEventType = (typeof orderEventTypes)[number];

/** `shipped` is on its way, `delivered` has arrived. */
export const shipmentStatuses = ["shipped", "delivered"] as const;
export type ShipmentStatus = (typeof shipmentStatuses)[number];
