import { payments } from "@cartwright/db";
import { and, desc, eq, inArray } from "drizzle-orm";
import { emitEvents, type Context } from "../kernel/index.ts";
import { authorisationEnded } from "./void-authorisation.ts";

export interface LoweredPromise {
  paymentId: string;
  /** What is still promised by it; 0 when it was given up. */
  amountMinor: number;
  byMinor: number;
}

/**
 * Lowers what is promised and not yet captured (cash on delivery, a transfer, an authorisation) to what is still
 * due in minor units, the last promise first. Of an authorisation that is given up as a whole the gateway is told, by the
 * outbox. Call it in a transaction that holds the order's lock.
 */
export async function lowerPromises(ctx: Context, orderId: string, dueMinor: number): Promise<LoweredPromise[]> {
  const promised = await ctx.db
    .select()
    .from(payments)
    .where(and(eq(payments.orderId, orderId), inArray(payments.status, ["pending", "authorised"])))
    .orderBy(desc(payments.createdAt), desc(payments.id));
  let excess = promised.reduce((sum, payment) => sum + payment.amountMinor, 0) - dueMinor;
  const lowered: LoweredPromise[] = [];
  for (const payment of promised) {
    const byMinor = Math.min(excess, payment.amountMinor);
    // A promise of nothing is given up too, once nothing is due.
    if (byMinor <= 0 && dueMinor > 0) break;
    excess -= byMinor;
    lowered.push({ paymentId: payment.id, amountMinor: payment.amountMinor - byMinor, byMinor });
    await lower(ctx, payment, payment.amountMinor - byMinor);
  }
  return lowered;
}

async function lower(ctx: Context, payment: typeof payments.$inferSelect, amountMinor: number): Promise<void> {
  const authorisedMinor = Math.min(payment.authorisedMinor, amountMinor);
  const change = amountMinor === 0 ? { status: "cancelled" as const } : { amountMinor, authorisedMinor };
  await ctx.db
    .update(payments)
    .set({ ...change, updatedAt: ctx.clock.now() })
    .where(and(eq(payments.id, payment.id), eq(payments.status, payment.status)));
  if (payment.status !== "authorised" || amountMinor > 0) return;
  await emitEvents(ctx, [{ type: authorisationEnded, subject: payment.orderId, payload: { paymentId: payment.id } }]);
}
