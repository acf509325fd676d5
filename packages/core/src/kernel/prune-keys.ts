import { idempotencyKeys as table } from "@cartwright/db";
import { and, gte, isNotNull, lt, sql, type SQL } from "drizzle-orm";
import type { Context } from "./context.ts";

const keptDays = 14;
/** Changes of carts are many, their answers are long, and who sends one twice does so within minutes. */
const cartKeptDays = 1;
const batch = 1_000;

/** Older ones of carts were removed before; what a longer rest left over goes with all others. */
const cartWindowDays = 1;

/** Said in the words of the partial index, which serves the query only when it repeats them. */
const isOfCart = sql`${table.procedure} >= 'cart.' and ${table.procedure} < 'cart/'`;

/**
 * Removes answered idempotency keys that were claimed more than 14 days ago, and those of carts after a day, a bounded number of
 * each at a time. Returns how many.
 */
export async function pruneKeys(ctx: Context): Promise<number> {
  const { createdAt } = table;
  const daysAgo = (days: number) => new Date(ctx.clock.now().getTime() - days * 86_400_000);
  const old = await remove(ctx, lt(createdAt, daysAgo(keptDays)));
  return old + (await remove(ctx, and(gte(createdAt, daysAgo(cartKeptDays + cartWindowDays)), lt(createdAt, daysAgo(cartKeptDays)), isOfCart)));
}

async function remove(ctx: Context, isMeant: SQL | undefined): Promise<number> {
  const { actor, procedure, key, answer } = table;
  const meant = ctx.db.select({ actor, procedure, key }).from(table).where(and(isMeant, isNotNull(answer))).limit(batch);
  return (await ctx.db.delete(table).where(sql`(${actor}, ${procedure}, ${key}) in ${meant}`).returning({ key })).length;
}
