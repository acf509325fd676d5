import { orders, shipmentLines, shipments } from "@cartwright/db";
import { eq } from "drizzle-orm";
import { type Context, type Money } from "../kernel/index.ts";
import { listPayments, listRefunds } from "../payments/index.ts";
import { trackingUrl } from "./carriers.ts";
import { loadDiscounts } from "./load-discounts.ts";
import { loadEvents } from "./load-order-state.ts";
import type { OrderRow } from "./lock-order.ts";
import { loadParts } from "./order-lines.ts";
import { fulfilmentStatus, orderPaymentStatus, returnStatus } from "./order-status.ts";
import { orderWorth } from "./order-worth.ts";
import type { OrderRowView, OrderView, StaffOrderView } from "./views.ts";

/** An order with its lines, payments and shipments. Five statements whatever its size, and one more for its discounts. */
export async function loadOrderView(ctx: Context, order: OrderRow, isForStaff = false): Promise<OrderView> {
  const money = (amountMinor: number): Money => ({ amountMinor, currency: order.currency });
  const { lines, shipments: parcels } = await loadParts(ctx, order.id);
  const payments = await listPayments(ctx, order.id);
  const givenBack = await listRefunds(ctx, order.id);
  const discounts = await loadDiscounts(ctx, order);
  const worth = orderWorth(order, lines);
  const packed = await ctx.db
    .select({ shipmentId: shipmentLines.shipmentId, lineId: shipmentLines.orderLineId, quantity: shipmentLines.quantity })
    .from(shipmentLines)
    .innerJoin(shipments, eq(shipments.id, shipmentLines.shipmentId))
    .where(eq(shipments.orderId, order.id));
  return {
    id: order.id,
    number: order.number,
    status: order.status,
    paymentStatus: orderPaymentStatus(worth, payments),
    fulfilmentStatus: fulfilmentStatus({ lines, shipments: parcels }),
    returnStatus: returnStatus(lines),
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
      quantityReturned: line.quantityReturned,
      unitPrice: money(line.unitPriceMinor),
      total: money(line.totalMinor),
    })),
    totals: {
      lines: money(order.linesMinor),
      discount: money(order.discountMinor),
      discounts,
      shipping: money(order.shippingMinor),
      tax: money(order.taxMinor),
      pricesIncludeTax: order.pricesIncludeTax,
      total: money(order.totalMinor),
      cancelled: money(order.cancelledMinor),
      worth: money(worth),
    },
    payments: payments.map((payment) => ({
      id: payment.id,
      method: payment.gateway,
      status: payment.status,
      amount: money(payment.amountMinor),
      captured: money(payment.capturedMinor),
      refunded: money(payment.refundedMinor),
    })),
    refunds: givenBack.map((refund) => ({
      id: refund.id,
      paymentId: refund.paymentId,
      amount: money(refund.amountMinor),
      state: refund.status,
      reason: isForStaff ? refund.reason : null,
      returnId: refund.returnId,
      createdAt: refund.createdAt.toISOString(),
      updatedAt: refund.updatedAt.toISOString(),
    })),
    shipments: parcels.map((parcel) => ({
      id: parcel.id,
      status: parcel.status,
      carrier: parcel.carrier,
      trackingNumber: parcel.trackingNumber,
      trackingUrl: trackingUrl(parcel.carrier, parcel.trackingNumber),
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
  const view = await loadOrderView(ctx, order, true);
  const events = await loadEvents(ctx, orderId);
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
