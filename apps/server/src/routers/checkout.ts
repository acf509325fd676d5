import { getCheckout, holdCheckout, placeOrder, updateCheckout } from "@cartwright/core/checkout";
import { HoldCheckoutInput, PlaceOrderInput, UpdateCheckoutInput } from "@cartwright/core/checkout/schemas";
import { router, shopper, shopperWithCart, shopperWithKey } from "../trpc.ts";

export const checkoutRouter = router({
  /** The cart with addresses, ways to send and totals. */
  get: shopper.query(({ ctx }) => getCheckout(ctx.core)),
  /** Keeps what the buyer has told so far. Errors: `checkout.empty_cart`, `checkout.shipping_unavailable`, `checkout.country_unavailable`, `cart.placing`. */
  update: shopperWithCart.input(UpdateCheckoutInput).mutation(({ ctx, input }) => updateCheckout(ctx.core, input)),
  /** Holds what the cart wants for some minutes from now; call it again to extend. What is short is told by the cart's notices. */
  hold: shopperWithCart.input(HoldCheckoutInput).mutation(({ ctx }) => holdCheckout(ctx.core)),
  /** Places the order, once a key, which may come as a header. Errors: `checkout.*`, `idempotency.key_reused`; see placeOrder. */
  place: shopperWithKey.input(PlaceOrderInput).mutation(({ ctx, input }) => placeOrder(ctx.core, input)),
});
