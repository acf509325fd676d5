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

/** There is nothing to say: it is the actor's own cart. */
export const HoldCheckoutInput = z.object({}).optional();

/** For the test card. */
export const Card = z.object({
  number: z.string().max(40, "A card number has 12 to 19 digits.").transform((text) => text.replace(/[\s-]/g, "")).pipe(z.string().regex(/^\d{12,19}$/, "A card number has 12 to 19 digits.")),
});

/** One of several payments, in minor units. */
export const PaymentPart = z.object({
  method: PaymentMethod,
  amountMinor: z.int("Give a whole number.").min(1, "A part has to be more than nothing."),
  card: Card.optional(),
});
export type PaymentPart = z.infer<typeof PaymentPart>;

const PlaceOrderFields = z.object({
  /** Made anew by the client for each try to pay; the same key never has a second effect. */
  idempotencyKey: z.string().min(8).max(100),
  /** The total in minor units that the buyer saw and agreed to. */
  expectedTotalMinor: z.int().min(0),
  /** For one payment of it all; not needed when there is nothing to pay. */
  paymentMethod: PaymentMethod.optional(),
  card: Card.optional(),
  /** Instead of one: the parts come to the total. Promises are noted first, then the cards are asked in this order. */
  payments: z.array(PaymentPart).min(2, "Several payments are at least two.").max(5, "No more than five payments an order.").optional(),
});

type HowToPay = Pick<z.infer<typeof PlaceOrderFields>, "expectedTotalMinor" | "paymentMethod" | "card" | "payments">;

function checkPayments(input: HowToPay, refuse: (path: string, message: string) => void): void {
  const { payments, paymentMethod, card, expectedTotalMinor } = input;
  if (!payments) {
    if (!paymentMethod && expectedTotalMinor > 0) refuse("paymentMethod", "Choose how to pay.");
    return;
  }
  if (paymentMethod) refuse("paymentMethod", "Give either one way to pay or several payments.");
  if (card) refuse("card", "Give the card with its payment.");
  const sum = payments.reduce((total, part) => total + part.amountMinor, 0);
  if (sum !== expectedTotalMinor) refuse("payments", `The parts come to ${sum}, and the total is ${expectedTotalMinor}, in minor units.`);
}

export const PlaceOrderInput = PlaceOrderFields.superRefine((input, issues) =>
  checkPayments(input, (path, message) => issues.addIssue({ code: "custom", path: [path], message })),
);
export type PlaceOrderInput = z.infer<typeof PlaceOrderInput>;

/** Reasons checkout refuses with. */
export const checkoutReasons = {
  emptyCart: "checkout.empty_cart",
  incomplete: "checkout.incomplete",
  totalChanged: "checkout.total_changed",
  cartChanged: "checkout.cart_changed",
  couponNotCounted: "checkout.coupon_not_counted",
  insufficientStock: "checkout.insufficient_stock",
  shippingUnavailable: "checkout.shipping_unavailable",
  paymentDeclined: "checkout.payment_declined",
  paymentFailed: "checkout.payment_failed",
  paymentUnclear: "checkout.payment_unclear",
  inProgress: "checkout.in_progress",
  keyReused: "idempotency.key_reused",
} as const;
