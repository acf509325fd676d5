import { couponCustomers, coupons, fillPlaces, places, prepared, type Db } from "@cartwright/db";
import { and, eq, inArray, isNull } from "drizzle-orm";
import type { Context } from "../kernel/index.ts";
import { customerHash, type CouponCustomer } from "./customer-hash.ts";
import type { EnteredCoupon } from "./coupon-problem.ts";
import type { CouponRow } from "./coupon-state.ts";

/**
 * What is known of codes that were entered, in their order. No statement without codes, one for codes without a limit a
 * customer. `isCounted`: an order that is being placed has them already, so that limits say nothing about it.
 */
export async function findEnteredCoupons(
  ctx: Context,
  entered: { codes: readonly string[]; customer: CouponCustomer; isCounted?: boolean },
): Promise<EnteredCoupon[]> {
  const { codes, customer, isCounted = false } = entered;
  if (codes.length === 0) return [];
  const { count, values } = fillPlaces(codes);
  const found = await prepared(ctx, `living coupons of ${count}`, (db) => livingCoupons(db, count)).execute(values);
  const rows = isCounted ? found.map((row) => ({ ...row, usageLimit: null, usageLimitPerCustomer: null })) : found;
  const used = await countUses(ctx, rows, customer);
  return codes.map((code) => {
    const coupon = rows.find((row) => row.code === code) ?? null;
    return { code, coupon, usedByCustomer: (coupon && used.get(coupon.id)) ?? 0 };
  });
}

/** By coupon, for those that are limited a customer. */
async function countUses(ctx: Context, rows: readonly CouponRow[], customer: CouponCustomer): Promise<Map<string, number>> {
  const limited = rows.filter((row) => row.usageLimitPerCustomer !== null);
  const hash = limited.length === 0 ? null : await customerHash(ctx, customer);
  if (hash === null) return new Map();
  const isMeant = and(
    inArray(couponCustomers.couponId, limited.map((row) => row.id)),
    eq(couponCustomers.customerHash, hash),
  );
  const uses = await ctx.db.select().from(couponCustomers).where(isMeant);
  return new Map(uses.map(({ couponId, used }) => [couponId, used]));
}

const livingCoupons = (db: Db, count: number) =>
  db
    .select()
    .from(coupons)
    .where(and(inArray(coupons.code, places(count)), isNull(coupons.archivedAt)))
    .prepare(`living coupons of ${count}`);
