import { sql } from "drizzle-orm";
import { bigint, boolean, check, index, integer, primaryKey, table, text, timestamp, uniqueIndex } from "../columns.ts";
import type { MovementKind, ReservationStatus, StockCountStatus, TransferStatus } from "../constants/inventory.ts";

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
    /** What is available is at or below the threshold; kept so that a crossing is told once. */
    isLow: boolean("is_low").notNull().default(false),
    /** There is something to sell; kept so that selling out and coming back are told once. */
    isSellable: boolean("is_sellable").notNull().default(false),
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

/** Units kept for a cart in checkout, for an order that is being paid (no expiry) or, once it is confirmed, allocated to it. */
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

/** Stock on its way from one location to another: it left by `transferred` movements and arrives by others. */
export const transfers = table(
  "transfers",
  {
    id: text("id").primaryKey(),
    number: bigint("number").notNull(),
    fromLocationId: text("from_location_id")
      .notNull()
      .references(() => locations.id),
    toLocationId: text("to_location_id")
      .notNull()
      .references(() => locations.id),
    status: text<TransferStatus>("status").notNull(),
    note: text("note"),
    actor: text("actor").notNull(),
    sentAt: timestamp("sent_at").notNull(),
    closedAt: timestamp("closed_at"),
  },
  (t) => [uniqueIndex("transfers_number").on(t.number), index("transfers_status").on(t.status, t.id)],
);

/** In transit = quantity - received - lost. */
export const transferLines = table(
  "transfer_lines",
  {
    transferId: text("transfer_id")
      .notNull()
      .references(() => transfers.id),
    variantId: text("variant_id").notNull(),
    quantity: integer("quantity").notNull(),
    quantityReceived: integer("quantity_received").notNull().default(0),
    quantityLost: integer("quantity_lost").notNull().default(0),
  },
  (t) => [
    primaryKey({ columns: [t.transferId, t.variantId] }),
    index("transfer_lines_variant").on(t.variantId),
    check("transfer_lines_quantities", sql`${t.quantity} > 0 and ${t.quantityReceived} + ${t.quantityLost} <= ${t.quantity}`),
  ],
);

/** A walk along the shelves of a location, posted as adjustments when it is done. */
export const stockCounts = table(
  "stock_counts",
  {
    id: text("id").primaryKey(),
    number: bigint("number").notNull(),
    locationId: text("location_id")
      .notNull()
      .references(() => locations.id),
    status: text<StockCountStatus>("status").notNull(),
    note: text("note"),
    actor: text("actor").notNull(),
    startedAt: timestamp("started_at").notNull(),
    closedAt: timestamp("closed_at"),
  },
  (t) => [uniqueIndex("stock_counts_number").on(t.number), index("stock_counts_status").on(t.status, t.id)],
);

/** `expected` is what was on hand at the moment of counting, so that what is sold afterwards does not count as a loss. */
export const stockCountLines = table(
  "stock_count_lines",
  {
    countId: text("count_id")
      .notNull()
      .references(() => stockCounts.id),
    variantId: text("variant_id").notNull(),
    expected: integer("expected").notNull(),
    counted: integer("counted").notNull(),
    countedAt: timestamp("counted_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.countId, t.variantId] }), check("stock_count_lines_counted", sql`${t.counted} >= 0`)],
);

/** A level that fell to its threshold: raised once a crossing, cleared when it is above again. */
export const stockAlerts = table(
  "stock_alerts",
  {
    id: text("id").primaryKey(),
    variantId: text("variant_id").notNull(),
    locationId: text("location_id")
      .notNull()
      .references(() => locations.id),
    available: integer("available").notNull(),
    threshold: integer("threshold").notNull(),
    raisedAt: timestamp("raised_at").notNull(),
    clearedAt: timestamp("cleared_at"),
  },
  (t) => [
    uniqueIndex("stock_alerts_open").on(t.variantId, t.locationId).where(sql`${t.clearedAt} is null`),
    index("stock_alerts_raised_at").on(t.raisedAt),
  ],
);
