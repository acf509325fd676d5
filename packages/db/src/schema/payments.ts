import { sql } from "drizzle-orm";
import { bigint, check, index, integer, table, text, timestamp, uniqueIndex } from "../columns.ts";
import type { PaymentStatus, RefundPurpose, RefundStatus } from "../constants/payments.ts";

/** Money asked of a gateway for an order, known there by our idempotency key. */
export const payments = table(
  "payments",
  {
    id: text("id").primaryKey(),
    orderId: text("order_id").notNull(),
    gateway: text("gateway").notNull(),
    status: text<PaymentStatus>("status").notNull(),
    currency: text("currency").notNull(),
    amountMinor: bigint("amount_minor").notNull(),
    authorisedMinor: bigint("authorised_minor").notNull(),
    capturedMinor: bigint("captured_minor").notNull(),
    refundedMinor: bigint("refunded_minor").notNull(),
    idempotencyKey: text("idempotency_key").notNull(),
    gatewayReference: text("gateway_reference"),
    failureReason: text("failure_reason"),
    /** When the gateway is asked again whether it took money after all, null when it need not be; while `started`, when it was asked last. */
    checkAt: timestamp("check_at"),
    checks: integer("checks").notNull().default(0),
    createdAt: timestamp("created_at").notNull(),
    updatedAt: timestamp("updated_at").notNull(),
  },
  (t) => [
    index("payments_order_id").on(t.orderId),
    index("payments_status").on(t.status, t.createdAt),
    index("payments_check_at").on(t.checkAt).where(sql`${t.checkAt} is not null`),
    uniqueIndex("payments_idempotency_key").on(t.idempotencyKey),
    check(
      "payments_amounts",
      sql`${t.authorisedMinor} <= ${t.amountMinor} and ${t.capturedMinor} <= ${t.authorisedMinor} and ${t.refundedMinor} <= ${t.capturedMinor}`,
    ),
  ],
);

/** Money given back from a captured payment. */
export const refunds = table(
  "refunds",
  {
    id: text("id").primaryKey(),
    paymentId: text("payment_id")
      .notNull()
      .references(() => payments.id),
    status: text<RefundStatus>("status").notNull(),
    amountMinor: bigint("amount_minor").notNull(),
    reason: text("reason"),
    returnId: text("return_id"),
    /** Given because the order is worth less, or out of goodwill: what is due afterwards counts the first alone. */
    purpose: text<RefundPurpose>("purpose").notNull().default("goodwill"),
    idempotencyKey: text("idempotency_key").notNull(),
    gatewayReference: text("gateway_reference"),
    createdAt: timestamp("created_at").notNull(),
    updatedAt: timestamp("updated_at").notNull(),
  },
  (t) => [index("refunds_payment_id").on(t.paymentId), uniqueIndex("refunds_idempotency_key").on(t.idempotencyKey)],
);
