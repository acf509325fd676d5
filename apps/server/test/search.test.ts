import { createProductOf, makeContext } from "@cartwright/core/testing";
import { runEvents, systemClock } from "@cartwright/core/kernel";
import { searchHandlers } from "@cartwright/core/search";
import { useDatabase } from "@cartwright/db/testing";
import { beforeAll, describe, expect, it } from "vitest";
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

describe("staff", () => {
  it("see how the index is, hold it against the shop and have it made anew", async () => {
    expect((await admin.query("search.status")).body.result?.data).toMatchObject({ products: 3, engines: [{ role: "main", state: "ready", documents: 3 }] });
    expect((await admin.mutate("search.verify", { repair: true })).body.result?.data).toMatchObject({ checked: 3, missing: [], stale: [], extra: [], nextCursor: null });
    expect((await admin.mutate("search.rebuild", {})).body.result?.data).toMatchObject({ isDone: false, wanted: 3 });
    await settle();
    expect((await admin.query("search.status")).body.result?.data).toMatchObject({ engines: [{ generation: 1, rebuild: null, isOutdated: false }] });
  });

  it("only they do", async () => {
    for (const path of ["search.verify", "search.rebuild"]) expect((await server.browser().mutate(path, {})).status).toBe(401);
    expect((await server.browser().query("search.status")).status).toBe(401);
  });
});
