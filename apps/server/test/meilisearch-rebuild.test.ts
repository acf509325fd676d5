import { catalogSource, embeddedEngine, ensureSearchIndex, loadOutsideIndex, rebuildSearch, saveOutsideIndex, type DocumentSource } from "@cartwright/core/search";
import { updateProduct } from "@cartwright/core/catalog";
import { UpdateProductInput } from "@cartwright/core/catalog/schemas";
import { dialect } from "@cartwright/db";
import { useDatabase } from "@cartwright/db/testing";
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { ApiError } from "./meilisearch-stand-in/index.ts";
import { Scene } from "./meilisearch-scene.ts";

const database = useDatabase();
let scene: Scene;
let kettle: { id: string };

beforeAll(async () => {
  const first = await Scene.open(database.db);
  for (const title of ["Blue Mug", "Red Mug"]) await first.product(title);
  kettle = await first.product("Kettle");
  await first.close();
});
beforeEach(async () => {
  scene = await Scene.open(database.db);
  await scene.settle();
  await embeddedEngine.startRebuild(scene.ctx, catalogSource, { isFresh: true });
  while (!(await embeddedEngine.continueRebuild(scene.ctx, catalogSource)).isDone);
});
afterEach(() => scene.close());

const start = (isFresh = true) => scene.engine.startRebuild(scene.ctx, catalogSource, { isFresh });
const next = (source: DocumentSource = catalogSource) => scene.engine.continueRebuild(scene.ctx, source);
const swaps = () => scene.server.queue.tasks.filter(({ type }) => type === "indexSwap").length;
const sent = () => scene.server.queue.tasks.filter(({ type }) => type === "documentAdditionOrUpdate").reduce((sum, { details }) => sum + Number(details["receivedDocuments"]), 0);

describe("the first index", () => {
  it("is filled once a server starts, while the database answers", async () => {
    expect(await scene.search("kettle")).toEqual({ engine: dialect, titles: ["Kettle"] });
    expect(await ensureSearchIndex(scene.ctx)).toEqual(["meilisearch"]);
    expect(await scene.status()).toMatchObject({ state: "building", rebuild: { built: 0, wanted: 3 } });
    expect(await scene.search("kettle")).toMatchObject({ engine: dialect });
    await scene.settle();
    expect(await scene.search("kettle")).toEqual({ engine: "meilisearch", titles: ["Kettle"] });
    expect(await ensureSearchIndex(scene.ctx)).toEqual([]);
    expect([...scene.server.indexes.keys()]).toEqual(["shop"]);
  });

  it("is begun once, however many begin it", async () => {
    await Promise.all([ensureSearchIndex(scene.ctx), scene.tend()]);
    scene.restart();
    await Promise.all([start(false), scene.tend()]);
    expect(scene.server.queue.tasks.filter(({ type }) => type === "indexCreation")).toHaveLength(1);
    await scene.settle();
    expect(await scene.search("kettle")).toMatchObject({ engine: "meilisearch" });
  });

  it("is filled by whoever looks after it, when Meilisearch was not there at the start", async () => {
    await scene.server.stop();
    expect(await ensureSearchIndex(scene.ctx)).toEqual([]);
    await scene.server.start();
    await vi.waitFor(async () => expect((await scene.tend()).begun).toEqual(["meilisearch"]));
    await scene.settle();
    expect(await scene.search("kettle")).toMatchObject({ engine: "meilisearch" });
  });
});

describe("a rebuild", () => {
  beforeEach(() => scene.fill());

  it("goes on where a server died, and sends nothing twice", async () => {
    await start();
    const before = sent();
    const firstTwo: DocumentSource = { ...catalogSource, idsAfter: async (ctx, after, limit) => (await catalogSource.idsAfter(ctx, after, Math.min(limit, 2))).slice(0, after === null ? 2 : 0) };
    expect(await next(firstTwo)).toMatchObject({ isDone: false, built: 2, wanted: 3 });
    expect(await scene.status()).toMatchObject({ state: "ready", rebuild: { built: 2, wanted: 3 } });
    scene.restart();
    await start(false);
    while (!(await next()).isDone);
    expect(sent() - before).toBe(3);
    expect(await scene.status()).toMatchObject({ rebuild: null, documents: 3, generation: 2 });
  });

  it("swaps once, also when a server died before it wrote that down", async () => {
    await start();
    await next();
    const justBefore = await loadOutsideIndex(scene.ctx, "shop");
    while (!(await next()).isDone);
    const done = swaps();
    await saveOutsideIndex(scene.ctx, "shop", justBefore);
    scene.restart();
    await start(false);
    while (!(await next()).isDone);
    expect(swaps()).toBe(done);
    expect(await scene.search("kettle")).toEqual({ engine: "meilisearch", titles: ["Kettle"] });
    expect(await scene.status()).toMatchObject({ rebuild: null, documents: 3 });
  });

  it("takes in what changes between its last look and the swap", async () => {
    await start();
    await next();
    await updateProduct(scene.ctx, UpdateProductInput.parse({ product: kettle.id, title: "Samovar" }));
    await scene.settle();
    expect(await scene.search("samovar")).toEqual({ engine: "meilisearch", titles: ["Samovar"] });
    while (!(await next()).isDone) expect(await scene.search("samovar")).toMatchObject({ titles: ["Samovar"] });
    expect(await scene.search("samovar")).toEqual({ engine: "meilisearch", titles: ["Samovar"] });
    await updateProduct(scene.ctx, UpdateProductInput.parse({ product: kettle.id, title: "Kettle" }));
    await scene.settle();
  });

  it("rests while Meilisearch is gone, and is gone on with", async () => {
    await rebuildSearch(scene.ctx, { isFresh: false });
    await scene.server.stop();
    expect(await scene.settle()).toEqual({ failed: 0 });
    expect((await loadOutsideIndex(scene.ctx, "shop")).rebuild).toMatchObject({ isPaused: true });
    await scene.server.start();
    await vi.waitFor(async () => expect((await scene.tend()).begun).toEqual(["meilisearch"]));
    await scene.settle();
    expect(await scene.status()).toMatchObject({ rebuild: null, generation: 2, lastError: null });
  });

  it("says what a task of it failed of, and does it again", async () => {
    await start();
    scene.server.queue.failures.push({ type: "documentAdditionOrUpdate", error: new ApiError("invalid_document_id", "Document identifier is invalid.") });
    await expect(next()).rejects.toMatchObject({ reason: "search.engine_unavailable", message: expect.stringMatching(/failed: Document identifier is invalid/) });
    expect(await scene.status()).toMatchObject({ state: "ready", lastError: expect.stringMatching(/invalid_document_id/), rebuild: { built: 0 } });
    expect(await scene.search("kettle")).toMatchObject({ engine: "meilisearch" });
    while (!(await next()).isDone);
    expect(await scene.status()).toMatchObject({ lastError: null, generation: 2 });
  });

  it("begins anew when somebody has removed what it had begun", async () => {
    await start();
    scene.server.indexes.delete("shop_next");
    while (!(await next()).isDone);
    expect(scene.server.indexes.get("shop")?.settings.sortableAttributes).toContain("sortKey");
    expect(await scene.status()).toMatchObject({ documents: 3, rebuild: null });
  });

  it("keeps the synonyms of the index it replaces", async () => {
    scene.server.indexes.get("shop")?.change({ synonyms: { cup: ["mug"] } });
    await start();
    while (!(await next()).isDone);
    expect(scene.server.indexes.get("shop")?.settings.synonyms).toEqual({ cup: ["mug"] });
  });
});

describe("settings", () => {
  beforeEach(() => scene.fill());

  const updates = () => scene.server.queue.tasks.filter(({ type }) => type === "settingsUpdate").length;

  it("are applied at the start when they differ from those of this version, and only then", async () => {
    const before = updates();
    await scene.tend();
    expect(updates()).toBe(before);
    scene.server.indexes.get("shop")?.change({ rankingRules: ["words"], pagination: { maxTotalHits: 20 } });
    await scene.tend();
    expect(updates()).toBe(before);
    scene.restart();
    await scene.tend();
    expect(updates()).toBe(before + 1);
    expect(scene.server.indexes.get("shop")?.settings).toMatchObject({ rankingRules: expect.arrayContaining(["typo", "stock:desc"]), pagination: { maxTotalHits: 1_001 } });
  });

  it("of another version have the index made anew", async () => {
    await saveOutsideIndex(scene.ctx, "shop", { settingsVersion: 0 });
    expect(await scene.status()).toMatchObject({ state: "ready", isOutdated: true });
    expect(await ensureSearchIndex(scene.ctx)).toEqual(["meilisearch"]);
    await scene.settle();
    expect(await scene.status()).toMatchObject({ isOutdated: false, generation: 2 });
  });
});

describe("two servers that write the same product", () => {
  it("leave it as it is in the shop, whoever comes last", async () => {
    await scene.fill();
    const stale = await catalogSource.load(scene.ctx, [kettle.id]);
    await updateProduct(scene.ctx, UpdateProductInput.parse({ product: kettle.id, title: "Teapot" }));
    await scene.settle();
    let reads = 0;
    const lateReader: DocumentSource = { ...catalogSource, load: (ctx, ids) => ((reads += 1) === 1 ? Promise.resolve(stale) : catalogSource.load(ctx, ids)) };
    await scene.engine.sync(scene.ctx, [kettle.id], lateReader);
    expect(await scene.search("teapot")).toEqual({ engine: "meilisearch", titles: ["Teapot"] });
    expect(await scene.search("kettle")).toEqual({ engine: "meilisearch", titles: [] });
    await updateProduct(scene.ctx, UpdateProductInput.parse({ product: kettle.id, title: "Kettle" }));
    await scene.settle();
  });
});
