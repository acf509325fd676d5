import { inTransaction, orderLines, shipments } from "@cartwright/db";
import { and, eq } from "drizzle-orm";
import { DomainError, notFound, recordAudit, requirePermission, type Context } from "../kernel/index.ts";
import { captureOnDelivery } from "../payments/index.ts";
import { recordOrderEvents } from "./events.ts";
import { loadStaffOrderView } from "./load-order.ts";
import { lockOrder, type OrderRow } from "./lock-order.ts";
import { fulfilmentStatus } from "./order-status.ts";
import type { DeliverOrderInput } from "./schemas.ts";
import { setStatus } from "./set-status.ts";
import type { StaffOrderView } from "./views.ts";

/**
 * A parcel, or every parcel on its way, has arrived. When all has, the order is delivered and money due on
 * delivery counts as captured. Errors: `order.not_found`, `shipment.not_found`, `order.nothing_on_its_way`, `access.*`.
 */
export async function deliverOrder(ctx: Context, input: DeliverOrderInput): Promise<StaffOrderView> {
  requirePermission(ctx, "orders.write");
  return inTransaction(ctx, async (ctx) => {
    const order = await lockOrder(ctx, input.order);
    const arrived = await markArrived(ctx, order, input.shipmentId);
    const lines = await ctx.db.select().from(orderLines).where(eq(orderLines.orderId, order.id));
    const parcels = await ctx.db.select().from(shipments).where(eq(shipments.orderId, order.id));
    const isDone = order.status === "shipped" && fulfilmentStatus({ lines, shipments: parcels }) === "delivered";
    if (isDone) await setStatus(ctx, order.id, "shipped", "delivered");
    const captured = isDone ? await captureOnDelivery(ctx, order.id) : [];
    await recordOrderEvents(ctx, order.id, [
      { type: "delivered", payload: { shipmentIds: arrived, isComplete: isDone } },
      ...captured.map((payment) => ({ type: "payment_captured" as const, payload: { ...payment } })),
    ]);
    await recordAudit(ctx, { action: "order.deliver", subject: order.id, after: { shipmentIds: arrived } });
    return loadStaffOrderView(ctx, order.id);
  });
}

async function markArrived(ctx: Context, order: OrderRow, shipmentId: string | undefined): Promise<string[]> {
  const rows = await ctx.db
    .update(shipments)
    .set({ status: "delivered", deliveredAt: ctx.clock.now() })
    .where(
      and(eq(shipments.orderId, order.id), eq(shipments.status, "shipped"), shipmentId ? eq(shipments.id, shipmentId) : undefined),
    )
    .returning({ id: shipments.id });
  if (rows.length > 0) return rows.map((row) => row.id);
  if (shipmentId) throw notFound("shipment", shipmentId);
  throw new DomainError("conflict", "order.nothing_on_its_way", `No parcel of order ${order.number} is on its way. Ship it first.`, {
    status: order.status,
  });
}
