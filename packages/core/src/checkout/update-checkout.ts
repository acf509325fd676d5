import { carts, inTransaction } from "@cartwright/db";
import { eq } from "drizzle-orm";
import { cartReasons } from "../cart/schemas.ts";
import { findCart, type CartRow } from "../cart/index.ts";
import { DomainError, type Context } from "../kernel/index.ts";
import type { ShippingMethodView } from "../shipping/index.ts";
import { loadCheckout, loadSendable } from "./load-checkout.ts";
import { checkoutReasons, type UpdateCheckoutInput } from "./schemas.ts";
import type { CheckoutView } from "./views.ts";

/**
 * Keeps what the buyer has told so far with the cart. A way to send that does not go to a new country is given up.
 * Errors: `checkout.empty_cart`, `checkout.shipping_unavailable`, `checkout.country_unavailable`, `cart.placing`.
 */
export async function updateCheckout(ctx: Context, input: UpdateCheckoutInput): Promise<CheckoutView> {
  return inTransaction(ctx, async (ctx) => {
    const cart = await findCart(ctx, { isLocked: true });
    if (!cart) throw new DomainError("conflict", checkoutReasons.emptyCart, "Your cart is empty.");
    if (cart.status === "placing") {
      throw new DomainError("conflict", cartReasons.placing, "Your order is being placed. Wait a moment before changing it.");
    }
    checkCountry(ctx, input);
    const changed: CartRow = {
      ...cart,
      email: input.email ?? cart.email,
      shippingAddress: input.shippingAddress ?? cart.shippingAddress,
      billingAddress: input.billingAddress === undefined ? cart.billingAddress : input.billingAddress,
      updatedAt: ctx.clock.now(),
    };
    const sendable = await loadSendable(ctx, changed);
    changed.shippingMethodId = chooseShipping(sendable.methods, input.shippingMethod, cart.shippingMethodId);
    const { email, shippingAddress, billingAddress, shippingMethodId, updatedAt } = changed;
    await ctx.db
      .update(carts)
      .set({ email, shippingAddress, billingAddress, shippingMethodId, updatedAt })
      .where(eq(carts.id, cart.id));
    return (await loadCheckout(ctx, changed, sendable)).view;
  });
}

function checkCountry(ctx: Context, { shippingAddress }: UpdateCheckoutInput): void {
  if (!shippingAddress || ctx.shop.countries.includes(shippingAddress.country)) return;
  throw new DomainError("invalid", "checkout.country_unavailable", "We don't send there.", {
    field: "shippingAddress.country",
    countries: ctx.shop.countries,
  });
}

function chooseShipping(methods: readonly ShippingMethodView[], wanted: string | undefined, chosen: string | null): string | null {
  const id = wanted ?? chosen;
  const method = methods.find((candidate) => candidate.id === id || candidate.code === id);
  if (method) return method.id;
  if (wanted === undefined) return null;
  throw new DomainError("conflict", checkoutReasons.shippingUnavailable, "This way to send does not go to your country.", {
    field: "shippingMethod",
    available: methods.map((candidate) => candidate.code),
  });
}
