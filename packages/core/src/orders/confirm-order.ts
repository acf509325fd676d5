import { orderLines, prepared, type Db } from "@cartwright/db";
import { eq, sql } from "drizzle-orm";
import { allocateHolds, releaseReservations } from "../inventory/index.ts";
import type { Context } from "../kernel/index.ts";
import { startRefunds, type PaymentOutcome } from "../payments/index.ts";
import { recordOrderEvents } from "./events.ts";
import { setStatus } from "./set-status.ts";

export interface SettledPayment {
  paymentId: string;
  amountMinor: number;
  outcome: PaymentOutcome;
}

/**
 * A pending order is paid: its holds become allocations. Call it inside the transaction that records the payment.
 * Errors: `inventory.insufficient_stock` when its holds ran out and somebody else has the units by now.
 */
export async function confirmOrder(ctx: Context, orderId: string, paid: SettledPayment): Promise<void> {
  const lines = await prepared(ctx, "order lines to allocate", linesToAllocate).execute({ orderId });
  await allocateHolds(ctx, orderId, lines);
  await setStatus(ctx, orderId, "pending", "confirmed");
  await recordOrderEvents(ctx, orderId, [paymentEvent(paid), { type: "confirmed", payload: {} }]);
}

/**
 * A pending order that will not be: declined, failed, or out of stock after all. Stock goes back, and money that
 * was taken is to be refunded: call `settleRefunds` after the transaction.
 */
export async function abandonOrder(ctx: Context, orderId: string, paid: SettledPayment, reason: string): Promise<void> {
  await releaseReservations(ctx, orderId);
  await setStatus(ctx, orderId, "pending", "cancelled");
  const refunds = await startRefunds(ctx, orderId, reason);
  await recordOrderEvents(ctx, orderId, [
    paymentEvent(paid),
    { type: "cancelled", payload: {}, reason },
    ...refunds.map((refund) => ({ type: "refunded" as const, payload: { ...refund }, reason })),
  ]);
}

function paymentEvent({ paymentId, amountMinor, outcome }: SettledPayment) {
  const isFailure = outcome.status === "declined" || outcome.status === "failed";
  return {
    type: isFailure ? ("payment_failed" as const) : ("payment_recorded" as const),
    payload: { paymentId, amountMinor, status: outcome.status },
  };
}

const linesToAllocate = (db: Db) =>
  db
    .select({ orderLineId: orderLines.id, variantId: orderLines.variantId, quantity: orderLines.quantity })
    .from(orderLines)
    .where(eq(orderLines.orderId, sql.placeholder("orderId")))
    .prepare("order lines to allocate");
