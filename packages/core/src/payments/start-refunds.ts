import { payments, refunds } from "@cartwright/db";
import { and, eq, gt, inArray, sql } from "drizzle-orm";
import { newId, type Context } from "../kernel/index.ts";

/**
 * Ends an order's payments: what was only promised is given up, what was captured is to be refunded in full.
 * Call it inside the transaction that cancels the order, then `settleRefunds` outside it.
 */
export async function startRefunds(ctx: Context, orderId: string, reason: string): Promise<{ refundId: string; amountMinor: number }[]> {
  const now = ctx.clock.now();
  await ctx.db
    .update(payments)
    .set({ status: "cancelled", updatedAt: now })
    .where(and(eq(payments.orderId, orderId), inArray(payments.status, ["pending", "authorised"])));
  const taken = await ctx.db
    .select()
    .from(payments)
    .where(and(eq(payments.orderId, orderId), gt(payments.capturedMinor, payments.refundedMinor)));
  const started = taken.map((payment) => {
    const id = newId("ref");
    const amountMinor = payment.capturedMinor - payment.refundedMinor;
    return { id, paymentId: payment.id, status: "started" as const, amountMinor, reason, idempotencyKey: id, createdAt: now, updatedAt: now };
  });
  for (const refund of started) {
    await ctx.db.insert(refunds).values(refund);
    // The amount is promised back from now on, so that no second refund can promise it too.
    await ctx.db
      .update(payments)
      .set({ refundedMinor: sql`${payments.refundedMinor} + ${refund.amountMinor}`, updatedAt: now })
      .where(eq(payments.id, refund.paymentId));
  }
  return started.map((refund) => ({ refundId: refund.id, amountMinor: refund.amountMinor }));
}
