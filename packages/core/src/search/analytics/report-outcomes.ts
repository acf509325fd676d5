import { products, searchClicks, searchPurchases, searchQueries } from "@cartwright/db";
import { and, asc, count, countDistinct, desc, eq, inArray, lt, sql, sum } from "drizzle-orm";
import type { Context } from "../../kernel/index.ts";
import { isIn, type Period } from "./report-period.ts";
import type { PositionView, SearchReportView } from "./views.ts";

const firstPlaces = 10;
const ofSearch = eq(searchQueries.id, searchClicks.queryId);
const ofPurchase = eq(searchQueries.id, searchPurchases.queryId);

/** How many searches led to a product, and how many purchases came of them. */
export async function countOutcomes({ db }: Context, period: Period): Promise<{ clicked: number; purchases: number; units: number }> {
  const [clicks] = await db.select({ clicked: countDistinct(searchClicks.queryId) }).from(searchClicks).innerJoin(searchQueries, ofSearch).where(isIn(period));
  const [bought] = await db
    .select({ purchases: count(), units: sum(searchPurchases.quantity).mapWith(Number) })
    .from(searchPurchases)
    .innerJoin(searchQueries, ofPurchase)
    .where(isIn(period));
  return { clicked: clicks?.clicked ?? 0, purchases: bought?.purchases ?? 0, units: bought?.units ?? 0 };
}

/** The same by query. */
export async function outcomesByQuery({ db }: Context, period: Period, queries: readonly string[]): Promise<Map<string, { clicked: number; purchases: number }>> {
  if (queries.length === 0) return new Map();
  const { query } = searchQueries;
  const isWanted = and(isIn(period), inArray(query, [...queries]));
  const clicks = await db.select({ query, clicked: countDistinct(searchClicks.queryId) }).from(searchClicks).innerJoin(searchQueries, ofSearch).where(isWanted).groupBy(query);
  const bought = await db.select({ query, purchases: count() }).from(searchPurchases).innerJoin(searchQueries, ofPurchase).where(isWanted).groupBy(query);
  const clicked = new Map(clicks.map((row) => [row.query, row.clicked]));
  const purchases = new Map(bought.map((row) => [row.query, row.purchases]));
  return new Map(queries.map((query) => [query, { clicked: clicked.get(query) ?? 0, purchases: purchases.get(query) ?? 0 }]));
}

/** How often each of the first places was filled, and how often what stood there was opened. */
export async function clicksByPosition({ db }: Context, period: Period): Promise<PositionView[]> {
  const { results } = searchQueries;
  const depth = sql<number>`case when ${results} < ${sql.raw(String(firstPlaces))} then ${results} else ${sql.raw(String(firstPlaces))} end`.mapWith(Number);
  const depths = await db.select({ depth, searches: count() }).from(searchQueries).where(isIn(period)).groupBy(depth);
  const { position } = searchClicks;
  const clicks = await db
    .select({ position, clicks: count() })
    .from(searchClicks)
    .innerJoin(searchQueries, ofSearch)
    .where(and(isIn(period), lt(position, firstPlaces)))
    .groupBy(position);
  const [all] = await db.select({ clicks: count() }).from(searchClicks).innerJoin(searchQueries, ofSearch).where(isIn(period));
  const byPosition = new Map(clicks.map((row) => [row.position, row.clicks]));
  const first = Array.from({ length: firstPlaces }, (_, place) => ({
    position: place,
    shown: depths.reduce((sum, row) => sum + (row.depth > place ? row.searches : 0), 0),
    clicks: byPosition.get(place) ?? 0,
  }));
  const behind = (all?.clicks ?? 0) - first.reduce((sum, place) => sum + place.clicks, 0);
  return [...first, { position: null, shown: null, clicks: behind }];
}

/** What was bought after which query. */
export async function boughtProducts({ db }: Context, period: Period, limit: number): Promise<SearchReportView["purchases"]> {
  const { query } = searchQueries;
  const { id, slug, title } = products;
  const purchases = count();
  return db
    .select({ query, product: { id, slug, title }, purchases, units: sum(searchPurchases.quantity).mapWith(Number) })
    .from(searchPurchases)
    .innerJoin(searchQueries, ofPurchase)
    .innerJoin(products, eq(id, searchPurchases.productId))
    .where(isIn(period))
    .groupBy(query, id, slug, title)
    .orderBy(desc(purchases), asc(query), asc(id))
    .limit(limit);
}
