import { payments } from "@cartwright/db";
import { and, eq } from "drizzle-orm";
import type { Context } from "../kernel/index.ts";

/** A promise is not waited for any more; false when the payment is not `pending` (any more). */
export async function giveUpPromise(ctx: Context, paymentId: string): Promise<boolean> {
  const rows = await ctx.db
    .update(payments)
    .set({ status: "cancelled", updatedAt: ctx.clock.now() })
    .where(and(eq(payments.id, paymentId), eq(payments.status, "pending")))
    .returning({ id: payments.id });
  return rows.length > 0;
}
