import { addCartLine, applyCoupon, getCart, removeCartLine, removeCoupon, updateCartLine } from "@cartwright/core/cart";
import { AddCartLineInput, ApplyCouponInput, RemoveCartLineInput, RemoveCouponInput, UpdateCartLineInput } from "@cartwright/core/cart/schemas";
import { router, shopper, shopperWithCart } from "../trpc.ts";

export const cartRouter = router({
  /** The shopper's own cart at today's prices, with what changed. */
  get: shopper.query(({ ctx }) => getCart(ctx.core)),
  /** Puts units of a variant in. Errors: `variant.not_found`, `cart.not_for_sale`, `cart.insufficient_stock`, `cart.quantity_limit`, `cart.line_limit`, `cart.placing`. */
  addLine: shopperWithCart.input(AddCartLineInput).mutation(({ ctx, input }) => addCartLine(ctx.core, input)),
  /** Sets a line's quantity. Errors: `cart_line.not_found`, `cart.not_for_sale`, `cart.insufficient_stock`, `cart.quantity_limit`, `cart.placing`. */
  updateLine: shopperWithCart.input(UpdateCartLineInput).mutation(({ ctx, input }) => updateCartLine(ctx.core, input)),
  /** Takes a line out. Errors: `cart_line.not_found`, `cart.placing`. */
  removeLine: shopperWithCart.input(RemoveCartLineInput).mutation(({ ctx, input }) => removeCartLine(ctx.core, input)),
  /** Enters a code, in the place of the one before. Errors: `coupon.*` of a code that does not count, `cart.placing`. */
  applyCoupon: shopperWithCart.input(ApplyCouponInput).mutation(({ ctx, input }) => applyCoupon(ctx.core, input)),
  /** Takes a code out; one that is not in it changes nothing. Errors: `cart.placing`. */
  removeCoupon: shopperWithCart.input(RemoveCouponInput).mutation(({ ctx, input }) => removeCoupon(ctx.core, input)),
});
