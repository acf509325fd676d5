import { searchQueries } from "@cartwright/db";
import { eq } from "drizzle-orm";
import type { Context } from "../src/kernel/index.ts";
import { addSynonyms, catalogSource, embeddedEngine, listPins, listRedirects, listSynonyms, normalise, pinProduct, SearchLog, searchProducts, setRedirect, writeSearchLog } from "../src/search/index.ts";
import { SearchProductsInput } from "../src/search/schemas.ts";
import { seedFinds } from "./seed-finds.ts";
import { demoPins, demoRedirects, demoSearches, demoSynonyms } from "./searches.ts";

/** The engine that these searches are said to have been answered by: so they can be told from real ones. */
export const demoEngineName = "demo";

const dayMilliseconds = 86_400_000;
const periodDays = 30;
/** How often the product at each place is opened. */
const clickShares = [0.34, 0.16, 0.1, 0.06, 0.05, 0.04];

/** The shop's rules of search, and two months in which people searched: what they found is what the shop really finds. */
export async function seedSearch(given: Context): Promise<void> {
  const ctx: Context = { ...given, ports: { ...given.ports, search: { main: embeddedEngine }, searchLog: new SearchLog() } };
  await seedRules(ctx);
  const [known] = await ctx.db.select({ id: searchQueries.id }).from(searchQueries).where(eq(searchQueries.engine, demoEngineName)).limit(1);
  if (known) return;
  await embeddedEngine.startRebuild(ctx, catalogSource, { isFresh: false });
  while (!(await embeddedEngine.continueRebuild(ctx, catalogSource)).isDone);
  for (const [text, before, lately] of demoSearches) {
    await repeatSearch(ctx, text, { times: before, daysAgo: periodDays });
    await repeatSearch(ctx, text, { times: lately, daysAgo: 0 });
  }
  await writeSearchLog(ctx);
  await seedFinds(ctx, demoEngineName);
}

async function seedRules(ctx: Context): Promise<void> {
  const synonyms = new Set((await listSynonyms(ctx)).map(({ terms }) => terms.join()));
  for (const rule of demoSynonyms) if (!synonyms.has(rule.terms.join())) await addSynonyms(ctx, rule);
  const redirects = new Set((await listRedirects(ctx)).map(({ query }) => query));
  for (const rule of demoRedirects) if (!redirects.has(rule.query)) await setRedirect(ctx, rule);
  const pins = new Set((await listPins(ctx)).map(({ query }) => query));
  for (const rule of demoPins) if (!pins.has(rule.query)) await pinProduct(ctx, rule);
}

/** Spread over thirty days, the last of which is so many days ago. */
async function repeatSearch(ctx: Context, text: string, { times, daysAgo }: { times: number; daysAgo: number }): Promise<void> {
  const { searchLog } = ctx.ports;
  const { hits, total, isPartial, didYouMean } = await searchProducts(ctx, SearchProductsInput.parse({ text }));
  const search = { query: normalise(text), shown: text, results: total, isPartial, isCorrected: didYouMean !== null, engine: demoEngineName };
  for (let i = 0; i < times; i += 1) {
    const at = new Date(ctx.clock.now().getTime() - (daysAgo + periodDays * scattered(i + text.length)) * dayMilliseconds);
    const queryId = searchLog?.addSearch({ ...search, at }, null);
    const position = placeFor(scattered(7 * i + text.length));
    const productId = position === null ? undefined : hits[position]?.id;
    if (queryId && productId && position !== null) searchLog?.addClick({ queryId, productId, position, at, hasWaited: false });
  }
}

/** Which place is clicked when the dice show this, from 0 to 1; null for none. */
function placeFor(share: number): number | null {
  let sum = 0;
  const place = clickShares.findIndex((each) => share < (sum += each));
  return place === -1 ? null : place;
}

/** The same numbers every time, evenly between 0 and 1. */
function scattered(i: number): number {
  return (i * 0.618_033_988_75) % 1;
}
