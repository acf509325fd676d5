import { orderLines, shipmentLines, shipments } from "@cartwright/db";
import { eq, sql } from "drizzle-orm";
import { shipStock } from "../inventory/index.ts";
import { newId, onceByKey, recordAudit, requirePermission, type Context } from "../kernel/index.ts";
import { recordOrderEvents } from "./events.ts";
import { loadStaffOrderView } from "./load-order.ts";
import { lockOrder, requireStep } from "./lock-order.ts";
import { checkUnits, chooseUnits, loadParts, unitsOpen } from "./order-lines.ts";
import type { ShipOrderInput } from "./schemas.ts";
import { setStatus } from "./set-status.ts";
import type { StaffOrderView } from "./views.ts";

/**
 * Sends a parcel with the given lines, or with all that is left; the stock leaves with it.
 * Errors: `order.not_found`, `order.wrong_status`, `order.nothing_left`, `order_line.not_found`,
 * `order.too_many_units` with `left`, `inventory.not_on_hand`, `access.*`.
 */
export async function shipOrder(ctx: Context, input: ShipOrderInput): Promise<StaffOrderView> {
  requirePermission(ctx, "orders.write");
  const { idempotencyKey, ...body } = input;
  return onceByKey(ctx, { procedure: "orders.ship", key: idempotencyKey, body }, async (ctx) => {
    const order = await lockOrder(ctx, input.order);
    requireStep(order, "shipped");
    const { lines } = await loadParts(ctx, order.id);
    const parcel = chooseUnits(lines, input.lines, unitsOpen);
    checkUnits(order, lines, parcel, { to: "ship", countOf: unitsOpen });
    const shipmentId = newId("shp");
    await shipStock(ctx, order.id, parcel, shipmentId);
    await ctx.db.insert(shipments).values({
      id: shipmentId,
      orderId: order.id,
      status: "shipped",
      carrier: input.carrier ?? null,
      trackingNumber: input.trackingNumber ?? null,
      shippedAt: ctx.clock.now(),
    });
    await ctx.db.insert(shipmentLines).values(parcel.map((line) => ({ shipmentId, ...line })));
    for (const line of parcel) {
      await ctx.db
        .update(orderLines)
        .set({ quantityShipped: sql`${orderLines.quantityShipped} + ${line.quantity}` })
        .where(eq(orderLines.id, line.orderLineId));
    }
    const sent = parcel.reduce((sum, line) => sum + line.quantity, 0);
    const open = lines.reduce((sum, line) => sum + unitsOpen(line), 0) - sent;
    await setStatus(ctx, order.id, order.status, open === 0 ? "shipped" : "processing");
    await recordOrderEvents(ctx, order.id, [{ type: "shipped", payload: { shipmentId, lines: parcel, isComplete: open === 0 } }]);
    await recordAudit(ctx, { action: "order.ship", subject: order.id, after: { shipmentId, units: sent } });
    return loadStaffOrderView(ctx, order.id);
  });
}
