import { catalogSource, embeddedEngine, noFilters, type EngineQuery } from "@cartwright/core/search";
import { useDatabase } from "@cartwright/db/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { indexedDocument } from "../src/adapters/meilisearch/document.ts";
import { Scene } from "./meilisearch-scene.ts";

const database = useDatabase();
const lamps = 1_100;
let scene: Scene;

const rules = { stopWords: new Set<string>(), synonyms: new Map(), pins: new Map(), redirects: new Map() };
const query = (change: Partial<EngineQuery> = {}): EngineQuery => ({ text: "lamp", filters: noFilters, sort: "relevance", offset: 0, limit: 24, hasFacets: true, rules, ...change });
const search = (change: Partial<EngineQuery> = {}) => scene.engine.search(scene.ctx, query(change));
const lampId = (i: number) => `prd_${String(i).padStart(6, "0")}`;

beforeAll(async () => {
  scene = await Scene.open(database.db);
  await scene.product("Kettle");
  await scene.fill();
  const [kettle] = await catalogSource.load(scene.ctx, await catalogSource.idsAfter(scene.ctx, null, 1));
  if (!kettle) throw new Error("the kettle is not there");
  const documents = Array.from({ length: lamps }, (_, i) => indexedDocument({ ...kettle, productId: lampId(i), title: "Lamp", priceMinMinor: 100 + i, brand: { id: "brd_light", slug: "light", name: "Light" }, skus: [`LAMP-${i}`] }));
  const samovar = indexedDocument({ ...kettle, productId: "prd_samovar", title: "Samovar" });
  scene.server.indexes.get("shop")?.add([...documents, samovar], "id", false);
});
afterAll(() => scene.close());

describe("more than a thousand finds", () => {
  it("are shown up to the thousandth, and the total says that there are more", async () => {
    expect((await search()).total).toEqual({ count: 1_000, isExact: false });
    expect((await search({ offset: 984 })).hits).toHaveLength(16);
    expect((await search({ offset: 1_008 })).hits).toEqual([]);
    expect((await search({ offset: 1_008 })).total).toEqual({ count: 1_000, isExact: false });
  });

  it("are all counted in facets, and in the histogram up to a thousand a bar", async () => {
    const { facets } = await search();
    expect(facets?.brands).toEqual([{ value: "brd_light", count: lamps, isCapped: false }]);
    expect(facets?.price).toMatchObject({ minMinor: 100, maxMinor: 1_199, isCapped: false });
    expect(facets?.price?.buckets.map(({ count }) => count)).toEqual(Array.from({ length: 10 }, () => 110));
  });

  it("are in an order that pages do not break", async () => {
    const pages = await Promise.all([0, 24, 48].map((offset) => search({ offset })));
    expect(new Set(pages.flatMap(({ hits }) => hits)).size).toBe(72);
  });
});

describe("a query", () => {
  it("of a code leads, before all that has its words, and is counted once", async () => {
    const { hits, total } = await search({ text: "lamp-7" });
    expect(hits[0]).toBe(lampId(7));
    expect(total.count).toBe(new Set(hits).size);
  });

  it("with pinned products has them on the page where they stand, and on no other", async () => {
    const pinned = { ...rules, pins: new Map([["lamp", { pinned: [{ productId: lampId(900), position: 30 }], hidden: [lampId(3)] }]]) };
    const [first, second] = await Promise.all([search({ rules: pinned }), search({ rules: pinned, offset: 24 })]);
    expect(first.hits).not.toContain(lampId(900));
    expect(second.hits[6]).toBe(lampId(900));
    expect([...first.hits, ...second.hits]).not.toContain(lampId(3));
    expect(new Set([...first.hits, ...second.hits]).size).toBe(48);
  });

  it("has no more than ten words, and none of them is an operator", async () => {
    const before = scene.server.requests.length;
    await search({ text: `"lamp" -kettle ${"one two three four ".repeat(50)}` });
    const asked = scene.server.requests.slice(before).flatMap(({ body }) => (body as { queries: { q: string }[] }).queries.map(({ q }) => q));
    for (const q of asked) expect(q).toMatch(/^([\p{L}\p{N}]+( [\p{L}\p{N}]+){0,9})?$/u);
  });

  it("of which nothing has all words finds most of them, also when they are equally frequent", async () => {
    const { hits, isPartial } = await search({ text: "kettle samovar" });
    expect([isPartial, hits.length]).toEqual([true, 1]);
    expect(await search({ text: "lamp light", filters: { ...noFilters, priceMinMinor: 9_999_999 } })).toMatchObject({ hits: [], isPartial: false });
  });

  it("takes one request, and one more for the histogram", async () => {
    const before = scene.server.requests.length;
    await search({ filters: { ...noFilters, brandIds: ["brd_light"], isInStock: true } });
    expect(scene.server.requests.length - before).toBeLessThanOrEqual(3);
  });
});

it("the other engine knows nothing of these lamps", async () => {
  expect((await embeddedEngine.search(scene.ctx, query())).total.count).toBe(0);
});
