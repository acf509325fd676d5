import { sql } from "drizzle-orm";
import { boolean, check, index, integer, primaryKey, table, text, timestamp, uniqueIndex } from "../columns.ts";
import type { MovementKind, ReservationStatus } from "../constants/inventory.ts";

/** A place that holds stock; lines are allocated to the lowest priority number first. */
export const locations = table(
  "locations",
  {
    id: text("id").primaryKey(),
    code: text("code").notNull(),
    name: text("name").notNull(),
    priority: integer("priority").notNull(),
    archivedAt: timestamp("archived_at"),
  },
  (t) => [uniqueIndex("locations_code").on(t.code).where(sql`${t.archivedAt} is null`)],
);

/** Stock of a variant at a location. Available = on hand + backorder limit - reserved. */
export const stockLevels = table(
  "stock_levels",
  {
    variantId: text("variant_id").notNull(),
    locationId: text("location_id")
      .notNull()
      .references(() => locations.id),
    onHand: integer("on_hand").notNull(),
    reserved: integer("reserved").notNull(),
    backorderLimit: integer("backorder_limit").notNull(),
    lowStockThreshold: integer("low_stock_threshold").notNull(),
    /** A count found less than was promised. */
    isShort: boolean("is_short").notNull(),
    updatedAt: timestamp("updated_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.variantId, t.locationId] }),
    check("stock_levels_reserved", sql`${t.reserved} >= 0`),
  ],
);

/** The ledger: every change of an on hand, signed. Rows are only ever added. */
export const stockMovements = table(
  "stock_movements",
  {
    id: text("id").primaryKey(),
    variantId: text("variant_id").notNull(),
    locationId: text("location_id")
      .notNull()
      .references(() => locations.id),
    kind: text<MovementKind>("kind").notNull(),
    quantity: integer("quantity").notNull(),
    reason: text("reason"),
    actor: text("actor").notNull(),
    /** What caused it, such as an order or an import, by id. */
    reference: text("reference"),
    at: timestamp("at").notNull(),
  },
  (t) => [index("stock_movements_variant").on(t.variantId, t.id), index("stock_movements_reference").on(t.reference)],
);

/** Units promised to an order: held until `expires_at`, then, once confirmed, allocated without end. */
export const reservations = table(
  "reservations",
  {
    id: text("id").primaryKey(),
    variantId: text("variant_id").notNull(),
    locationId: text("location_id")
      .notNull()
      .references(() => locations.id),
    /** The cart or order the units are kept for. */
    ownerId: text("owner_id").notNull(),
    orderLineId: text("order_line_id"),
    quantity: integer("quantity").notNull(),
    status: text<ReservationStatus>("status").notNull(),
    expiresAt: timestamp("expires_at"),
    createdAt: timestamp("created_at").notNull(),
    endedAt: timestamp("ended_at"),
  },
  (t) => [
    index("reservations_owner").on(t.ownerId),
    index("reservations_variant").on(t.variantId, t.status),
    index("reservations_expiry").on(t.status, t.expiresAt),
    check("reservations_quantity", sql`${t.quantity} > 0`),
  ],
);
