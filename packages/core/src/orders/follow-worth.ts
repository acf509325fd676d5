import type { Context } from "../kernel/index.ts";
import { listPayments, lowerPromises, refundCaptured, type LoweredPromise, type StartedRefund } from "../payments/index.ts";
import type { NewOrderEvent } from "./events.ts";
import type { OrderRow } from "./lock-order.ts";
import { isPromise } from "./order-state.ts";

export interface WorthChange {
  beforeMinor: number;
  afterMinor: number;
  reason: string;
  /** The return that made the order worth less. */
  returnId?: string;
  /** Units that came back after their money did: it is not given twice. */
  alreadyRefundedMinor?: number;
  /** What to give back instead of what is proposed. */
  refundMinor?: number | undefined;
}

/**
 * An order has become worth less: what is promised and not yet taken falls to what is still due, and what was captured
 * beyond the new worth goes back. Money that was given back for other reasons is not counted against the buyer.
 * Call it in a transaction that holds the order's lock, then `settleRefunds` outside it.
 * Errors: `payment.refund_too_much`.
 */
export async function followWorth(ctx: Context, order: OrderRow, change: WorthChange): Promise<{ refundedMinor: number; events: NewOrderEvent[] }> {
  const { capturedMinor, promisedMinor, leftMinor } = await countMoney(ctx, order.id);
  const { beforeMinor, afterMinor, reason, returnId = null, alreadyRefundedMinor = 0 } = change;
  // What nobody has paid or promised is the first that nobody has to pay any more.
  const openMinor = Math.max(0, beforeMinor - promisedMinor - capturedMinor);
  const fallMinor = Math.max(0, beforeMinor - afterMinor - alreadyRefundedMinor - openMinor);
  const stillPromisedMinor = Math.max(0, promisedMinor - fallMinor);
  const lowered = await lowerPromises(ctx, order.id, Math.min(stillPromisedMinor, afterMinor));
  const amountMinor = change.refundMinor ?? Math.min(leftMinor, fallMinor - (promisedMinor - stillPromisedMinor));
  const refunds = await refundCaptured(ctx, order.id, { amountMinor, reason, returnId });
  return { refundedMinor: amountMinor, events: [...loweredEvents(lowered, reason), ...refundedEvents(refunds, { reason, returnId })] };
}

async function countMoney(ctx: Context, orderId: string) {
  const payments = await listPayments(ctx, orderId);
  const sum = (minorOf: (payment: (typeof payments)[number]) => number) => payments.reduce((all, payment) => all + minorOf(payment), 0);
  return {
    capturedMinor: sum((payment) => payment.capturedMinor),
    promisedMinor: sum((payment) => (isPromise(payment) ? payment.amountMinor : 0)),
    leftMinor: sum((payment) => payment.capturedMinor - payment.refundedMinor),
  };
}

/** The story of refunds that were begun. `lines` are the units they are for, when they came without a return. */
export function refundedEvents(
  refunds: readonly StartedRefund[],
  about: { reason: string; returnId?: string | null; lines?: readonly { orderLineId: string; quantity: number }[] },
): NewOrderEvent[] {
  const { reason, returnId = null, lines } = about;
  return refunds.map((refund, index) => ({
    type: "refunded",
    version: 2,
    // One wish may be split over several payments: its units are told once.
    payload: { ...refund, returnId, ...(lines && index === 0 ? { lines } : {}) },
    reason,
  }));
}

function loweredEvents(lowered: readonly LoweredPromise[], reason: string): NewOrderEvent[] {
  return lowered.map((promise) => ({ type: "payment_lowered", payload: { ...promise }, reason }));
}
