import { inTransaction, orderLines } from "@cartwright/db";
import { eq, sql } from "drizzle-orm";
import { releaseReservations } from "../inventory/index.ts";
import { DomainError, recordAudit, requirePermission, type Context } from "../kernel/index.ts";
import { settleRefunds, startRefunds } from "../payments/index.ts";
import { recordOrderEvents } from "./events.ts";
import { loadStaffOrderView } from "./load-order.ts";
import { lockOrder, requireStep } from "./lock-order.ts";
import type { CancelOrderInput } from "./schemas.ts";
import { setStatus } from "./set-status.ts";
import type { StaffOrderView } from "./views.ts";

/**
 * Cancels a whole order that has not begun to leave: stock back, money back. A refund whose gateway gives no
 * answer stays `started` and is asked for again by the server.
 * Errors: `order.not_found`, `order.wrong_status`, `order.payment_running`, `access.*`.
 */
export async function cancelOrder(ctx: Context, input: CancelOrderInput): Promise<StaffOrderView> {
  requirePermission(ctx, "orders.write");
  const orderId = await inTransaction(ctx, async (ctx) => {
    const order = await lockOrder(ctx, input.order);
    if (order.status === "pending") {
      throw new DomainError("conflict", "order.payment_running", `Order ${order.number} is being paid. Try again in a minute.`);
    }
    requireStep(order, "cancelled");
    await setStatus(ctx, order.id, order.status, "cancelled");
    await ctx.db
      .update(orderLines)
      .set({ quantityCancelled: sql`${orderLines.quantity} - ${orderLines.quantityShipped}` })
      .where(eq(orderLines.orderId, order.id));
    await releaseReservations(ctx, order.id);
    const refunds = await startRefunds(ctx, order.id, input.reason);
    await recordOrderEvents(ctx, order.id, [
      { type: "cancelled", payload: {}, reason: input.reason },
      ...refunds.map((refund) => ({ type: "refunded" as const, payload: { ...refund }, reason: input.reason })),
    ]);
    await recordAudit(ctx, { action: "order.cancel", subject: order.id, before: { status: order.status }, after: { status: "cancelled" } });
    return order.id;
  });
  await settleRefunds(ctx, { orderId });
  return loadStaffOrderView(ctx, orderId);
}
