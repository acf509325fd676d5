import { findCart } from "../cart/index.ts";
import type { Context } from "../kernel/index.ts";
import { loadStoredCheckout } from "./load-checkout.ts";
import type { CheckoutView } from "./views.ts";

/** The actor's cart with addresses, ways to send and totals. Writes nothing. */
export async function getCheckout(ctx: Context): Promise<CheckoutView> {
  return (await loadStoredCheckout(ctx, await findCart(ctx))).view;
}
