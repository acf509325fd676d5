import { shipments } from "@cartwright/db";
import { and, eq } from "drizzle-orm";
import { DomainError, notFound, onceByKey, recordAudit, requirePermission, type Context } from "../kernel/index.ts";
import { applyStatus } from "./apply-status.ts";
import { recordOrderEvents } from "./events.ts";
import { loadStaffOrderView } from "./load-order.ts";
import { lockOrder, type OrderRow } from "./lock-order.ts";
import { loadParts } from "./order-lines.ts";
import type { DeliverOrderInput } from "./schemas.ts";
import type { StaffOrderView } from "./views.ts";

/**
 * A parcel, or every parcel on its way, has arrived. When all has, the order is delivered and money due on
 * delivery counts as captured. Errors: `order.not_found`, `shipment.not_found`, `order.nothing_on_its_way`, `access.*`.
 */
export async function deliverOrder(ctx: Context, input: DeliverOrderInput): Promise<StaffOrderView> {
  requirePermission(ctx, "orders.write");
  const { idempotencyKey, ...body } = input;
  return onceByKey(ctx, { procedure: "orders.deliver", key: idempotencyKey, body }, async (ctx) => {
    const order = await lockOrder(ctx, input.order);
    const arrived = await markArrived(ctx, order, input.shipmentId);
    const { status, events } = await applyStatus(ctx, order, await loadParts(ctx, order.id));
    await recordOrderEvents(ctx, order.id, [{ type: "delivered", payload: { shipmentIds: arrived, isComplete: status === "delivered" } }, ...events]);
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
