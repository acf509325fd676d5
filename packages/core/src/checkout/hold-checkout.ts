import { inTransaction } from "@cartwright/db";
import { findCart, holdCart } from "../cart/index.ts";
import type { Context } from "../kernel/index.ts";
import { getCheckout } from "./get-checkout.ts";
import { loadStoredCheckout } from "./load-checkout.ts";
import type { CheckoutView } from "./views.ts";

/**
 * Holds what the actor's cart wants for the shop's hold minutes from now, or extends what it holds. A line that can't
 * have all holds what there is, and a notice says so: looking at the checkout is never refused. A cart that is empty
 * or being ordered stays as it is.
 */
export async function holdCheckout(ctx: Context): Promise<CheckoutView> {
  return inTransaction(ctx, async (ctx) => {
    const cart = await findCart(ctx, { isLocked: true });
    if (!cart) return getCheckout(ctx);
    return (await loadStoredCheckout(ctx, cart.status === "open" ? await holdCart(ctx, cart) : cart)).view;
  });
}
