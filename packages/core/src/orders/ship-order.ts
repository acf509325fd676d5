import { orderLines, shipmentLines, shipments } from "@cartwright/db";
import { asc, eq, sql } from "drizzle-orm";
import { shipStock, type ShipLine } from "../inventory/index.ts";
import { DomainError, newId, notFound, onceByKey, recordAudit, requirePermission, type Context } from "../kernel/index.ts";
import { recordOrderEvents } from "./events.ts";
import { loadStaffOrderView } from "./load-order.ts";
import { lockOrder, requireStep, type OrderRow } from "./lock-order.ts";
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
    const lines = await ctx.db.select().from(orderLines).where(eq(orderLines.orderId, order.id)).orderBy(asc(orderLines.position));
    const parcel = input.lines ? mergeLines(input.lines) : everythingLeft(lines);
    checkParcel(order, lines, parcel);
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
    const open = lines.reduce((sum, line) => sum + unitsLeft(line), 0) - sent;
    await setStatus(ctx, order.id, order.status, open === 0 ? "shipped" : "processing");
    await recordOrderEvents(ctx, order.id, [{ type: "shipped", payload: { shipmentId, lines: parcel, isComplete: open === 0 } }]);
    await recordAudit(ctx, { action: "order.ship", subject: order.id, after: { shipmentId, units: sent } });
    return loadStaffOrderView(ctx, order.id);
  });
}

type Line = typeof orderLines.$inferSelect;

function unitsLeft(line: Line): number {
  return line.quantity - line.quantityShipped - line.quantityCancelled;
}

function everythingLeft(lines: readonly Line[]): ShipLine[] {
  return lines.map((line) => ({ orderLineId: line.id, quantity: unitsLeft(line) })).filter((line) => line.quantity > 0);
}

function mergeLines(lines: readonly { lineId: string; quantity: number }[]): ShipLine[] {
  const units = new Map<string, number>();
  for (const line of lines) units.set(line.lineId, (units.get(line.lineId) ?? 0) + line.quantity);
  return [...units].map(([orderLineId, quantity]) => ({ orderLineId, quantity }));
}

function checkParcel(order: OrderRow, lines: readonly Line[], parcel: readonly ShipLine[]): void {
  if (parcel.length === 0) {
    throw new DomainError("conflict", "order.nothing_left", `Nothing of order ${order.number} is left to ship.`);
  }
  for (const { orderLineId, quantity } of parcel) {
    const line = lines.find((candidate) => candidate.id === orderLineId);
    if (!line) throw notFound("order_line", orderLineId);
    if (quantity > unitsLeft(line)) {
      throw new DomainError("conflict", "order.too_many_units", `Only ${unitsLeft(line)} of ${line.productTitle} are left to ship.`, {
        lineId: orderLineId,
        left: unitsLeft(line),
      });
    }
  }
}
