import { shipments } from "@cartwright/db";
import { and, eq } from "drizzle-orm";
import { notFound, onceByKey, recordAudit, requirePermission, type Context } from "../kernel/index.ts";
import { recordOrderEvents } from "./events.ts";
import { loadStaffOrderView } from "./load-order.ts";
import { lockOrder } from "./lock-order.ts";
import type { UpdateShipmentInput } from "./schemas.ts";
import { touchOrder } from "./touch-order.ts";
import type { StaffOrderView } from "./views.ts";

/**
 * Corrects who carries a parcel and under which number; what is left out stays, null takes it away. Nothing is told twice.
 * Errors: `order.not_found`, `shipment.not_found`, `access.*`.
 */
export async function updateShipment(ctx: Context, input: UpdateShipmentInput): Promise<StaffOrderView> {
  requirePermission(ctx, "orders.write");
  const { idempotencyKey, ...body } = input;
  return onceByKey(ctx, { procedure: "orders.updateShipment", key: idempotencyKey, body }, async (ctx) => {
    const order = await lockOrder(ctx, input.order);
    const ofOrder = and(eq(shipments.id, input.shipmentId), eq(shipments.orderId, order.id));
    const [parcel] = await ctx.db.select().from(shipments).where(ofOrder);
    if (!parcel) throw notFound("shipment", input.shipmentId);
    const { carrier = parcel.carrier, trackingNumber = parcel.trackingNumber } = input;
    if (carrier === parcel.carrier && trackingNumber === parcel.trackingNumber) return loadStaffOrderView(ctx, order.id);
    await ctx.db.update(shipments).set({ carrier, trackingNumber }).where(ofOrder);
    await touchOrder(ctx, order.id);
    // The number leads to a person's door, so it stands with the parcel alone.
    await recordOrderEvents(ctx, order.id, [{ type: "tracking_changed", payload: { shipmentId: parcel.id, carrier } }]);
    await recordAudit(ctx, { action: "order.track", subject: order.id, before: { shipmentId: parcel.id, carrier: parcel.carrier }, after: { carrier } });
    return loadStaffOrderView(ctx, order.id);
  });
}
