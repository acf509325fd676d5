import { accounts, accountTokens, inTransaction, sessions } from "@cartwright/db";
import { and, eq, inArray, isNotNull, isNull, lt, sql } from "drizzle-orm";
import type { Context } from "../kernel/index.ts";

const batch = 500;
const dayMilliseconds = 86_400_000;
/** A sign-up that nobody confirmed holds the name and address of somebody who may never have asked for it. */
const unconfirmedDays = 7;

/** Removes words for mails that ran out more than a day ago, a bounded number at a time. Returns how many. */
export async function pruneAccountTokens(ctx: Context): Promise<number> {
  const before = new Date(ctx.clock.now().getTime() - dayMilliseconds);
  const old = ctx.db.select({ id: accountTokens.id }).from(accountTokens).where(lt(accountTokens.expiresAt, before)).limit(batch);
  return (await ctx.db.delete(accountTokens).where(inArray(accountTokens.id, old)).returning({ id: accountTokens.id })).length;
}

/** Removes sessions that have run out, a bounded number at a time. Returns how many. */
export async function pruneSessions(ctx: Context): Promise<number> {
  const old = ctx.db.select({ id: sessions.id }).from(sessions).where(lt(sessions.expiresAt, ctx.clock.now())).limit(batch);
  return (await ctx.db.delete(sessions).where(inArray(sessions.id, old)).returning({ id: sessions.id })).length;
}

/** Removes sign-ups of more than 7 days ago whose address was never confirmed, and their words. Returns how many. */
export async function pruneUnconfirmed(ctx: Context): Promise<number> {
  const before = new Date(ctx.clock.now().getTime() - unconfirmedDays * dayMilliseconds);
  const hasNoSession = sql`not exists (select 1 from ${sessions} where ${sessions}."user_id" = ${accounts}."id")`;
  // Accounts from before addresses were confirmed were never changed since, and stay.
  const isForgotten = and(
    eq(accounts.role, "customer"),
    isNull(accounts.emailVerifiedAt),
    isNull(accounts.archivedAt),
    isNotNull(accounts.updatedAt),
    lt(accounts.updatedAt, before),
    hasNoSession,
  );
  const found = await ctx.db.select({ id: accounts.id }).from(accounts).where(isForgotten).limit(batch);
  if (found.length === 0) return 0;
  const ids = found.map(({ id }) => id);
  return inTransaction(ctx, async (ctx) => {
    await ctx.db.delete(accountTokens).where(inArray(accountTokens.accountId, ids));
    return (await ctx.db.delete(accounts).where(and(inArray(accounts.id, ids), isForgotten)).returning({ id: accounts.id })).length;
  });
}
