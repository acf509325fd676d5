import { payments } from "@cartwright/db";
import { and, eq, sql } from "drizzle-orm";
import type { Context } from "../kernel/index.ts";

/**
 * The money of a promise has come, all of it; false when the payment is not `pending` (any more). Call it in a
 * transaction that holds the order's lock.
 */
export async function markPaid(ctx: Context, paymentId: string): Promise<boolean> {
  const rows = await ctx.db
    .update(payments)
    .set({ ...captured, updatedAt: ctx.clock.now() })
    .where(and(eq(payments.id, paymentId), eq(payments.status, "pending")))
    .returning({ id: payments.id });
  return rows.length > 0;
}

/** Whole, as what was promised. */
export const captured = {
  status: "captured" as const,
  authorisedMinor: sql`${payments.amountMinor}`,
  capturedMinor: sql`${payments.amountMinor}`,
};
