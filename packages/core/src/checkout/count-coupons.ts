import { DomainError, type Context } from "../kernel/index.ts";
import type { OrderDraft } from "../orders/index.ts";
import { countCoupon } from "../promotions/index.ts";
import { checkoutReasons } from "./schemas.ts";

/**
 * Counts what an order's discounts are from. Last of all in the first step: every buyer with the same code waits for
 * the coupon's row, so it is locked for the shortest time, and after the stock as everywhere, so that nobody deadlocks.
 * Errors: `checkout.coupon_not_counted` with `code`, and the coupon's own reason as `coupon`.
 */
export async function countCoupons(ctx: Context, order: Pick<OrderDraft, "id" | "accountId" | "email" | "discounts">): Promise<void> {
  const { id: orderId, accountId, email } = order;
  const couponIds = order.discounts.flatMap(({ couponId }) => couponId ?? []);
  for (const couponId of [...new Set(couponIds)].toSorted()) {
    try {
      await countCoupon(ctx, { couponId, orderId, customer: { accountId, email } });
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      const details = { code: error.details["code"], coupon: error.reason };
      const message = `${error.message} Nothing was ordered, and your cart is as it was.`;
      throw new DomainError("conflict", checkoutReasons.couponNotCounted, message, details, { cause: error });
    }
  }
}
