import { payments } from "@cartwright/db";
import { and, asc, eq, lte } from "drizzle-orm";
import type { Context } from "../kernel/index.ts";

/** Payments whose outcome nobody has written, begun before `startedBefore`, oldest first. */
export async function findStartedPayments(ctx: Context, only: { startedBefore?: Date; orderId?: string }) {
  return ctx.db
    .select()
    .from(payments)
    .where(
      and(
        eq(payments.status, "started"),
        only.startedBefore ? lte(payments.createdAt, only.startedBefore) : undefined,
        only.orderId ? eq(payments.orderId, only.orderId) : undefined,
      ),
    )
    .orderBy(asc(payments.createdAt))
    .limit(100);
}
