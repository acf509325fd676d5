import { DomainError, onceByKey, recordAudit, requirePermission, type Context } from "../kernel/index.ts";
import { leftToRefund, refundCaptured, tooMuch } from "../payments/index.ts";
import { requireNotBeingPaid } from "./cancel-order.ts";
import { recordOrderEvents } from "./events.ts";
import { refundedEvents } from "./follow-worth.ts";
import { loadOrderState } from "./load-order-state.ts";
import { loadStaffOrderView } from "./load-order.ts";
import { lockOrder, type OrderRow } from "./lock-order.ts";
import { checkUnits, chooseUnits, loadParts } from "./order-lines.ts";
import { worthOfUnits, type Units } from "./order-worth.ts";
import type { RefundOrderInput } from "./schemas.ts";
import { settleRefunds } from "./settle-refunds.ts";
import { touchOrder } from "./touch-order.ts";
import type { StaffOrderView } from "./views.ts";

/**
 * Gives money back and nothing else: an amount in minor units, or what units are worth that have left and stay away.
 * Units that have not left are cancelled instead, and goods that come back are a return.
 * Errors: `order.not_found`, `order.payment_running`, `order_line.not_found`, `order.too_many_units` with `left`,
 * `payment.refund_too_much` with `leftMinor`, `order.nothing_to_refund`, `access.*`.
 */
export async function refundOrder(ctx: Context, input: RefundOrderInput): Promise<StaffOrderView> {
  requirePermission(ctx, "orders.refund");
  const { idempotencyKey, ...body } = input;
  const view = await onceByKey(ctx, { procedure: "orders.refund", key: idempotencyKey, body }, async (ctx) => {
    const order = await lockOrder(ctx, input.order);
    await requireNotBeingPaid(ctx, order);
    const leftMinor = await leftToRefund(ctx, order.id);
    if (leftMinor === 0) {
      throw new DomainError("conflict", "order.nothing_to_refund", `Nothing was paid for order ${order.number} that has not been given back.`, { leftMinor });
    }
    const wish = input.lines ? await wishOf(ctx, order, input.lines) : { amountMinor: input.amountMinor ?? 0 };
    if (wish.amountMinor > leftMinor) throw tooMuch(leftMinor);
    const { reason } = input;
    // Units that stay away are not to be paid for any more; any other amount is a gift.
    const about = { reason, purpose: "lines" in wish ? ("worth" as const) : ("goodwill" as const) };
    const refunds = await refundCaptured(ctx, order.id, { amountMinor: wish.amountMinor, ...about });
    await touchOrder(ctx, order.id);
    await recordOrderEvents(ctx, order.id, refundedEvents(refunds, { ...about, ...("lines" in wish ? { lines: wish.lines } : {}) }));
    await recordAudit(ctx, { action: "order.refund", subject: order.id, after: { ...wish, refundIds: refunds.map((refund) => refund.refundId) } });
    return loadStaffOrderView(ctx, order.id);
  });
  await settleRefunds(ctx, { orderId: view.id });
  return view;
}

async function wishOf(ctx: Context, order: OrderRow, wanted: readonly { lineId: string; quantity: number }[]): Promise<{ amountMinor: number; lines: Units[] }> {
  const { lines } = await loadParts(ctx, order.id);
  const { refundedUnits } = await loadOrderState(ctx, order.id);
  const away = (line: (typeof lines)[number]) => line.quantityShipped - line.quantityReturned - (refundedUnits[line.id] ?? 0);
  const units = chooseUnits(lines, wanted, away);
  checkUnits(order, lines, units, { to: "refund", countOf: away });
  const skipped = Object.entries(refundedUnits).map(([orderLineId, quantity]) => ({ orderLineId, quantity }));
  return { amountMinor: worthOfUnits(order, lines, units, skipped).amountMinor, lines: units };
}
