import { payments } from "@cartwright/db";
import { and, eq, lte, ne, sql } from "drizzle-orm";
import type { Context } from "../kernel/index.ts";
import { findInTurn } from "./find-started-payments.ts";

const minute = 60_000;
/** How long after each look the next one is: over four days in all. */
const pauses = [1, 5, 30, 2 * 60, 12 * 60, 24 * 60, 3 * 24 * 60].map((minutes) => minutes * minute);

/** When a gateway that said nothing is asked again, after so many looks; null when it was asked often enough. */
export function nextCheck(now: Date, checks: number): Date | null {
  const pause = pauses[checks];
  return pause === undefined ? null : new Date(now.getTime() + pause);
}

const mostOfGateway = 100;

/** Payments that came to nothing as far as we know, and whose gateway is to be asked now: of each gateway some, the longest due first. */
export async function findDueChecks(ctx: Context) {
  const isDue = and(sql`${payments.checkAt} is not null`, lte(payments.checkAt, ctx.clock.now()), ne(payments.status, "started"));
  return findInTurn(ctx, isDue, mostOfGateway);
}

/** Notes that a gateway still knows of nothing. One that can't be reached was not asked: it does not count. */
export async function noteCheck(ctx: Context, payment: { id: string; checks: number }, { isAsked }: { isAsked: boolean }): Promise<void> {
  const now = ctx.clock.now();
  const checks = payment.checks + (isAsked ? 1 : 0);
  const checkAt = isAsked ? nextCheck(now, checks) : new Date(now.getTime() + minute);
  await ctx.db
    .update(payments)
    .set({ checks, checkAt })
    .where(and(eq(payments.id, payment.id), eq(payments.checks, payment.checks), sql`${payments.checkAt} is not null`));
}

/** Nothing more is to be found out about it. */
export async function endChecks(ctx: Context, paymentId: string): Promise<void> {
  await ctx.db.update(payments).set({ checkAt: null }).where(eq(payments.id, paymentId));
}
