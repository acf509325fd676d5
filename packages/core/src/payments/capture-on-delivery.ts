import { payments } from "@cartwright/db";
import { and, eq } from "drizzle-orm";
import type { Context } from "../kernel/index.ts";
import { captured } from "./mark-paid.ts";

/** Cash that came with the delivery counts as captured; a transfer does not come that way. Returns what was taken, by payment. */
export async function captureOnDelivery(ctx: Context, orderId: string): Promise<{ paymentId: string; amountMinor: number }[]> {
  return ctx.db
    .update(payments)
    .set({ ...captured, updatedAt: ctx.clock.now() })
    .where(and(eq(payments.orderId, orderId), eq(payments.gateway, "cash_on_delivery"), eq(payments.status, "pending")))
    .returning({ paymentId: payments.id, amountMinor: payments.amountMinor });
}
