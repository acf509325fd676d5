import { sql } from "drizzle-orm";
import { bigint, check, index, integer, primaryKey, table, text, timestamp, uniqueIndex } from "../columns.ts";
import type { ReturnStatus } from "../constants/returns.ts";
import { orderLines, orders } from "./orders.ts";

/** Goods that come back from an order, and what became of them. */
export const returns = table(
  "returns",
  {
    id: text("id").primaryKey(),
    number: bigint("number").notNull(),
    orderId: text("order_id")
      .notNull()
      .references(() => orders.id),
    status: text<ReturnStatus>("status").notNull(),
    reason: text("reason").notNull(),
    /** The buyer's own words. */
    comment: text("comment"),
    /** What staff said to it. */
    note: text("note"),
    actor: text("actor").notNull(),
    refundedMinor: bigint("refunded_minor").notNull().default(0),
    createdAt: timestamp("created_at").notNull(),
    updatedAt: timestamp("updated_at").notNull(),
  },
  (t) => [uniqueIndex("returns_number").on(t.number), index("returns_order_id").on(t.orderId), index("returns_status").on(t.status, t.id)],
);

/** Received = restocked + written off. */
export const returnLines = table(
  "return_lines",
  {
    returnId: text("return_id")
      .notNull()
      .references(() => returns.id),
    orderLineId: text("order_line_id")
      .notNull()
      .references(() => orderLines.id),
    quantity: integer("quantity").notNull(),
    quantityRestocked: integer("quantity_restocked").notNull().default(0),
    quantityWrittenOff: integer("quantity_written_off").notNull().default(0),
  },
  (t) => [
    primaryKey({ columns: [t.returnId, t.orderLineId] }),
    index("return_lines_order_line").on(t.orderLineId),
    check("return_lines_quantities", sql`${t.quantity} > 0 and ${t.quantityRestocked} + ${t.quantityWrittenOff} <= ${t.quantity}`),
  ],
);
