import { orderEvents, orderLines, orders, shipmentLines, shipments } from "@cartwright/db";
import { asc, eq } from "drizzle-orm";
import { type Context, type Money } from "../kernel/index.ts";
import { listPayments } from "../payments/index.ts";
import { fulfilmentStatus, orderPaymentStatus } from "./order-status.ts";
import type { OrderRow } from "./lock-order.ts";
import type { OrderRowView, OrderView, StaffOrderView } from "./views.ts";

/** An order with its lines, payments and shipments. Four statements whatever its size. */
export async function loadOrderView(ctx: Context, order: OrderRow): Promise<OrderView> {
  const money = (amountMinor: number): Money => ({ amountMinor, currency: order.currency });
  const lines = await ctx.db.select().from(orderLines).where(eq(orderLines.orderId, order.id)).orderBy(asc(orderLines.position));
  const payments = await listPayments(ctx, order.id);
  const parcels = await ctx.db.select().from(shipments).where(eq(shipments.orderId, order.id)).orderBy(asc(shipments.id));
  const packed = await ctx.db
    .select({ shipmentId: shipmentLines.shipmentId, lineId: shipmentLines.orderLineId, quantity: shipmentLines.quantity })
    .from(shipmentLines)
    .innerJoin(shipments, eq(shipments.id, shipmentLines.shipmentId))
    .where(eq(shipments.orderId, order.id));
  return {
    id: order.id,
    number: order.number,
    status: order.status,
    paymentStatus: orderPaymentStatus(order.totalMinor, payments),
    fulfilmentStatus: fulfilmentStatus({ lines, shipments: parcels }),
    email: order.email,
    shippingAddress: order.shippingAddress,
    billingAddress: order.billingAddress,
    shippingMethodName: order.shippingMethodName,
    paymentMethod: order.paymentMethod,
    lines: lines.map((line) => ({
      id: line.id,
      variantId: line.variantId,
      productSlug: line.productSlug,
      productTitle: line.productTitle,
      variantTitle: line.variantTitle,
      sku: line.sku,
      imageUrl: line.imageUrl,
      quantity: line.quantity,
      quantityShipped: line.quantityShipped,
      quantityCancelled: line.quantityCancelled,
      unitPrice: money(line.unitPriceMinor),
      total: money(line.totalMinor),
    })),
    totals: {
      lines: money(order.linesMinor),
      discount: money(order.discountMinor),
      shipping: money(order.shippingMinor),
      tax: money(order.taxMinor),
      pricesIncludeTax: order.pricesIncludeTax,
      total: money(order.totalMinor),
    },
    payments: payments.map((payment) => ({
      id: payment.id,
      method: payment.gateway,
      status: payment.status,
      amount: money(payment.amountMinor),
      captured: money(payment.capturedMinor),
      refunded: money(payment.refundedMinor),
    })),
    shipments: parcels.map((parcel) => ({
      id: parcel.id,
      status: parcel.status,
      carrier: parcel.carrier,
      trackingNumber: parcel.trackingNumber,
      shippedAt: parcel.shippedAt.toISOString(),
      deliveredAt: parcel.deliveredAt?.toISOString() ?? null,
      lines: packed.filter((line) => line.shipmentId === parcel.id).map(({ lineId, quantity }) => ({ lineId, quantity })),
    })),
    placedAt: order.placedAt.toISOString(),
    updatedAt: order.updatedAt.toISOString(),
  };
}

/** The same with the order's story, for staff. */
export async function loadStaffOrderView(ctx: Context, orderId: string): Promise<StaffOrderView> {
  const [order] = await ctx.db.select().from(orders).where(eq(orders.id, orderId));
  if (!order) throw new Error(`order ${orderId} was just read`);
  const view = await loadOrderView(ctx, order);
  const events = await ctx.db.select().from(orderEvents).where(eq(orderEvents.orderId, orderId)).orderBy(asc(orderEvents.seq));
  return {
    ...view,
    events: events.map(({ seq, type, actor, reason, payload, at }) => ({ seq, type, actor, reason, payload, at: at.toISOString() })),
  };
}

export function orderRowView(order: OrderRow, quantity: number): OrderRowView {
  return {
    id: order.id,
    number: order.number,
    status: order.status,
    email: order.email,
    total: { amountMinor: order.totalMinor, currency: order.currency },
    quantity,
    placedAt: order.placedAt.toISOString(),
  };
}
