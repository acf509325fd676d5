import { createSellable, makeContext } from "@cartwright/core/testing";
import { connect, stockLevels, type Database } from "@cartwright/db";
import { useDatabase } from "@cartwright/db/testing";
import { eq, sql } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, expect, it, vi } from "vitest";
import { testServer } from "../../test/client.ts";
import { watch, type News } from "../../test/news.ts";

const used = useDatabase();
let other: Database;
let open: News[] = [];

beforeAll(async () => {
  other = await connect(used.url);
});
afterAll(() => other.close());
afterEach(() => {
  for (const news of open) news.close();
  open = [];
});

const kept = (news: News) => {
  open.push(news);
  return news;
};
const sellable = async (stock: number) => (await createSellable(makeContext(used.db), { stock })).variantId;
/** As another server would, on a connection of its own. */
const reserve = (variantId: string, reserved: number) => other.db.update(stockLevels).set({ reserved }).where(eq(stockLevels.variantId, variantId));

it("tells all of them first, then what changes by whoever's hand", async () => {
  const [one, two] = [await sellable(3), await sellable(7)];
  const news = kept(watch(testServer(used.database).browser(), "inventory.watchAvailability", { variantIds: [one, two, "var_unknown"] }));
  expect((await news.next()).data).toEqual([
    { variantId: one, available: 3 },
    { variantId: two, available: 7 },
    { variantId: "var_unknown", available: 0 },
  ]);
  await reserve(one, 2);
  expect((await news.next()).data).toEqual([{ variantId: one, available: 1 }]);
  await reserve(one, 3);
  expect((await news.next()).data).toEqual([{ variantId: one, available: 0 }]);
  await reserve(two, 1);
  expect((await news.next()).data).toEqual([{ variantId: two, available: 6 }]);
});

it("tells who comes back how things are now, also what changed while nobody listened", async () => {
  const variantId = await sellable(5);
  const server = testServer(used.database);
  const first = watch(server.browser(), "inventory.watchAvailability", { variantIds: [variantId] });
  await first.next();
  first.close();
  await vi.waitFor(() => expect(server.parts.live.streams.size).toBe(0));
  await reserve(variantId, 4);
  const second = kept(watch(server.browser(), "inventory.watchAvailability", { variantIds: [variantId] }));
  expect((await second.next()).data).toEqual([{ variantId, available: 1 }]);
});

it("gives a second listener the whole state, and both of them the changes", async () => {
  const [one, two] = [await sellable(5), await sellable(6)];
  const server = testServer(used.database);
  const first = kept(watch(server.browser(), "inventory.watchAvailability", { variantIds: [one] }));
  await first.next();
  const second = kept(watch(server.browser(), "inventory.watchAvailability", { variantIds: [two, one] }));
  expect((await second.next()).data).toEqual([{ variantId: two, available: 6 }, { variantId: one, available: 5 }]);
  await reserve(one, 1);
  const expected = [{ variantId: one, available: 4 }];
  expect([(await first.next()).data, (await second.next()).data]).toEqual([expected, expected]);
});

it("reads nothing once nobody listens", async () => {
  const variantId = await sellable(5);
  const server = testServer(used.database);
  const news = watch(server.browser(), "inventory.watchAvailability", { variantIds: [variantId] });
  await news.next();
  // While somebody listens, statements are sent with nothing else going on.
  await vi.waitFor(async () => expect(await used.countQueries(() => new Promise((done) => setTimeout(done, 600)))).toBeGreaterThan(0));
  news.close();
  await vi.waitFor(() => expect([server.parts.live.streams.size, server.parts.live.availability.isFollowing]).toEqual([0, false]));
  expect(await used.countQueries(() => new Promise((done) => setTimeout(done, 1_200)))).toBe(0);
});

it("follows a thousand variants with few statements", async () => {
  const server = testServer(used.database, { mostOfVisitor: 100 });
  const variantIds = Array.from({ length: 1_000 }, (_, index) => `var_none_${index}`);
  const browser = server.browser();
  for (let from = 0; from < variantIds.length; from += 100) {
    const news = kept(watch(browser, "inventory.watchAvailability", { variantIds: variantIds.slice(from, from + 100) }));
    expect((await news.next()).data).toHaveLength(100);
  }
  expect(server.parts.live.streams.size).toBe(10);
  const before = performance.now();
  const statements = await used.countQueries(() => new Promise((done) => setTimeout(done, 1_000)));
  const rounds = (performance.now() - before) / 500;
  // Two statements a round, whatever the number of streams.
  expect(statements).toBeLessThanOrEqual(2 * Math.ceil(rounds + 1));
});

it("goes on when the database was away for a moment", async () => {
  const variantId = await sellable(5);
  const server = testServer(used.database);
  const news = kept(watch(server.browser(), "inventory.watchAvailability", { variantIds: [variantId] }));
  await news.next();
  const broken = vi.spyOn(server.parts, "shop").mockRejectedValue(new Error("the database is away"));
  await vi.waitFor(() => expect(server.log.join("\n")).toContain("stock can't be followed"));
  await other.db.update(stockLevels).set({ onHand: sql`${stockLevels.onHand} + 4` }).where(eq(stockLevels.variantId, variantId));
  broken.mockRestore();
  expect((await news.next()).data).toEqual([{ variantId, available: 9 }]);
  expect(server.log.join("\n")).toContain("stock is followed again");
});

it("refuses one stream too many, of a visitor and in all, and has room again when one has gone", async () => {
  const variantId = await sellable(1);
  const server = testServer(used.database, { most: 3, mostOfVisitor: 2 });
  const ask = (browser = server.browser()) => kept(watch(browser, "inventory.watchAvailability", { variantIds: [variantId] }));
  const regular = server.browser();
  regular.cookies.set("cartwright_cart", "a-cart-of-this-regular");
  const streams = [ask(regular), ask(regular)];
  for (const news of streams) await news.next();
  const refused = { event: "serialized-error", data: { data: { code: "SERVICE_UNAVAILABLE", reason: "live.too_many_streams" } } };
  expect(await ask(regular).next()).toMatchObject(refused);
  await ask().next();
  expect(await ask().next()).toMatchObject(refused);
  streams[0]?.close();
  await vi.waitFor(() => expect(server.parts.live.streams.size).toBe(2));
  expect((await ask(regular).next()).data).toEqual([{ variantId, available: 1 }]);
});

it("ends every stream when the server stops, and takes no more", async () => {
  const variantId = await sellable(1);
  const server = testServer(used.database);
  const ask = () => kept(watch(server.browser(), "inventory.watchAvailability", { variantIds: [variantId] }));
  const streams = [ask(), ask()];
  for (const news of streams) await news.next();
  server.parts.live.streams.stop();
  for (const news of streams) expect((await news.next()).event).toBe("return");
  expect(server.parts.live.streams.size).toBe(0);
  expect(await ask().next()).toMatchObject({ event: "serialized-error", data: { data: { reason: "live.stopping" } } });
});

it("answers as a stream that nobody may keep, compress or hold back", async () => {
  const path = `/api/trpc/inventory.watchAvailability?input=${encodeURIComponent(JSON.stringify({ variantIds: ["var_x"] }))}`;
  const ending = new AbortController();
  const { headers, status } = await testServer(used.database).browser().request(path, { signal: ending.signal, headers: { "accept-encoding": "gzip" } });
  ending.abort();
  expect([status, headers.get("content-type"), headers.get("cache-control"), headers.get("x-accel-buffering"), headers.get("content-encoding")]).toEqual([
    200, "text/event-stream", "no-cache, no-transform", "no", null,
  ]);
});

it("refuses more variants than it can follow for one reader", async () => {
  const variantIds = Array.from({ length: 101 }, (_, index) => `var_${index}`);
  const news = kept(watch(testServer(used.database).browser(), "inventory.watchAvailability", { variantIds }));
  expect(await news.next()).toMatchObject({ event: "serialized-error", data: { data: { code: "BAD_REQUEST", reason: "input.invalid" } } });
});
