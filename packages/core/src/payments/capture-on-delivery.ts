import { payments } from "@cartwright/db";
import { and, eq, sql } from "drizzle-orm";
import type { Context } from "../kernel/index.ts";

/** Money that came with the delivery: an order's pending payments are captured. Returns what was taken, by payment. */
export async function captureOnDelivery(ctx: Context, orderId: string): Promise<{ paymentId: string; amountMinor: number }[]> {
  return ctx.db
    .update(payments)
    .set({
      status: "captured",
      authorisedMinor: sql`${payments.amountMinor}`,
      capturedMinor: sql`${payments.amountMinor}`,
      updatedAt: ctx.clock.now(),
    })
    .where(and(eq(payments.orderId, orderId), eq(payments.status, "pending")))
    .returning({ paymentId: payments.id, amountMinor: payments.amountMinor });
}
