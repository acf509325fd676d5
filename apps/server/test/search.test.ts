import { createProductOf, makeContext } from "@cartwright/core/testing";
import { runEvents, systemClock } from "@cartwright/core/kernel";
import { searchHandlers } from "@cartwright/core/search";
import { useDatabase } from "@cartwright/db/testing";
import { beforeAll, describe, expect, it } from "vitest";
import { startSearchNews } from "../src/search-news.ts";
import { adminOf, testServer, type Browser } from "./client.ts";

const database = useDatabase();
let server: ReturnType<typeof testServer>;
let admin: Browser;

const settle = async () => {
  const ctx = { ...makeContext(database.db), clock: systemClock };
  while ((await runEvents(ctx, searchHandlers, { worker: "test" })).done > 0);
};

beforeAll(async () => {
  server = testServer(database.database);
  admin = await adminOf(server);
  const ctx = makeContext(database.db);
  for (const title of ["Blue Mug", "Red Mug", "Kettle"]) await createProductOf(ctx, { title });
  await settle();
});

describe("searching", () => {
  it("is for everybody, and finds what was put into the shop", async () => {
    const { status, body } = await server.browser().query("search.products", { text: "blue mugg" });
    expect(status).toBe(200);
    expect(body.result?.data).toMatchObject({ total: 1, didYouMean: "blue mug", isPartial: false, queryId: expect.stringMatching(/^sqr_/) });
  });

  it("needs no input at all", async () => {
    expect((await server.browser().query("search.products", {})).body.result?.data).toMatchObject({ total: 3, page: 1, perPage: 24 });
    expect((await server.browser().query("search.suggest", {})).body.result?.data).toEqual({ products: [], categories: [], queries: [] });
  });

  it.each([
    ["NUL", "mug\u0000"],
    ["half a character", "\ud800"],
    ["10 kB of emoji", "🦆".repeat(2_500)],
    ["10 kB of quotes", '"'.repeat(10_000)],
    ["operators", "mug AND OR NOT ( * : ^"],
    ["SQL", "'; drop table products; --"],
  ])("has an answer to %s", async (_, text) => {
    for (const path of ["search.products", "search.suggest"]) {
      const answer = await server.browser().query(path, { text });
      expect([answer.status, answer.body.error]).toEqual([200, undefined]);
    }
  });

  it("refuses what is no search", async () => {
    for (const input of [{ text: 7 }, { page: 0 }, { perPage: 1_000 }, { sort: "best" }]) {
      expect((await server.browser().query("search.products", input)).status).toBe(400);
    }
  });
});

interface Found {
  queryId: string | null;
  hits: { id: string; title: string }[];
}

const find = async (browser: Browser, text: string) => (await browser.query("search.products", { text })).body.result?.data as unknown as Found;

describe("counting", () => {
  interface Told {
    totals: { searches: number; clicked: number };
    top: { query: string; searches: number; clicked: number }[];
    positions: { clicks: number }[];
  }

  const report = async () => (await admin.query("search.report", {})).body.result?.data as unknown as Told;
  /** What a server does every few seconds, and once more when it stops. */
  const written = () => startSearchNews(server.parts, { pauseMilliseconds: 60_000 })();

  it("writes searches and clicks down once they were answered, in the server that stops too", async () => {
    const before = await report();
    const browser = server.browser();
    const { queryId, hits } = await find(browser, "kettle");
    const click = await browser.mutate("search.click", { queryId, productId: hits[0]?.id, position: 0 });
    expect(click.body.result?.data).toEqual({ isNoted: true });
    expect((await report()).top.find(({ query }) => query === "kettle")).toBeUndefined();
    await written();
    const after = await report();
    expect(after.top).toContainEqual(expect.objectContaining({ query: "kettle", searches: 1, clicked: 1 }));
    expect(after.totals.clicked).toBe(before.totals.clicked + 1);
  });

  it("leaves out staff and bots, which find the same", async () => {
    expect(await find(admin, "kettle")).toMatchObject({ queryId: null, hits: [{}] });
    const input = encodeURIComponent(JSON.stringify({ text: "kettle" }));
    const bot = await server.browser().send(`/api/trpc/search.products?input=${input}`, { headers: { "user-agent": "Mozilla/5.0 (compatible; Googlebot/2.1)" } });
    expect(bot.body.result?.data).toMatchObject({ queryId: null, hits: [{}] });
  });

  it("takes the same search of a browser with a cart for one", async () => {
    const browser = server.browser();
    browser.cookies.set("cartwright_cart", "a-word-in-the-cart-cookie");
    const { queryId } = await find(browser, "mug");
    expect((await find(browser, "MUG")).queryId).toBe(queryId);
  });

  it("refuses clicks and purchases that are none", async () => {
    const browser = server.browser();
    for (const input of [{}, { queryId: "sqr_1", productId: "prd_1", position: 0 }, { queryId: `sqr_${"0".repeat(26)}`, productId: "prd_1", position: -1 }]) {
      expect((await browser.mutate("search.click", input)).status).toBe(400);
    }
    const finds = [{ queryId: `sqr_${"0".repeat(26)}`, productId: "prd_1" }];
    expect((await browser.mutate("search.purchased", { access: { token: "no-such-order" }, finds })).body.error?.data).toMatchObject({ reason: "order.not_found" });
    expect((await browser.mutate("search.purchased", { access: { order: "1" }, finds })).status).toBe(401);
  });

  it("fails no search when it can't be written, and goes on", async () => {
    const { searchLog } = server.parts.ports;
    const click = { queryId: "sqr_broken", productId: "prd_1", position: 0, at: new Date(), hasWaited: false };
    searchLog?.addSearch({ query: "broken", shown: "broken", results: Number.NaN, isPartial: false, isCorrected: false, engine: "sqlite", at: new Date() }, null);
    searchLog?.addClick(click);
    await written();
    expect(server.log.some((line) => line.includes("searches could not be counted"))).toBe(true);
    await find(server.browser(), "red mug");
    await written();
    expect((await report()).top.map(({ query }) => query)).toContain("red mug");
  });
});

describe("staff", () => {
  it("see how the index is, hold it against the shop and have it made anew", async () => {
    expect((await admin.query("search.status")).body.result?.data).toMatchObject({ products: 3, engines: [{ role: "main", state: "ready", documents: 3 }] });
    expect((await admin.mutate("search.verify", { repair: true })).body.result?.data).toMatchObject({ checked: 3, missing: [], stale: [], extra: [], nextCursor: null });
    expect((await admin.mutate("search.rebuild", {})).body.result?.data).toMatchObject({ isDone: false, wanted: 3 });
    await settle();
    expect((await admin.query("search.status")).body.result?.data).toMatchObject({ engines: [{ generation: 1, rebuild: null, isOutdated: false }] });
  });

  it("say what words mean, and searches follow", async () => {
    const titles = async (text: string) => (await find(server.browser(), text)).hits.map(({ title }) => title);
    expect(await titles("boiler")).toEqual([]);
    expect((await admin.mutate("search.addSynonyms", { terms: ["boiler", "kettle"] })).body.result?.data).toMatchObject({ kind: "both" });
    expect(await titles("boiler")).toEqual(["Kettle"]);
    expect((await admin.mutate("search.setRedirect", { query: "x", url: "javascript:alert(1)" })).body.error?.data).toMatchObject({ reason: "input.invalid" });
    expect((await admin.mutate("search.addStopWord", { word: "?!" })).body.error?.data).toMatchObject({ reason: "search.no_words", fieldErrors: { word: [expect.any(String)] } });
  });

  it("only they do", async () => {
    for (const path of ["search.verify", "search.rebuild", "search.addSynonyms", "search.setRedirect"]) expect((await server.browser().mutate(path, {})).status).toBe(401);
    for (const path of ["search.status", "search.report", "search.listPins"]) expect((await server.browser().query(path)).status).toBe(401);
  });
});
