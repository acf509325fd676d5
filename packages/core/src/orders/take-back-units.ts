import { orderLines } from "@cartwright/db";
import { eq, sql } from "drizzle-orm";
import type { Context } from "../kernel/index.ts";
import { applyStatus } from "./apply-status.ts";
import { recordOrderEvents } from "./events.ts";
import { followWorth } from "./follow-worth.ts";
import { loadOrderState } from "./load-order-state.ts";
import type { OrderRow } from "./lock-order.ts";
import { loadParts } from "./order-lines.ts";
import { owedWorth, worthOfUnits } from "./order-worth.ts";
import { touchOrder } from "./touch-order.ts";

export interface TakenBack {
  returnId: string;
  reason: string;
  units: readonly { orderLineId: string; restocked: number; writtenOff: number }[];
  /** What is given back, in minor units, instead of what the units are worth. */
  refundMinor?: number | undefined;
  /** Nothing more is expected of this return. */
  isClosed: boolean;
  /** The ledger's entries for these units. */
  movementIds: readonly string[];
}

/**
 * Units of an order have come back: what is still to be paid falls, what was paid for them goes back, and the order is
 * `returned` once all that left is here again. Returns the minor units that go back. Call it in a transaction that holds the
 * order's lock, then `settleRefunds` outside it. Errors: `payment.refund_too_much` with `leftMinor`.
 */
export async function takeBackUnits(ctx: Context, order: OrderRow, back: TakenBack): Promise<{ refundedMinor: number }> {
  const { returnId, reason, refundMinor, isClosed, movementIds } = back;
  const parts = await loadParts(ctx, order.id);
  const units = back.units.map(({ orderLineId, restocked, writtenOff }) => ({ orderLineId, quantity: restocked + writtenOff }));
  const amounts = worthOfUnits(order, parts.lines, units);
  const { refundedUnits } = await loadOrderState(ctx, order.id);
  // Units that come back after their money did: it is not given twice.
  const paidBack = units.map(({ orderLineId, quantity }) => ({ orderLineId, quantity: Math.min(quantity, refundedUnits[orderLineId] ?? 0) }));
  const alreadyRefundedMinor = worthOfUnits(order, parts.lines, paidBack).amountMinor;
  const beforeMinor = owedWorth(order, parts.lines, refundedUnits);
  const afterMinor = beforeMinor - amounts.amountMinor + alreadyRefundedMinor;
  const money = await followWorth(ctx, order, { beforeMinor, afterMinor, reason, returnId, refundMinor });
  for (const { orderLineId, quantity } of units) {
    await ctx.db
      .update(orderLines)
      .set({ quantityReturned: sql`${orderLines.quantityReturned} + ${quantity}` })
      .where(eq(orderLines.id, orderLineId));
  }
  const { events } = await applyStatus(ctx, order, await loadParts(ctx, order.id));
  await touchOrder(ctx, order.id);
  const { refundedMinor } = money;
  const payload = { returnId, lines: back.units, ...amounts, refundedMinor, alreadyRefundedMinor, isClosed, movementIds };
  await recordOrderEvents(ctx, order.id, [{ type: "return_received", version: 2, payload, reason }, ...money.events, ...events]);
  return { refundedMinor };
}
