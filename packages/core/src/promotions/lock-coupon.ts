import { coupons, lockRow } from "@cartwright/db";
import { and, eq, isNull } from "drizzle-orm";
import { notFound, type Context } from "../kernel/index.ts";
import type { CouponRow } from "./coupon-state.ts";

/** A coupon to be changed, locked until the transaction ends: nobody counts it meanwhile. Errors: `coupon.not_found`. */
export async function lockCoupon(ctx: Context, code: string): Promise<CouponRow> {
  const [row] = await lockRow(ctx.db.select().from(coupons).where(and(eq(coupons.code, code), isNull(coupons.archivedAt))));
  if (!row) throw notFound("coupon", code);
  return row;
}
