import { coupons } from "@cartwright/db";
import { desc, eq } from "drizzle-orm";
import { notFound, requirePermission, type Context } from "../kernel/index.ts";
import { couponView } from "./coupon-view.ts";
import type { CouponInput } from "./schemas.ts";
import type { CouponView } from "./views.ts";

/** The coupon of a code; when that was archived, the one that had it last. Errors: `coupon.not_found`, `access.*`. */
export async function getCoupon(ctx: Context, { code }: CouponInput): Promise<CouponView> {
  requirePermission(ctx, "coupons.read");
  // A code is given anew only when its coupon is archived, so the living one is the newest.
  const [row] = await ctx.db.select().from(coupons).where(eq(coupons.code, code)).orderBy(desc(coupons.id)).limit(1);
  if (!row) throw notFound("coupon", code);
  return couponView(row, ctx.clock.now());
}
