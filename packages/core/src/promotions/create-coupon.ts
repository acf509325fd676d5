import { coupons, isUniqueViolation } from "@cartwright/db";
import { DomainError, lockShopSettings, newId, onceByKey, recordAudit, requirePermission, type Context } from "../kernel/index.ts";
import { checkDates, momentOf } from "./coupon-dates.ts";
import type { CouponRow } from "./coupon-state.ts";
import { couponView, termsOf } from "./coupon-view.ts";
import { couponReasons, type CreateCouponInput } from "./schemas.ts";
import type { CouponView } from "./views.ts";

/**
 * A new code that takes something off an order, amounts in the shop's currency.
 * Errors: `coupon.code_taken`, `coupon.ends_before_start`, `access.*`.
 */
export async function createCoupon(ctx: Context, input: CreateCouponInput): Promise<CouponView> {
  requirePermission(ctx, "coupons.write");
  return onceByKey(ctx, { procedure: "promotions.create", body: input }, async (ctx) => {
    // Locked, so that the currency can't change under an amount in it.
    const { currency } = await lockShopSettings(ctx);
    const row = draftCoupon(input, { currency, now: ctx.clock.now() });
    checkDates(row);
    try {
      await ctx.db.insert(coupons).values(row);
    } catch (error) {
      throw isUniqueViolation(error, coupons.code) ? codeTaken(row.code, error) : error;
    }
    await recordAudit(ctx, { action: "coupon.create", subject: row.id, after: termsOf(row) });
    return couponView(row, row.createdAt);
  });
}

function draftCoupon(input: CreateCouponInput, { currency, now }: { currency: string; now: Date }): CouponRow {
  const { code, name, percentBasisPoints, amountMinor, minimumMinor, usageLimit = null, usageLimitPerCustomer = null } = input;
  return {
    id: newId("cpn"),
    code,
    name,
    kind: amountMinor === undefined ? "percent" : "amount",
    // The schema lets exactly one of them through.
    value: amountMinor ?? percentBasisPoints ?? 0,
    currency,
    minimumMinor,
    startsAt: momentOf(input.startsAt) ?? null,
    endsAt: momentOf(input.endsAt) ?? null,
    usageLimit,
    usageLimitPerCustomer,
    used: 0,
    createdAt: now,
    updatedAt: now,
    archivedAt: null,
  };
}

function codeTaken(code: string, cause: unknown): DomainError {
  return new DomainError("conflict", couponReasons.codeTaken, `There is a coupon ${code} already.`, { field: "code", code }, { cause });
}
