import { payments, refunds } from "@cartwright/db";
import type { RefundPurpose } from "@cartwright/db/constants/payments";
import { and, desc, eq, gt, sql } from "drizzle-orm";
import { DomainError, emitEvents, newId, type Context } from "../kernel/index.ts";

/** News of a refund that a gateway is to be asked for; its subject is the order. */
export const refundStarted = "refund.started";

export interface RefundWish {
  amountMinor: number;
  reason: string;
  /** `worth`: the order is worth less, so it is not paid for any more. `goodwill`: what was paid stays paid. */
  purpose: RefundPurpose;
  /** The return that the money is for. */
  returnId?: string | null;
}

export interface StartedRefund {
  refundId: string;
  paymentId: string;
  amountMinor: number;
}

/**
 * Begins to give back minor units of what an order's payments captured: the last payment is given back first.
 * Call it in a transaction that holds the order's lock, then `settleRefunds` outside it.
 * Errors: `payment.refund_too_much` with `leftMinor` when less was captured and not yet given back.
 */
export async function refundCaptured(ctx: Context, orderId: string, wish: RefundWish): Promise<StartedRefund[]> {
  const taken = await ctx.db
    .select()
    .from(payments)
    .where(and(eq(payments.orderId, orderId), gt(payments.capturedMinor, payments.refundedMinor)))
    .orderBy(desc(payments.createdAt), desc(payments.id));
  const started: StartedRefund[] = [];
  let missing = wish.amountMinor;
  for (const payment of taken) {
    const amountMinor = Math.min(missing, payment.capturedMinor - payment.refundedMinor);
    if (amountMinor === 0) break;
    if (!(await promiseBack(ctx, payment.id, amountMinor))) continue;
    started.push({ refundId: await insertRefund(ctx, payment.id, amountMinor, wish), paymentId: payment.id, amountMinor });
    missing -= amountMinor;
  }
  if (missing > 0) throw tooMuch(wish.amountMinor - missing);
  await emitEvents(ctx, started.map(({ refundId }) => ({ type: refundStarted, subject: orderId, payload: { refundId } })));
  return started;
}

/** What refunds of more than was captured are refused with. */
export function tooMuch(leftMinor: number): DomainError {
  return new DomainError("conflict", "payment.refund_too_much", "That is more than was paid and not yet given back.", { field: "amountMinor", leftMinor });
}

/** From now on the amount counts as given back, so that no second refund can promise it too: the statement that guards P1. */
async function promiseBack(ctx: Context, paymentId: string, amountMinor: number): Promise<boolean> {
  const rows = await ctx.db
    .update(payments)
    .set({ refundedMinor: sql`${payments.refundedMinor} + ${amountMinor}`, updatedAt: ctx.clock.now() })
    .where(and(eq(payments.id, paymentId), sql`${payments.capturedMinor} - ${payments.refundedMinor} >= ${amountMinor}`))
    .returning({ id: payments.id });
  return rows.length > 0;
}

async function insertRefund(ctx: Context, paymentId: string, amountMinor: number, { reason, purpose, returnId = null }: RefundWish): Promise<string> {
  const id = newId("ref");
  const now = ctx.clock.now();
  await ctx.db
    .insert(refunds)
    .values({ id, paymentId, status: "started", amountMinor, reason, purpose, returnId, idempotencyKey: id, createdAt: now, updatedAt: now });
  return id;
}
