import { z } from "zod";
import { Address, Email } from "../accounts/schemas.ts";
import { PaymentMethod } from "../payments/schemas.ts";

/** Every field is optional: what is given is kept with the cart, so that nothing typed is lost. */
export const UpdateCheckoutInput = z.object({
  email: Email.optional(),
  shippingAddress: Address.optional(),
  /** Null: the bill goes to the shipping address. */
  billingAddress: Address.nullish(),
  shippingMethod: z.string().min(1).max(60).optional(),
});
export type UpdateCheckoutInput = z.infer<typeof UpdateCheckoutInput>;

export const PlaceOrderInput = z.object({
  /** Made anew by the client for each try to pay; the same key never has a second effect. */
  idempotencyKey: z.string().min(8).max(100),
  /** The total in minor units that the buyer saw and agreed to. */
  expectedTotalMinor: z.int().min(0),
  paymentMethod: PaymentMethod,
  /** For the test card. */
  card: z
    .object({ number: z.string().transform((text) => text.replace(/[\s-]/g, "")).pipe(z.string().regex(/^\d{12,19}$/, "A card number has 12 to 19 digits.")) })
    .optional(),
});
export type PlaceOrderInput = z.infer<typeof PlaceOrderInput>;

/** Reasons checkout refuses with. */
export const checkoutReasons = {
  emptyCart: "checkout.empty_cart",
  incomplete: "checkout.incomplete",
  totalChanged: "checkout.total_changed",
  cartChanged: "checkout.cart_changed",
  insufficientStock: "checkout.insufficient_stock",
  shippingUnavailable: "checkout.shipping_unavailable",
  paymentDeclined: "checkout.payment_declined",
  paymentFailed: "checkout.payment_failed",
  paymentUnclear: "checkout.payment_unclear",
  inProgress: "checkout.in_progress",
  keyReused: "idempotency.key_reused",
} as const;
