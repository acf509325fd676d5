import { bigint, boolean, check, index, integer, json, primaryKey, table, text, timestamp, uniqueIndex } from "../columns.ts";
import { sql } from "drizzle-orm";
import type { AddressRecord } from "../address.ts";
import type { OrderEventType, OrderStatus, ShipmentStatus } from "../constants/orders.ts";
import { accounts } from "./accounts.ts";
import { carts } from "./cart.ts";

/** A purchase. Amounts are minor units of `currency`; lines - discounts + shipping + tax not in the prices = total. */
export const orders = table(
  "orders",
  {
    id: text("id").primaryKey(),
    number: bigint("number").notNull(),
    /** Null for orders that never were a cart. */
    cartId: text("cart_id").references(() => carts.id),
    /** Hash of the unguessable word in the confirmation link. */
    accessHash: text("access_hash").notNull(),
    accountId: text("account_id").references(() => accounts.id),
    status: text<OrderStatus>("status").notNull(),
    email: text("email").notNull(),
    currency: text("currency").notNull(),
    linesMinor: bigint("lines_minor").notNull(),
    discountMinor: bigint("discount_minor").notNull(),
    shippingMinor: bigint("shipping_minor").notNull(),
    taxMinor: bigint("tax_minor").notNull(),
    totalMinor: bigint("total_minor").notNull(),
    /** What cancelled lines took off: total - cancelled is what the order is worth now. */
    cancelledMinor: bigint("cancelled_minor").notNull().default(0),
    pricesIncludeTax: boolean("prices_include_tax").notNull(),
    shippingAddress: json<AddressRecord>("shipping_address").notNull(),
    billingAddress: json<AddressRecord>("billing_address").notNull(),
    shippingMethodCode: text("shipping_method_code").notNull(),
    shippingMethodName: text("shipping_method_name").notNull(),
    paymentMethod: text("payment_method").notNull(),
    placedAt: timestamp("placed_at").notNull(),
    /** When the buyer's name and addresses were taken out. */
    anonymisedAt: timestamp("anonymised_at"),
    updatedAt: timestamp("updated_at").notNull(),
  },
  (t) => [
    uniqueIndex("orders_number").on(t.number),
    uniqueIndex("orders_access_hash").on(t.accessHash),
    /** A declined try is cancelled and leaves its cart free for the next, so only one living order a cart. */
    uniqueIndex("orders_cart").on(t.cartId).where(sql`${t.status} <> 'cancelled'`),
    index("orders_status").on(t.status, t.id),
    index("orders_account").on(t.accountId, t.id),
    index("orders_email").on(t.email, t.id),
    index("orders_updated_at").on(t.updatedAt, t.id),
  ],
);

/** A line keeps name, sku and price as they were on the day. */
export const orderLines = table(
  "order_lines",
  {
    id: text("id").primaryKey(),
    orderId: text("order_id")
      .notNull()
      .references(() => orders.id),
    variantId: text("variant_id").notNull(),
    productId: text("product_id").notNull(),
    productSlug: text("product_slug").notNull(),
    productTitle: text("product_title").notNull(),
    variantTitle: text("variant_title").notNull(),
    sku: text("sku"),
    imageUrl: text("image_url"),
    quantity: integer("quantity").notNull(),
    unitPriceMinor: bigint("unit_price_minor").notNull(),
    totalMinor: bigint("total_minor").notNull(),
    discountMinor: bigint("discount_minor").notNull(),
    taxRateBasisPoints: integer("tax_rate_basis_points").notNull(),
    taxMinor: bigint("tax_minor").notNull(),
    quantityShipped: integer("quantity_shipped").notNull(),
    quantityCancelled: integer("quantity_cancelled").notNull(),
    /** Units that came back, of those shipped. */
    quantityReturned: integer("quantity_returned").notNull().default(0),
    position: integer("position").notNull(),
  },
  (t) => [
    index("order_lines_order_id").on(t.orderId, t.position),
    index("order_lines_variant_id").on(t.variantId),
    check("order_lines_quantities", sql`${t.quantityShipped} + ${t.quantityCancelled} <= ${t.quantity}`),
  ],
);

/** Everything that ever happened to an order, in order. Permanent; holds ids and amounts, never personal data. */
export const orderEvents = table(
  "order_events",
  {
    orderId: text("order_id")
      .notNull()
      .references(() => orders.id),
    seq: integer("seq").notNull(),
    type: text<OrderEventType>("type").notNull(),
    version: integer("version").notNull(),
    payload: json<Record<string, unknown>>("payload").notNull(),
    actor: text("actor").notNull(),
    reason: text("reason"),
    at: timestamp("at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.orderId, t.seq] })],
);

/** A parcel of an order. */
export const shipments = table(
  "shipments",
  {
    id: text("id").primaryKey(),
    orderId: text("order_id")
      .notNull()
      .references(() => orders.id),
    status: text<ShipmentStatus>("status").notNull(),
    carrier: text("carrier"),
    trackingNumber: text("tracking_number"),
    shippedAt: timestamp("shipped_at").notNull(),
    deliveredAt: timestamp("delivered_at"),
  },
  (t) => [index("shipments_order_id").on(t.orderId)],
);

export const shipmentLines = table(
  "shipment_lines",
  {
    shipmentId: text("shipment_id")
      .notNull()
      .references(() => shipments.id),
    orderLineId: text("order_line_id")
      .notNull()
      .references(() => orderLines.id),
    quantity: integer("quantity").notNull(),
  },
  (t) => [primaryKey({ columns: [t.shipmentId, t.orderLineId] })],
);

/** What an order's discount consists of, as it was on the day. */
export const orderDiscounts = table(
  "order_discounts",
  {
    orderId: text("order_id")
      .notNull()
      .references(() => orders.id),
    position: integer("position").notNull(),
    couponId: text("coupon_id"),
    code: text("code"),
    label: text("label").notNull(),
    amountMinor: bigint("amount_minor").notNull(),
  },
  (t) => [primaryKey({ columns: [t.orderId, t.position] })],
);
