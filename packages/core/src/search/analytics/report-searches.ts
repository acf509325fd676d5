import { requirePermission, type Context } from "../../kernel/index.ts";
import { boughtProducts, clicksByPosition, countOutcomes, outcomesByQuery } from "./report-outcomes.ts";
import { daysOf, readPeriod } from "./report-period.ts";
import { countSearches, queriesWithoutResults, risingQueries, topQueries } from "./report-queries.ts";
import type { SearchReportInput } from "./schemas.ts";
import type { SearchReportView } from "./views.ts";

/**
 * What shoppers searched for in a period of whole days, the last 30 by themselves, and what came of it: a fixed number of
 * statements. Searches of the last seconds may be missing. Errors: `search.bad_period`, `access.*`.
 */
export async function reportSearches(ctx: Context, input: SearchReportInput): Promise<SearchReportView> {
  requirePermission(ctx, "search.read");
  const { period, before } = readPeriod(ctx, input);
  const { limit } = input;
  const top = await topQueries(ctx, period, limit);
  const outcomes = await outcomesByQuery(ctx, period, top.map(({ query }) => query));
  return {
    ...daysOf(period),
    before: daysOf(before),
    totals: { ...(await countSearches(ctx, period)), ...(await countOutcomes(ctx, period)) },
    top: top.map((row) => ({ ...row, ...(outcomes.get(row.query) ?? { clicked: 0, purchases: 0 }) })),
    rising: await risingQueries(ctx, { period, before }, limit),
    withoutResults: await queriesWithoutResults(ctx, period, limit),
    positions: await clicksByPosition(ctx, period),
    purchases: await boughtProducts(ctx, period, limit),
  };
}
