import { archiveCoupon, createCoupon, getCoupon, listCoupons, updateCoupon } from "@cartwright/core/promotions";
import { CouponInput, CreateCouponInput, ListCouponsInput, UpdateCouponInput } from "@cartwright/core/promotions/schemas";
import { router, staffWith } from "../trpc.ts";

export const promotionsRouter = router({
  /** Coupons, newest first. Errors: `page.bad_cursor`, `access.*`. */
  listCoupons: staffWith("coupons.read").input(ListCouponsInput).query(({ ctx, input }) => listCoupons(ctx.core, input)),
  /** The coupon of a code, also when it was archived. Errors: `coupon.not_found`, `access.*`. */
  getCoupon: staffWith("coupons.read").input(CouponInput).query(({ ctx, input }) => getCoupon(ctx.core, input)),
  /** A new code, amounts in the shop's currency. Errors: `coupon.code_taken`, `coupon.ends_before_start`, `access.*`. */
  createCoupon: staffWith("coupons.write").input(CreateCouponInput).mutation(({ ctx, input }) => createCoupon(ctx.core, input)),
  /** Changes what is given. Errors: `coupon.not_found`, `coupon.limit_below_used`, `coupon.ends_before_start`, `access.*`. */
  updateCoupon: staffWith("coupons.write").input(UpdateCouponInput).mutation(({ ctx, input }) => updateCoupon(ctx.core, input)),
  /** Takes a code out of use; orders keep what they got. Errors: `coupon.not_found`, `access.*`. */
  archiveCoupon: staffWith("coupons.write").input(CouponInput).mutation(({ ctx, input }) => archiveCoupon(ctx.core, input)),
});
