import { payments, refunds } from "@cartwright/db";
import { and, asc, eq, sql } from "drizzle-orm";
import { reachFaultPoint, requireNoTransaction, type Context } from "../kernel/index.ts";
import { withinTime } from "./ask-gateway.ts";
import type { RefundOutcome } from "./gateway.ts";
import type { PaymentMethod } from "./schemas.ts";

/** A refund that its gateway has answered, and is not written yet. */
export interface AskedRefund {
  refundId: string;
  paymentId: string;
  orderId: string;
  amountMinor: number;
  outcome: RefundOutcome;
}

/** Refunds of an order that no gateway has answered yet, oldest first. */
export async function findStartedRefunds(ctx: Context, orderId: string): Promise<string[]> {
  const rows = await ctx.db
    .select({ id: refunds.id })
    .from(refunds)
    .innerJoin(payments, eq(payments.id, refunds.paymentId))
    .where(and(eq(payments.orderId, orderId), eq(refunds.status, "started")))
    .orderBy(asc(refunds.id));
  return rows.map((row) => row.id);
}

/**
 * Asks the gateway for a refund, outside any transaction. However often it is asked, the key is the refund's own, so the
 * money goes back once. Null when the refund is settled already. Throws when the gateway gives no answer.
 */
export async function askRefund(ctx: Context, refundId: string): Promise<AskedRefund | null> {
  requireNoTransaction("A gateway");
  const [found] = await ctx.db
    .select({ refund: refunds, payment: payments })
    .from(refunds)
    .innerJoin(payments, eq(payments.id, refunds.paymentId))
    .where(eq(refunds.id, refundId));
  if (found?.refund.status !== "started") return null;
  const { refund, payment } = found;
  const gateway = ctx.ports.gateways[payment.gateway as PaymentMethod];
  if (!gateway) throw new Error(`the gateway ${payment.gateway} is switched off`);
  await reachFaultPoint("refund.before_gateway");
  const outcome = await withinTime(
    gateway.refund({
      idempotencyKey: refund.idempotencyKey,
      reference: payment.gatewayReference ?? payment.id,
      amount: { amountMinor: refund.amountMinor, currency: payment.currency },
    }),
  );
  await reachFaultPoint("refund.after_gateway");
  return { refundId, paymentId: payment.id, orderId: payment.orderId, amountMinor: refund.amountMinor, outcome };
}

/**
 * Writes what the gateway said, once: false when somebody else has. Money that is refused counts as not given back
 * from then on. Call it in a transaction that holds the order's lock.
 */
export async function recordRefund(ctx: Context, { refundId, paymentId, amountMinor, outcome }: AskedRefund): Promise<boolean> {
  const isRefused = outcome.refusal !== undefined;
  const updatedAt = ctx.clock.now();
  const rows = await ctx.db
    .update(refunds)
    .set({ status: isRefused ? "failed" : "succeeded", gatewayReference: outcome.reference, updatedAt })
    .where(and(eq(refunds.id, refundId), eq(refunds.status, "started")))
    .returning({ id: refunds.id });
  if (rows.length === 0) return false;
  if (isRefused) {
    await ctx.db
      .update(payments)
      .set({ refundedMinor: sql`${payments.refundedMinor} - ${amountMinor}`, updatedAt })
      .where(eq(payments.id, paymentId));
  }
  return true;
}
