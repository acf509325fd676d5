import type { Context } from "../kernel/index.ts";
import { findCart } from "./find-cart.ts";
import { loadCartView } from "./load-cart.ts";
import { emptyCart } from "./price-cart.ts";
import type { CartView } from "./views.ts";
import { waitingNotices } from "./waiting-cart.ts";

/** The actor's own cart at today's prices; an empty one before anything was put in. Writes nothing. */
export async function getCart(ctx: Context): Promise<CartView> {
  const cart = await findCart(ctx);
  if (!cart) return emptyCart(ctx.shop.currency);
  const [view, waiting] = [await loadCartView(ctx, cart), await waitingNotices(ctx, cart)];
  return waiting.length === 0 ? view : { ...view, notices: [...waiting, ...view.notices] };
}
