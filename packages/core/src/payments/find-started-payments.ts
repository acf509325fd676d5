import { payments } from "@cartwright/db";
import { and, asc, eq, inArray, lte, sql, type SQL } from "drizzle-orm";
import type { Context } from "../kernel/index.ts";

const mostOfGateway = 200;

/**
 * Payments whose outcome nobody has written, begun before `startedBefore`: of each gateway some, those first that were not
 * asked about for the longest time. So neither a gateway that is silent nor a payment that none answers for holds up others.
 */
export async function findStartedPayments(ctx: Context, { startedBefore }: { startedBefore: Date }) {
  const isMeant = and(eq(payments.status, "started"), lte(payments.createdAt, startedBefore));
  return findInTurn(ctx, isMeant, mostOfGateway);
}

/** Of each gateway so many, whoever's turn it is first; the gateways by turns. */
export async function findInTurn(ctx: Context, isMeant: SQL | undefined, most: number) {
  const turn = sql`coalesce(${payments.checkAt}, ${payments.createdAt})`;
  const ranked = ctx.db
    .select({ id: payments.id, place: sql<number>`row_number() over (partition by ${payments.gateway} order by ${turn}, ${payments.id})`.as("place") })
    .from(payments)
    .where(isMeant)
    .as("ranked");
  const rows = await ctx.db
    .select({ payment: payments })
    .from(ranked)
    .innerJoin(payments, eq(payments.id, ranked.id))
    .where(lte(ranked.place, most))
    .orderBy(asc(ranked.place), asc(payments.gateway));
  return rows.map(({ payment }) => payment);
}

/** These were looked at: where nothing came of it, it is the turn of others first. */
export async function noteLook(ctx: Context, paymentIds: readonly string[]): Promise<void> {
  if (paymentIds.length === 0) return;
  await ctx.db
    .update(payments)
    .set({ checkAt: ctx.clock.now() })
    .where(and(inArray(payments.id, [...paymentIds]), eq(payments.status, "started")));
}
