import { DomainError } from "@cartwright/core/kernel";
import { verifySearch } from "@cartwright/core/search";
import { dialect } from "@cartwright/db";
import { useDatabase } from "@cartwright/db/testing";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { ApiError } from "./meilisearch-stand-in/index.ts";
import { Scene } from "./meilisearch-scene.ts";

const database = useDatabase();
let scene: Scene;

beforeAll(async () => {
  const first = await Scene.open(database.db);
  for (const title of ["Blue Mug", "Red Mug", "Kettle"]) await first.product(title);
  await first.close();
});
beforeEach(async () => {
  scene = await Scene.open(database.db);
  await scene.settle();
  await scene.fill();
});
afterEach(() => scene.close());

const fromMeilisearch = (...titles: string[]) => ({ engine: "meilisearch", titles });
const fromDatabase = (...titles: string[]) => ({ engine: dialect, titles });

describe("a Meilisearch that is gone", () => {
  it("is stood in for by the database, and says so", async () => {
    expect(await scene.search("kettle")).toEqual(fromMeilisearch("Kettle"));
    await scene.server.stop();
    expect(await scene.search("kettle")).toEqual(fromDatabase("Kettle"));
    expect(await scene.status()).toMatchObject({ name: "meilisearch", state: "unreachable", lastError: expect.stringMatching(/can't be reached \(ECONNREFUSED\)/) });
  });

  it("is left alone after some failures", async () => {
    scene.restart({ pauseMilliseconds: 3_600_000 });
    scene.server.refusal = { path: /./, error: new ApiError("internal", "The machine is on fire.") };
    for (let i = 0; i < 3; i += 1) expect(await scene.search("kettle")).toEqual(fromDatabase("Kettle"));
    const asked = scene.server.requests.length;
    expect(await scene.search("kettle")).toEqual(fromDatabase("Kettle"));
    expect(scene.server.requests.length).toBe(asked);
    expect(await scene.status()).toMatchObject({ breaker: "open", lastError: expect.stringContaining("The machine is on fire.") });
    expect(scene.said).toEqual([expect.stringContaining("The database answers searches meanwhile.")]);
  });

  it("is asked again by itself, and told of once however long it takes", async () => {
    scene.server.refusal = { path: /./, error: new ApiError("internal", "The machine is on fire.") };
    await vi.waitFor(async () => {
      await scene.search("kettle");
      expect(scene.server.requests.length).toBeGreaterThan(30);
    });
    expect(scene.said).toHaveLength(1);
    scene.server.refusal = null;
    await vi.waitFor(async () => expect(await scene.search("kettle")).toEqual(fromMeilisearch("Kettle")));
    expect(await scene.status()).toMatchObject({ state: "ready", breaker: "closed", lastError: null });
    expect(scene.said.at(-1)).toBe("Meilisearch answers searches again.");
  });

  it("is not waited for long when it is slow", async () => {
    scene.server.latencyMilliseconds = 5_000;
    scene.restart({ searchMilliseconds: 100 });
    expect(await scene.search("kettle")).toEqual(fromDatabase("Kettle"));
    expect((await scene.status()).lastError).toMatch(/takes too long to answer/);
  });

  it("holds back no event, and is caught up with", async () => {
    await scene.server.stop();
    await scene.product("Walnut Bowl");
    expect(await scene.settle()).toEqual({ failed: 0 });
    expect(await scene.search("walnut")).toEqual(fromDatabase("Walnut Bowl"));
    expect(await scene.status()).toMatchObject({ pending: 1 });
    expect(await scene.tend()).toEqual({ caughtUp: 0, begun: [] });

    await scene.server.start();
    await vi.waitFor(async () => expect(await scene.tend()).toEqual({ caughtUp: 1, begun: [] }));
    expect(await scene.search("walnut")).toEqual(fromMeilisearch("Walnut Bowl"));
    expect(await scene.status()).toMatchObject({ pending: 0, lastError: null, documents: 4 });
  });

  it("gets no more than it takes when it refuses one query", async () => {
    scene.server.refusal = { path: /multi-search/, error: new ApiError("invalid_search_filter", "Was expecting a value.") };
    for (let i = 0; i < 5; i += 1) expect(await scene.search("kettle")).toEqual(fromDatabase("Kettle"));
    scene.server.refusal = null;
    expect(await scene.search("kettle")).toEqual(fromMeilisearch("Kettle"));
  });

  it("may be too old, which is said until it is not", async () => {
    scene.server.version = "1.9.0";
    scene.restart();
    await scene.tend();
    expect((await scene.status()).lastError).toMatch(/is 1\.9\.0; Cartwright needs 1\.15 or newer/);
    scene.server.version = "1.15.2";
    await scene.tend();
    expect((await scene.status()).lastError).toBeNull();
  });

  it("may be something else altogether", async () => {
    const other = createServer((_, response) => response.end("<html>Hello</html>"));
    await new Promise<void>((resolve) => {
      other.listen(0, "127.0.0.1", resolve);
    });
    scene.restart({ url: `http://127.0.0.1:${(other.address() as AddressInfo).port}` });
    expect(await scene.search("kettle")).toEqual(fromDatabase("Kettle"));
    expect((await scene.status()).lastError).toMatch(/answers something else than Meilisearch does/);
    await new Promise((resolve) => {
      other.close(resolve);
    });
  });
});

describe("a wrong key", () => {
  it("is told to staff, and never shown", async () => {
    scene.server.masterKey = "master-key-of-sixteen-bytes";
    scene.restart({ apiKey: "not-the-key" });
    expect(await scene.search("kettle")).toEqual(fromDatabase("Kettle"));
    const { state, lastError } = await scene.status();
    expect(state).toBe("unreachable");
    expect(lastError).toMatch(/refuses the key \(invalid_api_key\)\. MEILI_API_KEY must be one/);
    expect(lastError).not.toContain("not-the-key");
  });

  it("may be none at all", async () => {
    scene.server.masterKey = "master-key-of-sixteen-bytes";
    expect((await scene.status()).lastError).toMatch(/missing_authorization_header/);
  });

  it("that may search and not write leaves the index as it is, and says so", async () => {
    scene.server.masterKey = "master-key-of-sixteen-bytes";
    scene.server.keys.push({ key: "search-only", actions: ["search", "indexes.get", "settings.get", "stats.get", "version"], indexes: ["shop*"] });
    scene.restart({ apiKey: "search-only" });
    expect(await scene.search("kettle")).toEqual(fromMeilisearch("Kettle"));
    await scene.product("Oak Spoon");
    expect(await scene.settle()).toEqual({ failed: 0 });
    expect(await scene.status()).toMatchObject({ pending: 1, lastError: expect.stringMatching(/refuses the key/) });
  });
});

describe("an index", () => {
  it("that is lost is made anew, and does not answer before it is full", async () => {
    scene.server.indexes.delete("shop");
    expect(await scene.search("kettle")).toEqual(fromDatabase("Kettle"));
    expect(await scene.status()).toMatchObject({ state: "empty", isOutdated: true, lastError: expect.stringMatching(/has no index "shop".*cartwright search rebuild/) });
    await vi.waitFor(async () => expect(await scene.tend()).toEqual({ caughtUp: 0, begun: ["meilisearch"] }));
    await scene.product("Late Lamp");
    expect(await scene.search("kettle")).toEqual(fromDatabase("Kettle"));
    await scene.settle();
    expect(await scene.search("lamp")).toEqual(fromMeilisearch("Late Lamp"));
    expect(await scene.status()).toMatchObject({ state: "ready", isOutdated: false, rebuild: null, generation: 1 });
  });

  it("that is lost is not made by the first change that comes along", async () => {
    scene.server.indexes.delete("shop");
    await scene.product("Tin Box");
    await scene.settle();
    expect(scene.server.indexes.has("shop")).toBe(false);
    expect(await scene.status()).toMatchObject({ pending: 1 });
  });

  it("can't be held against the database while it is out of reach, which has a reason", async () => {
    await scene.server.stop();
    const refused = await verifySearch(scene.ctx, { repair: false, limit: 10 }).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(DomainError);
    expect(refused).toMatchObject({ code: "unavailable", reason: "search.engine_unavailable", message: expect.stringMatching(/can't be reached/) });
  });
});

describe("a task that fails", () => {
  it("is told with its reason, and done again", async () => {
    scene.server.queue.failures.push({ type: "documentAdditionOrUpdate", error: new ApiError("no_space_left_on_device", "There is no more space left on the device.") });
    await scene.product("Copper Pot");
    expect(await scene.settle()).toEqual({ failed: 0 });
    expect(await scene.status()).toMatchObject({ state: "ready", pending: 1, lastError: expect.stringMatching(/Task \d+ of Meilisearch \(documentAdditionOrUpdate\) failed: There is no more space left on the device\. \(no_space_left_on_device\)/) });
    expect(await scene.search("mug")).toMatchObject({ engine: "meilisearch" });
    expect(await scene.tend()).toMatchObject({ caughtUp: 1 });
    expect(await scene.search("copper")).toEqual(fromMeilisearch("Copper Pot"));
    expect(await scene.status()).toMatchObject({ pending: 0, lastError: null });
  });

  it("or does not come to an end is not waited for for ever", async () => {
    scene.server.queue.hold();
    scene.restart({ taskMilliseconds: 100 });
    await scene.product("Slow Cooker");
    expect(await scene.settle()).toEqual({ failed: 0 });
    expect(await scene.status()).toMatchObject({ breaker: "closed", pending: 1, lastError: expect.stringMatching(/Meilisearch is behind: task \d+ is not done/) });
    scene.server.queue.release();
    await pause(50);
    expect(await scene.tend()).toMatchObject({ caughtUp: 1 });
    expect(await scene.search("cooker")).toEqual(fromMeilisearch("Slow Cooker"));
  });
});
