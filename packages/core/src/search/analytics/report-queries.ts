import { searchQueries, searchRedirects } from "@cartwright/db";
import { and, asc, count, countDistinct, desc, gt, gte, lt, notInArray, or, sql, sum, type SQL } from "drizzle-orm";
import type { Context } from "../../kernel/index.ts";
import { isIn, type Period } from "./report-period.ts";
import type { SearchReportView, SearchTotalsView } from "./views.ts";

const { query, results, isPartial, isCorrected, at } = searchQueries;

/** Fewer say nothing. */
const leastToRise = 3;

const countIf = (condition: SQL) => sum(sql`case when ${condition} then 1 else 0 end`).mapWith(Number);
const hasNone = sql`${results} = 0`;
/** Led to a page of the shop, by the rules of today. */
const ledQueries = (db: Context["db"]) => db.select({ query: searchRedirects.query }).from(searchRedirects);
// What has most of the words is not what was looked for.
const isHalf = sql`${results} > 0 and ${isPartial}`;

/** One statement. Queries that are led to a page are not without results. */
export async function countSearches({ db }: Context, period: Period): Promise<Omit<SearchTotalsView, "clicked" | "purchases" | "units">> {
  const isList = notInArray(query, ledQueries(db));
  const withoutResults = countIf(sql`${hasNone} and ${isList}`);
  const partial = countIf(sql`${isHalf} and ${isList}`);
  const [row] = await db
    .select({ searches: count(), queries: countDistinct(query), withoutResults, partial, corrected: countIf(sql`${isCorrected}`) })
    .from(searchQueries)
    .where(isIn(period));
  // Nothing adds up to null.
  return { searches: row?.searches ?? 0, queries: row?.queries ?? 0, withoutResults: row?.withoutResults ?? 0, partial: row?.partial ?? 0, corrected: row?.corrected ?? 0 };
}

/** The most frequent queries. */
export async function topQueries({ db }: Context, period: Period, limit: number): Promise<{ query: string; searches: number; results: number }[]> {
  const searches = count();
  const rows = await db
    .select({ query, searches, found: sum(results).mapWith(Number) })
    .from(searchQueries)
    .where(isIn(period))
    .groupBy(query)
    .orderBy(desc(searches), asc(query))
    .limit(limit);
  return rows.map(({ found, ...row }) => ({ ...row, results: Math.round(found / row.searches) }));
}

/** Queries with more searches than in the period before. */
export async function risingQueries({ db }: Context, { period, before }: { period: Period; before: Period }, limit: number): Promise<SearchReportView["rising"]> {
  const now = countIf(gte(at, period.since));
  const earlier = countIf(lt(at, period.since));
  return db
    .select({ query, searches: now, before: earlier })
    .from(searchQueries)
    .where(isIn({ since: before.since, until: period.until }))
    .groupBy(query)
    .having(and(gte(now, leastToRise), gt(now, earlier)))
    .orderBy(desc(sql`${now} - ${earlier}`), asc(query))
    .limit(limit);
}

/** Queries of whose words no product has all. */
export async function queriesWithoutResults({ db }: Context, period: Period, limit: number): Promise<SearchReportView["withoutResults"]> {
  const withoutResults = countIf(hasNone);
  const partial = countIf(isHalf);
  return db
    .select({ query, searches: count(), withoutResults, partial })
    .from(searchQueries)
    .where(and(isIn(period), or(hasNone, sql`${isPartial}`), notInArray(query, ledQueries(db))))
    .groupBy(query)
    .orderBy(desc(sql`${withoutResults} + ${partial}`), asc(query))
    .limit(limit);
}
