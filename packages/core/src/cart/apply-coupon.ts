import { carts } from "@cartwright/db";
import { eq } from "drizzle-orm";
import { onceByKey, type Context } from "../kernel/index.ts";
import { couponProblem, findEnteredCoupons, refuseCoupon } from "../promotions/index.ts";
import type { CouponInput } from "../promotions/schemas.ts";
import { changeCart } from "./change-cart.ts";
import type { CartRow } from "./find-cart.ts";
import { loadCartView } from "./load-cart.ts";
import type { CartNotice, CartView } from "./views.ts";

/**
 * Enters a code into the actor's cart. One counts at a time: a new one takes the old one's place, and the answer says so.
 * A code whose minimum is not reached is kept and counts once it is, unless it would push out another.
 * Errors: `coupon.not_found`, `coupon.not_started`, `coupon.ended`, `coupon.used_up`, `coupon.used_by_you`,
 * `coupon.other_currency`, `coupon.minimum_not_reached` with `missing`, `cart.placing`.
 */
export async function applyCoupon(ctx: Context, { code }: CouponInput): Promise<CartView> {
  const call = { procedure: "cart.applyCoupon", body: { code } };
  return onceByKey(ctx, call, async (ctx) => {
    let replaced: string[] = [];
    const view = await changeCart(ctx, call, async (ctx, { cart }) => {
      const before = cart.couponCodes ?? [];
      replaced = before.filter((other) => other !== code);
      await checkCode(ctx, cart, { code, isAlone: replaced.length === 0 });
      return { cart: await setCodes(ctx, cart, [code]) };
    });
    const notices = replaced.map((old): CartNotice => ({ kind: "coupon_replaced", code, replaced: old }));
    // Kept with the answer: who asks again is told the same.
    return { ...view, notices: [...view.notices, ...notices] };
  });
}

/** Keeps the codes with a locked cart: null for none, which costs a read nothing. */
export async function setCodes(ctx: Context, cart: CartRow, codes: readonly string[]): Promise<CartRow> {
  const couponCodes = codes.length === 0 ? null : [...codes];
  await ctx.db.update(carts).set({ couponCodes }).where(eq(carts.id, cart.id));
  return { ...cart, couponCodes };
}

async function checkCode(ctx: Context, cart: CartRow, { code, isAlone }: { code: string; isAlone: boolean }): Promise<void> {
  const { subtotal, currency } = await loadCartView(ctx, { ...cart, couponCodes: null });
  const [entered] = await findEnteredCoupons(ctx, { codes: [code], customer: cart });
  const problem = entered && couponProblem(entered, { goodsMinor: subtotal.amountMinor, currency, now: ctx.clock.now() });
  if (!problem || (problem.reason === "minimum_not_reached" && isAlone)) return;
  throw refuseCoupon(code, problem);
}
