import { couponCustomers, coupons } from "@cartwright/db";
import { eq, max } from "drizzle-orm";
import { DomainError, onceByKey, recordAudit, requirePermission, type Context } from "../kernel/index.ts";
import { checkDates, momentOf } from "./coupon-dates.ts";
import type { CouponRow } from "./coupon-state.ts";
import { couponView, termsOf } from "./coupon-view.ts";
import { lockCoupon } from "./lock-coupon.ts";
import { couponReasons, type UpdateCouponInput } from "./schemas.ts";
import type { CouponView } from "./views.ts";

/**
 * Changes what is given, for orders from now on; those that carry it keep what they got.
 * Errors: `coupon.not_found`, `coupon.limit_below_used` with `field` and `used`, `coupon.ends_before_start`, `access.*`.
 */
export async function updateCoupon(ctx: Context, input: UpdateCouponInput): Promise<CouponView> {
  requirePermission(ctx, "coupons.write");
  return onceByKey(ctx, { procedure: "promotions.update", body: input }, async (ctx) => {
    const before = await lockCoupon(ctx, input.code);
    const row: CouponRow = { ...before, ...changesOf(input, before), updatedAt: ctx.clock.now() };
    checkDates(row);
    await checkLimits(ctx, row);
    const { id, used: _, ...changed } = row;
    await ctx.db.update(coupons).set(changed).where(eq(coupons.id, id));
    await recordAudit(ctx, { action: "coupon.update", subject: id, before: termsOf(before), after: termsOf(row) });
    return couponView(row, row.updatedAt);
  });
}

function changesOf(input: UpdateCouponInput, before: CouponRow) {
  const { percentBasisPoints, amountMinor, name = before.name, minimumMinor = before.minimumMinor } = input;
  const { usageLimit = before.usageLimit, usageLimitPerCustomer = before.usageLimitPerCustomer } = input;
  const startsAt = input.startsAt === undefined ? before.startsAt : (momentOf(input.startsAt) ?? null);
  const endsAt = input.endsAt === undefined ? before.endsAt : (momentOf(input.endsAt) ?? null);
  const value = percentBasisPoints ?? amountMinor ?? before.value;
  const kind = percentBasisPoints !== undefined ? ("percent" as const) : amountMinor !== undefined ? ("amount" as const) : before.kind;
  return { name, kind, value, minimumMinor, startsAt, endsAt, usageLimit, usageLimitPerCustomer };
}

/** P2 holds whatever staff do: what is used can't be more than is allowed. */
async function checkLimits(ctx: Context, { id, used, usageLimit, usageLimitPerCustomer }: CouponRow): Promise<void> {
  if (usageLimit !== null && usageLimit < used) throw belowUsed("usageLimit", used, `It has been used ${used} times already.`);
  if (usageLimitPerCustomer === null) return;
  const [most] = await ctx.db.select({ used: max(couponCustomers.used) }).from(couponCustomers).where(eq(couponCustomers.couponId, id));
  const usedByOne = most?.used ?? 0;
  if (usageLimitPerCustomer < usedByOne) throw belowUsed("usageLimitPerCustomer", usedByOne, `A customer has used it ${usedByOne} times already.`);
}

function belowUsed(field: string, used: number, message: string): DomainError {
  return new DomainError("conflict", couponReasons.limitBelowUsed, message, { field, used });
}
