import { payments } from "@cartwright/db";
import { asc, eq } from "drizzle-orm";
import type { Context } from "../kernel/index.ts";

/** An order's payments, oldest first. */
export async function listPayments(ctx: Context, orderId: string) {
  return ctx.db.select().from(payments).where(eq(payments.orderId, orderId)).orderBy(asc(payments.createdAt), asc(payments.id));
}
