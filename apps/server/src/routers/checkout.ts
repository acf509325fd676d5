import { getCheckout, placeOrder, updateCheckout } from "@cartwright/core/checkout";
import { PlaceOrderInput, UpdateCheckoutInput } from "@cartwright/core/checkout/schemas";
import { router, shopper, shopperWithCart } from "../trpc.ts";

export const checkoutRouter = router({
  /** The cart with addresses, ways to send and totals. */
  get: shopper.query(({ ctx }) => getCheckout(ctx.core)),
  /** Keeps what the buyer has told so far. Errors: `checkout.empty_cart`, `checkout.shipping_unavailable`, `checkout.country_unavailable`, `cart.placing`. */
  update: shopperWithCart.input(UpdateCheckoutInput).mutation(({ ctx, input }) => updateCheckout(ctx.core, input)),
  /** Places the order, once a key. Errors: `checkout.*`, `idempotency.key_reused`; see placeOrder. */
  place: shopperWithCart.input(PlaceOrderInput).mutation(({ ctx, input }) => placeOrder(ctx.core, input)),
});
