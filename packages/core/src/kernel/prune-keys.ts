import { idempotencyKeys as table } from "@cartwright/db";
import { and, gte, isNotNull, like, lt, or, sql } from "drizzle-orm";
import type { Context } from "./context.ts";

const keptDays = 14;
/** Changes of carts are many, their answers are long, and who sends one twice does so within minutes. */
const cartKeptDays = 1;
const batch = 1_000;

/** Older ones of carts were removed before; what a longer rest left over goes with all others. */
const cartWindowDays = 1;

/**
 * Removes answered idempotency keys that were claimed more than 14 days ago, those of carts after a day, a bounded number
 * at a time, and looks at no more than a day's keys of other kinds. Returns how many.
 */
export async function pruneKeys(ctx: Context): Promise<number> {
  const { actor, procedure, key, createdAt, answer } = table;
  const daysAgo = (days: number) => new Date(ctx.clock.now().getTime() - days * 86_400_000);
  const isOldCart = and(gte(createdAt, daysAgo(cartKeptDays + cartWindowDays)), lt(createdAt, daysAgo(cartKeptDays)), like(procedure, "cart.%"));
  const isOld = or(lt(createdAt, daysAgo(keptDays)), isOldCart);
  const old = ctx.db.select({ actor, procedure, key }).from(table).where(and(isOld, isNotNull(answer))).limit(batch);
  return (await ctx.db.delete(table).where(sql`(${actor}, ${procedure}, ${key}) in ${old}`).returning({ key })).length;
}
