import { coupons } from "@cartwright/db";
import { eq } from "drizzle-orm";
import { onceByKey, recordAudit, requirePermission, type Context } from "../kernel/index.ts";
import { couponView } from "./coupon-view.ts";
import { lockCoupon } from "./lock-coupon.ts";
import type { CouponInput } from "./schemas.ts";
import type { CouponView } from "./views.ts";

/**
 * Takes a code out of use: carts that have it are told that it counts no more, orders keep what they got, and the
 * code is free again. Errors: `coupon.not_found`, `access.*`.
 */
export async function archiveCoupon(ctx: Context, { code }: CouponInput): Promise<CouponView> {
  requirePermission(ctx, "coupons.write");
  return onceByKey(ctx, { procedure: "promotions.archive", body: { code } }, async (ctx) => {
    const row = await lockCoupon(ctx, code);
    const now = ctx.clock.now();
    const changed = { archivedAt: now, updatedAt: now };
    await ctx.db.update(coupons).set(changed).where(eq(coupons.id, row.id));
    await recordAudit(ctx, { action: "coupon.archive", subject: row.id, before: { code, used: row.used } });
    return couponView({ ...row, ...changed }, now);
  });
}
