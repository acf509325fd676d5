import { auditEntries, searchClicks, searchPopular, searchPurchases, searchQueries } from "@cartwright/db";
import { useDatabase } from "@cartwright/db/testing";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Actor } from "../../kernel/index.ts";
import { aCustomer, aGuest, anAdmin, as, createPlacedOrder, createSellable, makeContext, outsiders, type TestContext } from "../../testing/index.ts";
import { catalogSource, clickSearch, pruneSearches, purchaseSearch, removeRedirect, reportSearches, SearchLog, searchProducts, setRedirect, suggestProducts, writeSearchLog } from "../index.ts";
import { SearchProductsInput, SearchReportInput, type SearchProductsDraft } from "../schemas.ts";
import type { SearchVisitor } from "./count-search.ts";

const used = useDatabase();
let ctx: TestContext;
let mugs: string[];

beforeAll(async () => {
  const shop = makeContext(used.db);
  mugs = [];
  for (const title of ["Blue Mug", "Red Mug", "Green Mug"]) mugs.push((await createSellable(shop, { title })).productId);
  await shop.ports.search.main.sync(shop, mugs, catalogSource);
});

beforeEach(async () => {
  ctx = makeContext(used.db, { ports: { searchLog: new SearchLog() } });
  for (const table of [searchQueries, searchClicks, searchPurchases, searchPopular]) await ctx.db.delete(table);
});

const person = (key: string | null = crypto.randomUUID()): SearchVisitor => ({ key, isBot: false });

async function search(input: SearchProductsDraft | string, { visitor = person(), actor = aGuest() }: { visitor?: SearchVisitor; actor?: Actor } = {}) {
  const draft = typeof input === "string" ? { text: input } : input;
  return searchProducts(as(ctx, actor), SearchProductsInput.parse(draft), visitor);
}

async function searchId(text: string): Promise<string> {
  return (await search(text)).queryId ?? "";
}

const click = (queryId: string, productId: string, position = 0) => clickSearch(as(ctx, aGuest()), { queryId, productId, position });
const kept = () => ctx.db.select().from(searchQueries);
const report = (draft: Parameters<typeof SearchReportInput.parse>[0] = {}) => reportSearches(as(ctx, anAdmin()), SearchReportInput.parse(draft));

describe("a search", () => {
  it("is written after its answer, with what was typed and what came of it", async () => {
    const { queryId } = await search("Blue MUGG", { actor: aCustomer("acc_robin") });
    expect(await kept()).toEqual([]);
    expect(await writeSearchLog(ctx)).toEqual({ searches: 1, clicks: 0 });
    expect(await kept()).toEqual([{ id: queryId, query: "blue mugg", results: 1, isPartial: false, isCorrected: true, engine: expect.any(String), at: ctx.clock.now() }]);
  });

  it.each([
    ["of nothing", {}],
    ["of further pages", { text: "mug", page: 2 }],
    ["in another order", { text: "mug", sort: "name" as const }],
    ["among chosen brands", { text: "mug", brands: ["larkfield"] }],
    ["in a price range", { text: "mug", priceMinMinor: 0 }],
    ["of what is in stock", { text: "mug", inStock: true }],
    ["for an e-mail address", { text: "robin@larkfield.example" }],
  ])("%s is not counted", async (_, input) => {
    expect((await search(input)).queryId).toBeNull();
    expect(await writeSearchLog(ctx)).toEqual({ searches: 0, clicks: 0 });
  });

  it.each([
    ["staff", { actor: anAdmin() }],
    ["the shop itself", { actor: { kind: "system", id: "test", permissions: [], cartToken: null } as const }],
    ["bots", { visitor: { key: null, isBot: true } }],
  ])("of %s is not counted", async (_, who) => {
    expect((await search("mug", who)).queryId).toBeNull();
  });

  it("is counted once while the same visitor looks at it again", async () => {
    const visitor = person();
    const { queryId } = await search("mug", { visitor });
    expect((await search("Mug ", { visitor })).queryId).toBe(queryId);
    expect((await search("mug")).queryId).not.toBe(queryId);
    expect(await writeSearchLog(ctx)).toMatchObject({ searches: 2 });
  });

  it("has its answer where nothing is counted", async () => {
    const { queryId, total } = await searchProducts(makeContext(used.db), SearchProductsInput.parse({ text: "mug" }), person());
    expect({ queryId, total }).toEqual({ queryId: null, total: 3 });
  });
});

describe("a click", () => {
  it("is counted once for each product of a search", async () => {
    const queryId = await searchId("mug");
    const [first = "", second = ""] = mugs;
    expect(click(queryId, first, 2)).toEqual({ isNoted: true });
    click(queryId, first, 7);
    click(queryId, second);
    await writeSearchLog(ctx);
    const rows = await ctx.db.select().from(searchClicks);
    expect(rows.map(({ productId, position }) => [productId, position])).toEqual(expect.arrayContaining([[first, 2], [second, 0]]));
    expect(rows).toHaveLength(2);
  });

  it("of no search and of no product is dropped", async () => {
    const queryId = await searchId("mug");
    click(queryId, "prd_none");
    click("sqr_00000000000000000000000000", mugs[0] ?? "");
    for (let times = 0; times < 3; times += 1) await writeSearchLog(ctx);
    expect(await ctx.db.select().from(searchClicks)).toEqual([]);
    expect(ctx.ports.searchLog?.take().clicks).toEqual([]);
  });

  it("waits once for its search, which another server has yet to write", async () => {
    const other = { ...ctx, ports: { ...ctx.ports, searchLog: new SearchLog() } };
    const queryId = await searchId("mug");
    clickSearch(other, { queryId, productId: mugs[0] ?? "", position: 0 });
    expect(await writeSearchLog(other)).toEqual({ searches: 0, clicks: 0 });
    await writeSearchLog(ctx);
    expect(await writeSearchLog(other)).toEqual({ searches: 0, clicks: 1 });
  });

  it("is not noted where nothing is counted", () => {
    expect(clickSearch(makeContext(used.db), { queryId: "sqr_00000000000000000000000000", productId: "prd_1", position: 0 })).toEqual({ isNoted: false });
  });
});

describe("a purchase", () => {
  async function bought(clickedProduct?: string) {
    const order = await createPlacedOrder(ctx, { lines: [{ quantity: 3, title: "Yellow Mug" }] });
    const productId = clickedProduct ?? (await productOf(order.variantIds[0] ?? ""));
    return { ...order, productId };
  }

  async function productOf(variantId: string): Promise<string> {
    const rows = await ctx.db.query.variants.findMany();
    return rows.find(({ id }) => id === variantId)?.productId ?? "";
  }

  async function clicked(productId: string): Promise<string> {
    const queryId = await searchId("mug");
    click(queryId, productId);
    await writeSearchLog(ctx);
    return queryId;
  }

  it("is counted once, by what the order has, and leads to no order", async () => {
    const { productId, access, buyer } = await bought();
    const queryId = await clicked(productId);
    const finds = [{ queryId, productId }, { queryId, productId: mugs[0] ?? "" }];
    expect(await purchaseSearch(buyer, { access, finds })).toEqual({ counted: 1 });
    expect(await purchaseSearch(buyer, { access, finds })).toEqual({ counted: 1 });
    const rows = await ctx.db.select().from(searchPurchases);
    expect(rows).toEqual([{ queryId, productId, quantity: 3, at: new Date("2026-03-01T00:00:00.000Z") }]);
  });

  it("is not counted for what was not opened from the search, nor for what is not in the order", async () => {
    const { productId, access, buyer } = await bought();
    const queryId = await searchId("mug");
    await writeSearchLog(ctx);
    expect(await purchaseSearch(buyer, { access, finds: [{ queryId, productId }] })).toEqual({ counted: 0 });
    const other = await clicked(mugs[0] ?? "");
    expect(await purchaseSearch(buyer, { access, finds: [{ queryId: other, productId: mugs[0] ?? "" }] })).toEqual({ counted: 0 });
  });

  it("is not counted when it came before the click, or more than 7 days after it", async () => {
    const early = await bought();
    ctx.clock.advanceMinutes(1);
    const after = await clicked(early.productId);
    expect(await purchaseSearch(early.buyer, { access: early.access, finds: [{ queryId: after, productId: early.productId }] })).toEqual({ counted: 0 });
    const queryId = await searchId("mug");
    ctx.clock.advanceMinutes(8 * 24 * 60);
    const late = await bought();
    await writeSearchLog(ctx);
    await ctx.db.insert(searchClicks).values({ queryId, productId: late.productId, position: 0, at: new Date(ctx.clock.now().getTime() - 8 * 86_400_000) });
    expect(await purchaseSearch(late.buyer, { access: late.access, finds: [{ queryId, productId: late.productId }] })).toEqual({ counted: 0 });
  });

  it("counts for nobody else's order", async () => {
    const { productId, orderNumber } = await bought();
    const finds = [{ queryId: await clicked(productId), productId }];
    const missing = { reason: "order.not_found" };
    await expect(purchaseSearch(as(ctx, aGuest()), { access: { token: "not-the-word-of-it" }, finds })).rejects.toMatchObject(missing);
    await expect(purchaseSearch(as(ctx, aCustomer("acc_other")), { access: { order: String(orderNumber) }, finds })).rejects.toMatchObject(missing);
    await expect(purchaseSearch(as(ctx, aGuest()), { access: { order: String(orderNumber) }, finds })).rejects.toMatchObject({ reason: "access.sign_in_required" });
    expect(await ctx.db.select().from(searchPurchases)).toEqual([]);
  });
});

describe("suggested queries", () => {
  const suggested = async (text: string) => (await suggestProducts(as(ctx, aGuest()), { text, limit: 6 })).queries.map(({ text }) => text);

  it("are those that several people searched for and that found something as they were typed", async () => {
    for (let times = 0; times < 3; times += 1) {
      await search("Mug, blue");
      await search("mug of gold");
      await search("mugg red");
      if (times < 2) await search("mug green");
    }
    await writeSearchLog(ctx);
    const found = await suggested("mug");
    expect(found).toContain("mug, blue");
    for (const hidden of ["mug green", "mug of gold", "mugg red"]) expect(found).not.toContain(hidden);
    expect(await suggested("mugg")).not.toContain("mugg red");
    const rows = await ctx.db.select().from(searchPopular);
    expect(Object.fromEntries(rows.map(({ query, searches }) => [query, searches]))).toEqual({ "mug blue": 3, "mug green": 2, "mug of gold": 3, "mugg red": 3 });
  });

  it("are none that find nothing", async () => {
    for (let times = 0; times < 4; times += 1) await search("zeppelin");
    await writeSearchLog(ctx);
    expect(await suggested("zepp")).toEqual([]);
  });
});

describe("what is old", () => {
  it("goes after 90 days, and is taken off the counts", async () => {
    const queryId = await searchId("mug");
    click(queryId, mugs[0] ?? "");
    await search("blue mug");
    await writeSearchLog(ctx);
    await ctx.db.insert(searchPurchases).values({ queryId, productId: mugs[0] ?? "", quantity: 1, at: ctx.clock.now() });
    ctx.clock.advanceMinutes(89 * 24 * 60);
    await search("mug");
    await writeSearchLog(ctx);
    expect(await pruneSearches(ctx)).toBe(0);
    ctx.clock.advanceMinutes(2 * 24 * 60);
    expect(await pruneSearches(ctx)).toBe(4);
    expect(await pruneSearches(ctx)).toBe(0);
    expect((await kept()).map(({ query }) => query)).toEqual(["mug"]);
    expect((await ctx.db.select().from(searchPopular)).map(({ query, searches }) => [query, searches])).toEqual([["mug", 1]]);
    expect([await ctx.db.select().from(searchClicks), await ctx.db.select().from(searchPurchases)]).toEqual([[], []]);
  });
});

describe("the report", () => {
  it.each(outsiders)("is not for %s", async (_, actor) => {
    await expect(reportSearches(as(ctx, actor()), SearchReportInput.parse({}))).rejects.toMatchObject({ reason: expect.stringMatching(/^access\./) });
  });

  it("has everything of a shop without searches", async () => {
    const { totals, top, rising, withoutResults, purchases, positions } = await report();
    expect(totals).toEqual({ searches: 0, queries: 0, withoutResults: 0, partial: 0, corrected: 0, clicked: 0, purchases: 0, units: 0 });
    expect([top, rising, withoutResults, purchases]).toEqual([[], [], [], []]);
    expect(positions).toHaveLength(11);
    expect(positions[0]).toEqual({ position: 0, shown: 0, clicks: 0 });
  });

  it("counts searches, clicks by place and purchases of its days", async () => {
    for (let times = 0; times < 3; times += 1) await search("blue mug");
    await search("zeppelin");
    await search("mug zeppelin");
    const queryId = await searchId("mug");
    click(queryId, mugs[0] ?? "", 1);
    click(queryId, mugs[1] ?? "", 24);
    await writeSearchLog(ctx);
    await ctx.db.insert(searchPurchases).values({ queryId, productId: mugs[0] ?? "", quantity: 2, at: ctx.clock.now() });
    const told = await report();
    expect(told).toMatchObject({ sinceOn: "2026-01-31", untilOn: "2026-03-01", before: { sinceOn: "2026-01-01", untilOn: "2026-01-30" } });
    expect(told.totals).toEqual({ searches: 6, queries: 4, withoutResults: 1, partial: 1, corrected: 0, clicked: 1, purchases: 1, units: 2 });
    expect(told.top.slice(0, 2)).toEqual([
      { query: "blue mug", searches: 3, results: 1, clicked: 0, purchases: 0 },
      { query: "mug", searches: 1, results: 3, clicked: 1, purchases: 1 },
    ]);
    expect(told.withoutResults).toEqual([
      { query: "mug zeppelin", searches: 1, withoutResults: 0, partial: 1 },
      { query: "zeppelin", searches: 1, withoutResults: 1, partial: 0 },
    ]);
    expect(told.positions.slice(0, 4)).toEqual([
      { position: 0, shown: 5, clicks: 0 },
      { position: 1, shown: 2, clicks: 1 },
      { position: 2, shown: 2, clicks: 0 },
      { position: 3, shown: 0, clicks: 0 },
    ]);
    expect(told.positions.at(-1)).toEqual({ position: null, shown: null, clicks: 1 });
    expect(told.purchases).toEqual([{ query: "mug", product: { id: mugs[0], slug: expect.any(String), title: "Blue Mug" }, purchases: 1, units: 2 }]);
    expect((await report({ untilOn: "2026-02-28" })).totals.searches).toBe(0);
    expect((await report({ sinceOn: "2026-03-01", untilOn: "2026-03-01" })).totals.searches).toBe(6);
  });

  it("takes a query that is led to a page for answered", async () => {
    await search("zeppelin");
    await search("airship");
    await writeSearchLog(ctx);
    await setRedirect(as(ctx, anAdmin()), { query: "zeppelin", url: "/help/flying" });
    const { totals, withoutResults } = await report();
    expect(totals).toMatchObject({ searches: 2, withoutResults: 1 });
    expect(withoutResults.map(({ query }) => query)).toEqual(["airship"]);
    await removeRedirect(as(ctx, anAdmin()), { query: "zeppelin" });
  });

  it("tells what rises against the days before", async () => {
    for (const query of ["red mug", "red mug", "blue mug", "blue mug", "blue mug", "blue mug"]) await search(query);
    ctx.clock.advanceMinutes(24 * 60);
    for (const query of ["red mug", "red mug", "red mug", "red mug", "blue mug", "blue mug", "blue mug", "blue mug", "green mug", "green mug"]) await search(query);
    await writeSearchLog(ctx);
    expect((await report({ sinceOn: "2026-03-02", untilOn: "2026-03-02" })).rising).toEqual([{ query: "red mug", searches: 4, before: 2 }]);
  });

  it("refuses days in the wrong order, and writes nothing", async () => {
    await ctx.db.delete(auditEntries);
    await expect(report({ sinceOn: "2026-03-02", untilOn: "2026-03-01" })).rejects.toMatchObject({ reason: "search.bad_period" });
    expect(await ctx.db.select().from(auditEntries)).toEqual([]);
  });
});
