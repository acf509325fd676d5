import { inTransaction, insertAdding, searchClicks, searchPopular, searchPurchases, searchQueries } from "@cartwright/db";
import { and, asc, inArray, lt, lte, sql } from "drizzle-orm";
import type { Context } from "../../kernel/index.ts";

/** How long a search is kept, and what came of it. */
export const searchesKeptDays = 90;
const batch = 1_000;

/** Removes what is older than 90 days, a bounded number at a time, and takes it off the counts that suggestions come from. Returns how many. */
export async function pruneSearches(ctx: Context): Promise<number> {
  const before = new Date(ctx.clock.now().getTime() - searchesKeptDays * 86_400_000);
  const searches = await inTransaction(ctx, (ctx) => removeSearches(ctx, before));
  return searches + (await removeClicks(ctx, before)) + (await removePurchases(ctx, before));
}

async function removeSearches({ db }: Context, before: Date): Promise<number> {
  const { id, at, query } = searchQueries;
  const old = db.select({ id }).from(searchQueries).where(lt(at, before)).orderBy(asc(at)).limit(batch);
  const removed = await db.delete(searchQueries).where(inArray(id, old)).returning({ query });
  if (removed.length === 0) return 0;
  const counts = new Map<string, number>();
  for (const row of removed) counts.set(row.query, (counts.get(row.query) ?? 0) + 1);
  const queries = [...counts.keys()].toSorted();
  const less = queries.map((query) => ({ query, shown: query, searches: -(counts.get(query) ?? 0), results: 0, lastAt: before }));
  await insertAdding(db, searchPopular, less, { key: ["query"], counts: ["searches"] });
  await db.delete(searchPopular).where(and(inArray(searchPopular.query, queries), lte(searchPopular.searches, 0)));
  return removed.length;
}

async function removeClicks({ db }: Context, before: Date): Promise<number> {
  const { queryId, productId, at } = searchClicks;
  const old = db.select({ queryId, productId }).from(searchClicks).where(lt(at, before)).limit(batch);
  return (await db.delete(searchClicks).where(sql`(${queryId}, ${productId}) in ${old}`).returning({ queryId })).length;
}

async function removePurchases({ db }: Context, before: Date): Promise<number> {
  const { queryId, productId, at } = searchPurchases;
  const old = db.select({ queryId, productId }).from(searchPurchases).where(lt(at, before)).limit(batch);
  return (await db.delete(searchPurchases).where(sql`(${queryId}, ${productId}) in ${old}`).returning({ queryId })).length;
}
