import { couponCustomers, coupons, couponUses, insertMany, prepared, type Db } from "@cartwright/db";
import { and, eq, gt, isNull, lt, lte, or, sql } from "drizzle-orm";
import type { Context } from "../kernel/index.ts";
import type { CouponProblemKind } from "./schemas.ts";
import { couponState, type CouponRow } from "./coupon-state.ts";
import { customerHash, type CouponCustomer } from "./customer-hash.ts";
import { refuseCoupon } from "./refuse-coupon.ts";

export interface CouponUse {
  couponId: string;
  orderId: string;
  customer: CouponCustomer;
}

/**
 * Counts a coupon for an order, overall and for its customer, each by one conditional statement: what was read before
 * may be stale. Call it inside the transaction that makes the order, which the refusal undoes.
 * Errors: `coupon.used_up`, `coupon.used_by_you`, `coupon.ended`, `coupon.not_started`, `coupon.not_found`.
 */
export async function countCoupon(ctx: Context, { couponId, orderId, customer }: CouponUse): Promise<void> {
  const now = ctx.clock.now();
  const [coupon] = await prepared(ctx, "use coupon", useCoupon).execute({ couponId, now });
  if (!coupon) throw await whyNot(ctx, couponId);
  const hash = await customerHash(ctx, customer);
  if (hash === null) throw new Error(`order ${orderId} has neither account nor e-mail address`);
  const limit = coupon.usageLimitPerCustomer ?? mostUses;
  const counted = await prepared(ctx, "use coupon as customer", useAsCustomer).execute({ couponId, hash, limit });
  if (counted.length === 0) throw refusal(coupon, "used_by_you");
  await insertMany(ctx.db, couponUses, [{ couponId, orderId, customerHash: hash, usedAt: now, releasedAt: null }]);
}

/** Where a coupon has no limit: the column's own. */
const mostUses = 2_147_483_647;

const useCoupon = (db: Db) => {
  const now = sql`${sql.placeholder("now")}`;
  return db
    .update(coupons)
    .set({ used: sql`${coupons.used} + 1` })
    .where(
      and(
        eq(coupons.id, sql.placeholder("couponId")),
        isNull(coupons.archivedAt),
        or(isNull(coupons.startsAt), lte(coupons.startsAt, now)),
        or(isNull(coupons.endsAt), gt(coupons.endsAt, now)),
        or(isNull(coupons.usageLimit), lt(coupons.used, coupons.usageLimit)),
      ),
    )
    .returning()
    .prepare("use coupon");
};

const useAsCustomer = (db: Db) =>
  db
    .insert(couponCustomers)
    .values({ couponId: sql.placeholder("couponId"), customerHash: sql.placeholder("hash"), used: 1 })
    .onConflictDoUpdate({
      target: [couponCustomers.couponId, couponCustomers.customerHash],
      set: { used: sql`${couponCustomers.used} + 1` },
      setWhere: sql`${couponCustomers.used} < ${sql.placeholder("limit")}`,
    })
    .returning({ used: couponCustomers.used })
    .prepare("use coupon as customer");

async function whyNot(ctx: Context, couponId: string) {
  const [coupon] = await ctx.db.select().from(coupons).where(eq(coupons.id, couponId));
  if (!coupon) throw new Error(`coupon ${couponId} was just priced`);
  const problems = { archived: "unknown", expired: "ended", scheduled: "not_started", used_up: "used_up", active: "used_up" } as const;
  return refusal(coupon, problems[couponState(coupon, ctx.clock.now())]);
}

function refusal({ code }: CouponRow, reason: CouponProblemKind) {
  return refuseCoupon(code, { reason, missing: null, startsAt: null });
}
