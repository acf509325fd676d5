import { orderLines, orders } from "@cartwright/db";
import { eq, sql } from "drizzle-orm";
import { releaseReservations, releaseUnits } from "../inventory/index.ts";
import { notNow, onceByKey, recordAudit, requirePermission, type Context } from "../kernel/index.ts";
import { listPayments } from "../payments/index.ts";
import { releaseCoupons } from "../promotions/index.ts";
import { applyStatus } from "./apply-status.ts";
import { recordOrderEvents } from "./events.ts";
import { followWorth } from "./follow-worth.ts";
import { loadStaffOrderView } from "./load-order.ts";
import { loadOrderState } from "./load-order-state.ts";
import { lockOrder, requireStep, type OrderRow } from "./lock-order.ts";
import { checkUnits, chooseUnits, loadParts, unitsOpen } from "./order-lines.ts";
import { owedWorth, worthOfCancelled, worthOfUnits, type Units } from "./order-worth.ts";
import type { CancelOrderInput } from "./schemas.ts";
import { settleRefunds } from "./settle-refunds.ts";
import type { StaffOrderView } from "./views.ts";

/**
 * Cancels units that have not left, or all of them: stock back, money back. When nothing is left and nothing was sent, the
 * shipping goes back too, and the coupons of an unpaid order. A refund that gets no answer now is asked for again later.
 * Errors: `order.not_found`, `order.wrong_status`, `order.payment_running`, `order_line.not_found`,
 * `order.too_many_units` with `left`, `access.*`.
 */
export async function cancelOrder(ctx: Context, input: CancelOrderInput): Promise<StaffOrderView> {
  requirePermission(ctx, "orders.write");
  const { idempotencyKey, ...body } = input;
  const view = await onceByKey(ctx, { procedure: "orders.cancel", key: idempotencyKey, body }, async (ctx) => {
    const order = await lockOrder(ctx, input.order);
    await requireNotBeingPaid(ctx, order);
    const parts = await loadParts(ctx, order.id);
    const isAnythingOpen = parts.lines.some((line) => unitsOpen(line) > 0);
    if (order.status === "cancelled" || !isAnythingOpen) requireStep(order, "cancelled");
    const units = chooseUnits(parts.lines, input.lines, unitsOpen);
    checkUnits(order, parts.lines, units, { to: "cancel", countOf: unitsOpen });
    const amounts = worthOfCancelled(order, parts.lines, units);
    const after = { ...parts, lines: await cancelUnits(ctx, order, parts.lines, units) };
    await ctx.db
      .update(orders)
      .set({ cancelledMinor: sql`${orders.cancelledMinor} + ${amounts.amountMinor}` })
      .where(eq(orders.id, order.id));
    const { refundedUnits } = await loadOrderState(ctx, order.id);
    // The shipping that goes back with the last unit is no unit's worth.
    const shippingMinor = amounts.amountMinor - worthOfUnits(order, parts.lines, units).amountMinor;
    const beforeMinor = owedWorth(order, parts.lines, refundedUnits);
    const afterMinor = owedWorth(order, after.lines, refundedUnits) - shippingMinor;
    const money = await followWorth(ctx, order, { beforeMinor, afterMinor, reason: input.reason });
    const { status, events } = await applyStatus(ctx, order, after);
    const type = status === "cancelled" ? "cancelled" : "line_cancelled";
    await recordOrderEvents(ctx, order.id, [
      { type, version: 2, payload: { lines: units, ...amounts }, reason: input.reason },
      ...money.events,
      ...events,
    ]);
    if (status === "cancelled" && !(await isPaidInPart(ctx, order))) await releaseCoupons(ctx, order.id);
    await recordAudit(ctx, { action: "order.cancel", subject: order.id, before: { status: order.status }, after: { status, lines: units } });
    return loadStaffOrderView(ctx, order.id);
  });
  await settleRefunds(ctx, { orderId: view.id });
  return view;
}

/** Errors: `order.payment_running`: nobody knows yet what was taken. */
export async function requireNotBeingPaid(ctx: Context, order: OrderRow): Promise<void> {
  const isRunning = order.status === "pending" || (await listPayments(ctx, order.id)).some((payment) => payment.status === "started");
  if (!isRunning) return;
  throw notNow("order.payment_running", `Order ${order.number} is being paid. Try again in a minute.`);
}

/** A coupon has done its work once money came in for it. */
async function isPaidInPart(ctx: Context, order: OrderRow): Promise<boolean> {
  return (await listPayments(ctx, order.id)).some((payment) => payment.capturedMinor > 0);
}

type Line = typeof orderLines.$inferSelect;

async function cancelUnits(ctx: Context, order: OrderRow, lines: readonly Line[], units: readonly Units[]): Promise<Line[]> {
  const after = lines.map((line) => {
    const quantity = units.find((one) => one.orderLineId === line.id)?.quantity ?? 0;
    return { ...line, quantityCancelled: line.quantityCancelled + quantity };
  });
  for (const { orderLineId, quantity } of units) {
    await ctx.db
      .update(orderLines)
      .set({ quantityCancelled: sql`${orderLines.quantityCancelled} + ${quantity}` })
      .where(eq(orderLines.id, orderLineId));
  }
  if (after.every((line) => unitsOpen(line) === 0)) await releaseReservations(ctx, order.id);
  else await releaseUnits(ctx, order.id, units);
  return after;
}
