import { searchPopular } from "@cartwright/db";
import { and, asc, desc, gt, gte } from "drizzle-orm";
import { Cached, type Context } from "../kernel/index.ts";
import { fewestSearches } from "./analytics/fewest-searches.ts";
import type { PopularQueryView } from "./views.ts";

const most = 8;

const cachedQueries = new Cached(loadQueries);

/** What is searched for most, and found; at most eight, and maybe some seconds old. */
export function listPopularQueries(ctx: Context): Promise<PopularQueryView[]> {
  return cachedQueries.get(ctx);
}

async function loadQueries({ db }: Context): Promise<PopularQueryView[]> {
  const { query, shown, searches, results } = searchPopular;
  const isPopular = and(gte(searches, fewestSearches), gt(results, 0));
  return db.select({ text: shown }).from(searchPopular).where(isPopular).orderBy(desc(searches), asc(query)).limit(most);
}
