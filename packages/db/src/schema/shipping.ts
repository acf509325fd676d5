import { sql } from "drizzle-orm";
import { bigint, integer, json, table, text, timestamp, uniqueIndex } from "../columns.ts";
import type { ShippingMethodKind } from "../constants/shipping.ts";

/** A way to send an order; an empty list of countries means everywhere the shop sells. */
export const shippingMethods = table(
  "shipping_methods",
  {
    id: text("id").primaryKey(),
    code: text("code").notNull(),
    name: text("name").notNull(),
    description: text("description").notNull(),
    kind: text<ShippingMethodKind>("kind").notNull(),
    currency: text("currency").notNull(),
    priceMinor: bigint("price_minor").notNull(),
    freeOverMinor: bigint("free_over_minor"),
    countries: json<string[]>("countries").notNull(),
    position: integer("position").notNull(),
    archivedAt: timestamp("archived_at"),
  },
  (t) => [uniqueIndex("shipping_methods_code").on(t.code).where(sql`${t.archivedAt} is null`)],
);
