import { payments } from "@cartwright/db";
import { and, asc, eq, lte } from "drizzle-orm";
import type { Context } from "../kernel/index.ts";

/** Payments whose outcome nobody has written, begun before `startedBefore`, oldest first. */
export async function findStartedPayments(ctx: Context, { startedBefore }: { startedBefore: Date }) {
  return ctx.db
    .select()
    .from(payments)
    .where(and(eq(payments.status, "started"), lte(payments.createdAt, startedBefore)))
    .orderBy(asc(payments.createdAt), asc(payments.id))
    .limit(1_000);
}
