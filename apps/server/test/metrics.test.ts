import { makeContext } from "@cartwright/core/testing";
import { emitEvents } from "@cartwright/core/kernel";
import { inTransaction } from "@cartwright/db";
import { useDatabase } from "@cartwright/db/testing";
import { beforeAll, describe, expect, it } from "vitest";
import { createApp } from "../src/app.ts";
import { metricsPage } from "../src/http/metrics.ts";
import { openMetrics } from "../src/metrics/metrics.ts";
import { watchParts } from "../src/metrics/watch-parts.ts";
import { testServer } from "./client.ts";

const database = useDatabase();
const token = "a-token-of-thirty-two-characters";
let app: ReturnType<typeof createApp>;
let server: ReturnType<typeof testServer>;

beforeAll(() => {
  server = testServer(database.database);
  const metrics = openMetrics();
  server.parts.metrics = metrics;
  server.parts.ports.search = metrics.watchSearch(server.parts.ports.search);
  watchParts(metrics, server.parts);
  app = createApp(server.parts, null, { metricsToken: token });
});

const asked = (authorization: string) => app.request("/metrics", { headers: { authorization } });
const lines = async () => (await (await asked(`Bearer ${token}`)).text()).split("\n");
/** The value of the line that begins so. */
const valueOf = async (start: string) => Number((await lines()).find((line) => line.startsWith(start))?.split(" ").at(-1));

describe("figures", () => {
  it("count requests by procedure and status, whatever anybody asks for", async () => {
    await app.request("/api/trpc/shop.get");
    await app.request("/api/trpc/shop.get");
    await app.request("/api/trpc/orders.list");
    await app.request("/api/trpc/shop.get,cart.get?batch=1&input=%7B%7D");
    for (let made = 0; made < 20; made += 1) await app.request(`/api/trpc/made.up${made}`);
    expect(await valueOf('cartwright_requests_total{procedure="shop.get",status="200"}')).toBe(2);
    expect(await valueOf('cartwright_requests_total{procedure="orders.list",status="401"}')).toBe(1);
    expect(await valueOf('cartwright_requests_total{procedure="batch",status="200"}')).toBe(1);
    expect(await valueOf('cartwright_requests_total{procedure="unknown",status="404"}')).toBe(20);
    expect(await valueOf('cartwright_request_seconds_count{procedure="shop.get"}')).toBe(2);
    expect((await lines()).filter((line) => line.includes("made.up"))).toEqual([]);
  });

  it("tell how long news waits, and how busy the database is", async () => {
    const ctx = makeContext(database.db);
    await inTransaction(ctx, (ctx) => emitEvents(ctx, [{ type: "test.happened", subject: "test", payload: {} }]));
    expect(await valueOf("cartwright_outbox_waiting")).toBeGreaterThan(0);
    expect(await valueOf("cartwright_outbox_lag_seconds")).toBeGreaterThan(60);
    expect(await valueOf("cartwright_outbox_dead")).toBe(0);
    expect(await valueOf("cartwright_database_connections")).toBeGreaterThan(0);
    expect(await valueOf("cartwright_database_waiting")).toBe(0);
    expect(await valueOf("cartwright_info")).toBe(1);
  });

  it("tell which engine answered searches", async () => {
    await app.request("/api/trpc/search.products?input=%7B%22text%22%3A%22mug%22%7D");
    expect(await valueOf('cartwright_search_total{role="main",outcome="answered"}')).toBe(1);
    const engine = server.parts.ports.search.main;
    const failing = { name: engine.name, search: () => Promise.reject(new Error("gone")), suggest: () => Promise.reject(new Error("gone")) } as unknown as typeof engine;
    server.parts.ports.search = server.parts.metrics?.watchSearch({ main: failing, fallback: engine }) ?? server.parts.ports.search;
    expect((await app.request("/api/trpc/search.products?input=%7B%22text%22%3A%22cup%22%7D")).status).toBe(200);
    expect(await valueOf('cartwright_search_total{role="main",outcome="failed"}')).toBe(1);
    expect(await valueOf('cartwright_search_total{role="fallback",outcome="answered"}')).toBe(1);
  });
});

describe("the page", () => {
  it.each(["", "Bearer", "Bearer wrong", `bearer ${token}`, `Bearer ${token} `.repeat(2)])("is not there for who says %j", async (authorization) => {
    expect((await asked(authorization)).status).toBe(404);
  });

  it("is on the public port with a token alone", async () => {
    const bare = createApp(server.parts, null);
    expect((await bare.request("/metrics", { headers: { authorization: `Bearer ${token}` } })).status).toBe(404);
    const metrics = openMetrics();
    expect((await metricsPage(metrics, null).request("/metrics")).status).toBe(200);
  });
});
