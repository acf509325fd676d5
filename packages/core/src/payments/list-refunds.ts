import { payments, refunds } from "@cartwright/db";
import { asc, eq, getTableColumns } from "drizzle-orm";
import type { Context } from "../kernel/index.ts";

/** What goes back to an order's buyer, oldest first. */
export async function listRefunds(ctx: Context, orderId: string) {
  return ctx.db
    .select(getTableColumns(refunds))
    .from(refunds)
    .innerJoin(payments, eq(payments.id, refunds.paymentId))
    .where(eq(payments.orderId, orderId))
    .orderBy(asc(refunds.id));
}
