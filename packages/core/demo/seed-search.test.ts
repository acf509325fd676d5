import { auditEntries, searchQueries } from "@cartwright/db";
import { useDatabase } from "@cartwright/db/testing";
import { expect, it } from "vitest";
import { getSearchStatus, reportSearches, searchProducts, suggestProducts } from "../src/search/index.ts";
import { SearchProductsInput, SearchReportInput } from "../src/search/schemas.ts";
import { makeContext } from "../src/testing/index.ts";
import { demoEngineName, seedSearch } from "./seed-search.ts";
import { seedDemoShop } from "./index.ts";

const database = useDatabase();

it("gives the demo shop rules of search and a history that shows, once", { timeout: 60_000 }, async () => {
  const ctx = makeContext(database.db);
  expect(await seedDemoShop(ctx, { hasPictures: false })).toBe(true);
  const search = (text: string) => searchProducts(ctx, SearchProductsInput.parse({ text }));
  const { engines, products } = await getSearchStatus(ctx);
  expect(engines[0]).toMatchObject({ state: "ready", documents: products, isOutdated: false });
  expect((await search("returns")).redirect).toBe("/help/returns");
  expect((await search("gift")).hits[0]?.slug).toBe("travelling-candle");
  expect((await search("pinny")).hits[0]?.slug).toBe("kitchen-apron");
  expect((await suggestProducts(ctx, { text: "tea", limit: 6 })).queries.map(({ text }) => text)).toEqual(expect.arrayContaining(["tea towel", "teapot"]));
  const report = await reportSearches(ctx, SearchReportInput.parse({}));
  expect(report.top[0]).toMatchObject({ query: "candle", searches: expect.any(Number) });
  expect(report.rising.map(({ query }) => query)).toContain("blanket");
  expect(report.withoutResults.map(({ query }) => query)).toContain("yoga mat");
  expect(report.withoutResults.map(({ query }) => query)).not.toContain("returns");
  expect(report.positions[0]?.clicks).toBeGreaterThan(report.positions[1]?.clicks ?? Infinity);
  expect(report.totals).toMatchObject({ purchases: 4, units: 10 });
  const kept = async () => (await ctx.db.select().from(searchQueries)).map(({ engine }) => engine);
  const before = await kept();
  expect(new Set(before)).toEqual(new Set([demoEngineName]));
  const audited = (await ctx.db.select().from(auditEntries)).length;
  await seedSearch(ctx);
  expect(await kept()).toEqual(before);
  expect(await ctx.db.select().from(auditEntries)).toHaveLength(audited);
});
