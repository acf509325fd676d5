import { payments } from "@cartwright/db";
import { eq, sql } from "drizzle-orm";
import type { Context } from "../kernel/index.ts";
import { lowerPromises } from "./lower-promises.ts";
import { refundCaptured, type StartedRefund } from "./refund-captured.ts";

/**
 * Ends an order's payments: what was only promised is given up, what was captured is to be refunded in full.
 * Call it inside the transaction that cancels the order, then `settleRefunds` outside it.
 */
export async function startRefunds(ctx: Context, orderId: string, reason: string): Promise<StartedRefund[]> {
  await lowerPromises(ctx, orderId, 0);
  return refundCaptured(ctx, orderId, { amountMinor: await leftToRefund(ctx, orderId), reason, purpose: "worth" });
}

/** Minor units that an order's payments captured and nobody has given back yet. */
export async function leftToRefund(ctx: Context, orderId: string): Promise<number> {
  const [row] = await ctx.db
    .select({ left: sql<number>`coalesce(sum(${payments.capturedMinor} - ${payments.refundedMinor}), 0)`.mapWith(Number) })
    .from(payments)
    .where(eq(payments.orderId, orderId));
  return row?.left ?? 0;
}
