import { sql } from "drizzle-orm";
import { bigint, check, index, integer, primaryKey, table, text, timestamp, uniqueIndex } from "../columns.ts";
import type { CouponKind } from "../constants/promotions.ts";

/** A code that takes something off an order. `used` counts living orders that carry it. */
export const coupons = table(
  "coupons",
  {
    id: text("id").primaryKey(),
    /** Upper case, as people read it. */
    code: text("code").notNull(),
    name: text("name").notNull(),
    kind: text<CouponKind>("kind").notNull(),
    /** Basis points (1000 is 10%) or minor units, by kind. */
    value: bigint("value").notNull(),
    currency: text("currency").notNull(),
    /** Goods value from which it counts. */
    minimumMinor: bigint("minimum_minor").notNull().default(0),
    startsAt: timestamp("starts_at"),
    endsAt: timestamp("ends_at"),
    usageLimit: integer("usage_limit"),
    usageLimitPerCustomer: integer("usage_limit_per_customer"),
    used: integer("used").notNull().default(0),
    createdAt: timestamp("created_at").notNull(),
    updatedAt: timestamp("updated_at").notNull(),
    archivedAt: timestamp("archived_at"),
  },
  (t) => [
    uniqueIndex("coupons_code").on(t.code).where(sql`${t.archivedAt} is null`),
    check("coupons_used", sql`${t.used} >= 0 and (${t.usageLimit} is null or ${t.used} <= ${t.usageLimit})`),
  ],
);

/** How often a customer has used a coupon; known by the hash of the e-mail address. */
export const couponCustomers = table(
  "coupon_customers",
  {
    couponId: text("coupon_id")
      .notNull()
      .references(() => coupons.id),
    customerHash: text("customer_hash").notNull(),
    used: integer("used").notNull(),
  },
  (t) => [primaryKey({ columns: [t.couponId, t.customerHash] }), check("coupon_customers_used", sql`${t.used} >= 0`)],
);

/** One row an order that carries a coupon; `released_at` when the order was cancelled before it was paid. */
export const couponUses = table(
  "coupon_uses",
  {
    couponId: text("coupon_id")
      .notNull()
      .references(() => coupons.id),
    orderId: text("order_id").notNull(),
    customerHash: text("customer_hash").notNull(),
    usedAt: timestamp("used_at").notNull(),
    releasedAt: timestamp("released_at"),
  },
  (t) => [primaryKey({ columns: [t.couponId, t.orderId] }), index("coupon_uses_order").on(t.orderId)],
);
