import { shippingMethods } from "@cartwright/db";
import { addCartLine } from "../cart/index.ts";
import { getCheckout, updateCheckout } from "../checkout/index.ts";
import type { PlaceOrderInput } from "../checkout/schemas.ts";
import type { Context } from "../kernel/index.ts";

export const anAddress = {
  name: "Robin Hale",
  company: null,
  line1: "Lindenweg 4",
  line2: null,
  postcode: "10115",
  city: "Berlin",
  region: null,
  country: "DE",
  phone: null,
};

/** Flat 4.90 from a shop that has no other. */
export async function ensureShipping(ctx: Context): Promise<void> {
  await ctx.db
    .insert(shippingMethods)
    .values({
      id: "shm_standard",
      code: "standard",
      name: "Standard",
      description: "",
      kind: "flat",
      currency: ctx.shop.currency,
      priceMinor: 490,
      countries: [],
      position: 0,
    })
    .onConflictDoNothing();
}

/** Fills the actor's cart and tells everything that placing needs. */
export async function readyCheckout(ctx: Context, variantId: string, quantity = 1): Promise<void> {
  await ensureShipping(ctx);
  await addCartLine(ctx, { variantId, quantity });
  await updateCheckout(ctx, { email: "robin@example.com", shippingAddress: anAddress, shippingMethod: "standard" });
}

/** What the buyer sends who agrees to today's total. */
export async function placeInput(ctx: Context, given: Partial<PlaceOrderInput> = {}): Promise<PlaceOrderInput> {
  const { totals } = await getCheckout(ctx);
  return {
    idempotencyKey: crypto.randomUUID(),
    expectedTotalMinor: totals.total.amountMinor,
    paymentMethod: "test_card",
    card: { number: "4242424242424242" },
    ...given,
  };
}

/** The same in two parts: a transfer of so many minor units, and a card for the rest. */
export async function splitInput(ctx: Context, transferMinor: number, cardNumber = "4242424242424242"): Promise<PlaceOrderInput> {
  const { idempotencyKey, expectedTotalMinor } = await placeInput(ctx);
  return {
    idempotencyKey,
    expectedTotalMinor,
    payments: [
      { method: "test_card", amountMinor: expectedTotalMinor - transferMinor, card: { number: cardNumber } },
      { method: "bank_transfer", amountMinor: transferMinor },
    ],
  };
}
