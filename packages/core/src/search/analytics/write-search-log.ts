import { chunked, inTransaction, insertMany, insertMissing, products, searchClicks, searchPopular, searchQueries } from "@cartwright/db";
import { inArray, sql } from "drizzle-orm";
import type { Context } from "../../kernel/index.ts";
import type { CountedClick, CountedSearch } from "./search-log.ts";

const rowsAtOnce = 500;

/**
 * Writes what the server's log has gathered, some hundred a transaction. What can't be written is lost, and the error
 * thrown. Returns how many of each were written.
 */
export async function writeSearchLog(ctx: Context): Promise<{ searches: number; clicks: number }> {
  const { searches = [], clicks = [] } = ctx.ports.searchLog?.take() ?? {};
  for (const part of chunked(searches, rowsAtOnce)) await inTransaction(ctx, (ctx) => writeSearches(ctx, part));
  let written = 0;
  for (const part of chunked(clicks, rowsAtOnce)) written += await writeClicks(ctx, part);
  return { searches: searches.length, clicks: written };
}

async function writeSearches({ db }: Context, searches: readonly CountedSearch[]): Promise<void> {
  await insertMany(db, searchQueries, searches.map(({ shown: _, ...search }) => search));
  const { query, searches: count } = searchPopular;
  await db
    .insert(searchPopular)
    .values(popularOf(searches))
    .onConflictDoUpdate({ target: query, set: { searches: sql`${count} + excluded.searches`, results: sql`excluded.results`, lastAt: sql`excluded.last_at` } });
}

/** Added up by query, in the order of queries: writers that hold rows in one order never wait for each other in a circle. */
function popularOf(searches: readonly CountedSearch[]): (typeof searchPopular.$inferInsert)[] {
  const byQuery = new Map<string, typeof searchPopular.$inferInsert>();
  for (const { query, shown, at, ...outcome } of searches) {
    const before = byQuery.get(query);
    byQuery.set(query, { query, shown: before?.shown ?? shown, searches: (before?.searches ?? 0) + 1, results: foundAsTyped(outcome), lastAt: at });
  }
  return [...byQuery.values()].toSorted((a, b) => (a.query < b.query ? -1 : 1));
}

/** Misspelt queries, and those with words that no product has, are not worth suggesting. */
function foundAsTyped({ results, isPartial, isCorrected }: Pick<CountedSearch, "results" | "isPartial" | "isCorrected">): number {
  return isPartial || isCorrected ? 0 : results;
}

/** Those of searches that were made and of products that there are. A search that is not there yet gets one more chance. */
async function writeClicks(ctx: Context, clicks: readonly CountedClick[]): Promise<number> {
  const { db, ports } = ctx;
  const queryIds = [...new Set(clicks.map(({ queryId }) => queryId))];
  const productIds = [...new Set(clicks.map(({ productId }) => productId))];
  const made = new Set((await db.select({ id: searchQueries.id }).from(searchQueries).where(inArray(searchQueries.id, queryIds))).map(({ id }) => id));
  const sold = new Set((await db.select({ id: products.id }).from(products).where(inArray(products.id, productIds))).map(({ id }) => id));
  for (const click of clicks) if (!made.has(click.queryId) && !click.hasWaited) ports.searchLog?.addClick({ ...click, hasWaited: true });
  const rows = clicks
    .filter(({ queryId, productId }) => made.has(queryId) && sold.has(productId))
    .map(({ hasWaited: _, ...click }) => click)
    .toSorted((a, b) => (a.queryId < b.queryId ? -1 : 1));
  return (await insertMissing(db, searchClicks, rows, "queryId")).length;
}
