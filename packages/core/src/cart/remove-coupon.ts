import type { Context } from "../kernel/index.ts";
import type { CouponInput } from "../promotions/schemas.ts";
import { setCodes } from "./apply-coupon.ts";
import { changeCart } from "./change-cart.ts";
import type { CartView } from "./views.ts";

/** Takes a code out of the actor's cart; one that is not in it changes nothing. Errors: `cart.placing`. */
export async function removeCoupon(ctx: Context, { code }: CouponInput): Promise<CartView> {
  return changeCart(ctx, { procedure: "cart.removeCoupon", body: { code } }, async (ctx, { cart }) => {
    const kept = (cart.couponCodes ?? []).filter((other) => other !== code);
    return { cart: await setCodes(ctx, cart, kept) };
  });
}
