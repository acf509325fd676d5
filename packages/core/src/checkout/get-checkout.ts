import { emptyCart, findCart } from "../cart/index.ts";
import type { Context } from "../kernel/index.ts";
import { loadCheckout, loadStoredCheckout } from "./load-checkout.ts";
import type { CheckoutView } from "./views.ts";

/** The actor's cart with addresses, ways to send and totals. Writes nothing. */
export async function getCheckout(ctx: Context): Promise<CheckoutView> {
  const cart = await findCart(ctx);
  const { view } = cart ? await loadStoredCheckout(ctx, cart) : await loadCheckout(ctx, null, emptyCart(ctx.shop.currency));
  return view;
}
