/**
 * `started` means the gateway may or may not know of it; `pending` is money promised on delivery;
 * `declined` and `failed` took nothing; `cancelled` was given up before any capture.
 */
export const paymentStatuses = [
  "started",
  "pending",
  "authorised",
  "captured",
  "declined",
  "failed",
  "cancelled",
] as const;
export type PaymentStatus = (typeof paymentStatuses)[number];

export const refundStatuses = ["started", "succeeded", "failed"] as const;
export type RefundStatus = (typeof refundStatuses)[number];

export const refundPurposes = ["worth", "goodwill"] as const;
export type RefundPurpose = (typeof refundPurposes)[number];
