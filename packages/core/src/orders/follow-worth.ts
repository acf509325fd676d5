import type { Context } from "../kernel/index.ts";
import { listPayments, lowerPromises, refundCaptured, refundedForWorth, tooMuch, type LoweredPromise, type RefundWish, type StartedRefund } from "../payments/index.ts";
import type { NewOrderEvent } from "./events.ts";
import type { OrderRow } from "./lock-order.ts";
import { isPromise } from "./order-state.ts";
import type { Units } from "./order-worth.ts";

export interface WorthChange {
  /** What the buyer had to pay in all, and has to now (see `owedWorth`). */
  beforeMinor: number;
  afterMinor: number;
  reason: string;
  /** The return that made the order worth less. */
  returnId?: string;
  /** What to give back instead of what is proposed. */
  refundMinor?: number | undefined;
}

/**
 * An order has become worth less: what is promised and not yet taken falls to what is still due, and what was paid beyond
 * that goes back. Money that went back because of an earlier fall is paid no more; what was given out of goodwill still is.
 * Call it in a transaction that holds the order's lock, then `settleRefunds` outside it.
 * Errors: `payment.refund_too_much`.
 */
export async function followWorth(ctx: Context, order: OrderRow, change: WorthChange): Promise<{ refundedMinor: number; events: NewOrderEvent[] }> {
  const { paidMinor, promisedMinor, leftMinor } = await countMoney(ctx, order.id);
  const { beforeMinor, afterMinor, reason, returnId = null } = change;
  // What nobody has paid or promised is the first that nobody has to pay any more.
  const openMinor = Math.max(0, beforeMinor - promisedMinor - paidMinor);
  const fallMinor = Math.max(0, beforeMinor - afterMinor - openMinor);
  const stillPromisedMinor = Math.max(0, promisedMinor - fallMinor);
  const lowered = await lowerPromises(ctx, order.id, Math.min(stillPromisedMinor, afterMinor));
  const proposedMinor = Math.min(leftMinor, fallMinor - (promisedMinor - stillPromisedMinor));
  const refundedMinor = change.refundMinor ?? proposedMinor;
  const worthMinor = Math.min(refundedMinor, proposedMinor);
  if (refundedMinor > leftMinor) throw tooMuch(leftMinor);
  const about = { reason, returnId };
  const events = loweredEvents(lowered, reason);
  for (const [purpose, amountMinor] of [["worth", worthMinor], ["goodwill", refundedMinor - worthMinor]] as const) {
    if (amountMinor > 0) events.push(...refundedEvents(await refundCaptured(ctx, order.id, { amountMinor, purpose, ...about }), { purpose, ...about }));
  }
  return { refundedMinor, events };
}

async function countMoney(ctx: Context, orderId: string) {
  const payments = await listPayments(ctx, orderId);
  const sum = (minorOf: (payment: (typeof payments)[number]) => number) => payments.reduce((all, payment) => all + minorOf(payment), 0);
  return {
    paidMinor: sum((payment) => payment.capturedMinor) - (await refundedForWorth(ctx, orderId)),
    promisedMinor: sum((payment) => (isPromise(payment) ? payment.amountMinor : 0)),
    leftMinor: sum((payment) => payment.capturedMinor - payment.refundedMinor),
  };
}

interface AboutRefund extends Pick<RefundWish, "reason" | "purpose" | "returnId"> {
  /** The units they are for, when those stay away. */
  lines?: readonly Units[];
}

/** The story of refunds that were begun. */
export function refundedEvents(refunds: readonly StartedRefund[], { reason, purpose, returnId = null, lines }: AboutRefund): NewOrderEvent[] {
  return refunds.map((refund, index) => ({
    type: "refunded",
    version: 3,
    // One wish may be split over several payments: its units are told once.
    payload: { ...refund, purpose, returnId, ...(lines ? { lines: index === 0 ? lines : [] } : {}) },
    reason,
  }));
}

function loweredEvents(lowered: readonly LoweredPromise[], reason: string): NewOrderEvent[] {
  return lowered.map((promise) => ({ type: "payment_lowered", payload: { ...promise }, reason }));
}
