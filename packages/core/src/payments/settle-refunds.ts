import { inTransaction, payments, refunds } from "@cartwright/db";
import { and, eq } from "drizzle-orm";
import { requireNoTransaction, type Context } from "../kernel/index.ts";
import type { PaymentMethod } from "./schemas.ts";

/** Asks the gateways for every refund that was begun, of one order or of all. A gateway that gives no answer is asked again next time. */
export async function settleRefunds(ctx: Context, only: { orderId?: string } = {}): Promise<{ settled: number; waiting: number }> {
  requireNoTransaction("A gateway");
  const open = await ctx.db
    .select({ refund: refunds, payment: payments })
    .from(refunds)
    .innerJoin(payments, eq(payments.id, refunds.paymentId))
    .where(and(eq(refunds.status, "started"), only.orderId ? eq(payments.orderId, only.orderId) : undefined))
    .limit(100);
  let settled = 0;
  for (const { refund, payment } of open) {
    const gateway = ctx.ports.gateways[payment.gateway as PaymentMethod];
    const answer = await gateway
      ?.refund({
        idempotencyKey: refund.idempotencyKey,
        reference: payment.gatewayReference ?? payment.id,
        amount: { amountMinor: refund.amountMinor, currency: payment.currency },
      })
      .catch(() => null);
    if (!answer) continue;
    await inTransaction(ctx, (ctx) =>
      ctx.db
        .update(refunds)
        .set({ status: "succeeded", gatewayReference: answer.reference, updatedAt: ctx.clock.now() })
        .where(and(eq(refunds.id, refund.id), eq(refunds.status, "started"))),
    );
    settled += 1;
  }
  return { settled, waiting: open.length - settled };
}
