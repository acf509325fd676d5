import { orderLines, prepared, type Db } from "@cartwright/db";
import { eq, sql } from "drizzle-orm";
import { allocateHolds, releaseReservations, takeOverHolds, type HoldLine } from "../inventory/index.ts";
import type { Context } from "../kernel/index.ts";
import { isGood, startRefunds, type PaymentOutcome } from "../payments/index.ts";
import { releaseCoupons } from "../promotions/index.ts";
import { recordOrderEvents, type NewOrderEvent } from "./events.ts";
import { refundedEvents } from "./follow-worth.ts";
import type { OrderRow } from "./lock-order.ts";
import { setStatus } from "./set-status.ts";

export interface SettledPayment {
  paymentId: string;
  method: string;
  amountMinor: number;
  outcome: PaymentOutcome;
}

export interface Settlement {
  /** Every payment of the order. */
  payments: readonly SettledPayment[];
  /** The order's lines, where the caller has them at hand. */
  lines?: readonly HoldLine[] | undefined;
}

/**
 * A pending order is paid or promised: its holds become allocations. Call it inside the transaction that records the
 * payments. Errors: `inventory.insufficient_stock` when a hold is missing and somebody else has the units by now.
 */
export async function confirmOrder(ctx: Context, orderId: string, { payments, lines }: Settlement): Promise<void> {
  await allocateHolds(ctx, orderId, lines ?? (await prepared(ctx, "order lines to allocate", linesToAllocate).execute({ orderId })));
  await setStatus(ctx, orderId, "pending", "confirmed");
  await recordOrderEvents(ctx, orderId, [...payments.map(paymentEvent), { type: "confirmed", payload: {} }]);
}

/**
 * A pending order that will not be: declined, failed, or out of stock after all. What it held goes to its cart, so that
 * the buyer who tries another card does not lose it. What was taken is to be refunded: call `settleRefunds` after the
 * transaction when it returns true.
 */
export async function abandonOrder(
  ctx: Context,
  order: Pick<OrderRow, "id" | "cartId">,
  { payments, reason, heldUntil }: Settlement & { reason: string; heldUntil: Date },
): Promise<boolean> {
  if (order.cartId) await takeOverHolds(ctx, { fromId: order.id, toId: order.cartId, expiresAt: heldUntil });
  else await releaseReservations(ctx, order.id);
  await setStatus(ctx, order.id, "pending", "cancelled");
  const refunds = payments.some(({ outcome }) => isGood(outcome)) ? await startRefunds(ctx, order.id, reason) : [];
  await recordOrderEvents(ctx, order.id, [
    ...payments.map(paymentEvent),
    { type: "cancelled", payload: {}, reason },
    ...refundedEvents(refunds, { reason, purpose: "worth" }),
  ]);
  // After the stock, as when it was counted.
  await releaseCoupons(ctx, order.id);
  return refunds.length > 0;
}

function paymentEvent({ paymentId, method, amountMinor, outcome }: SettledPayment): NewOrderEvent {
  return {
    type: isGood(outcome) ? "payment_recorded" : "payment_failed",
    payload: { paymentId, method, amountMinor, status: outcome.status },
  };
}

const linesToAllocate = (db: Db) =>
  db
    .select({ orderLineId: orderLines.id, variantId: orderLines.variantId, quantity: orderLines.quantity })
    .from(orderLines)
    .where(eq(orderLines.orderId, sql.placeholder("orderId")))
    .prepare("order lines to allocate");
