import { useDatabase } from "@cartwright/db/testing";
import { beforeAll, describe, expect, it } from "vitest";
import { makeContext } from "../../testing/index.ts";
import { hashOf } from "../build-documents.ts";
import type { SearchDocument } from "../documents.ts";
import type { DocumentSource, EngineQuery } from "../engine.ts";
import { noRules } from "../rules/rules.ts";
import { noFilters } from "./filters.ts";
import { embeddedEngine } from "./index.ts";

const used = useDatabase();
const open = () => makeContext(used.db);

const titles = [
  "Grey velvet sofa bed with storage",
  "Grey velvet sofa bed",
  "Grey velvet footstool with storage",
  "Blue velvet sofa bed with storage",
  "Grey linen sofa bed with storage",
  "Oak bedside table",
  ...Array.from({ length: 60 }, (_, i) => `Walnut shelf ${i}`),
];

function document(title: string, i: number): SearchDocument {
  const facts = {
    productId: `prd_${String(i).padStart(3, "0")}`,
    slug: `p-${i}`,
    title,
    sortKey: title.toLowerCase(),
    brand: { id: `brd_${i % 2}`, slug: `b-${i % 2}`, name: i % 2 === 0 ? "Alder" : "Birk" },
    categoryIds: [],
    categoryNames: [],
    tags: [],
    optionValues: [],
    attributes: [],
    description: i === 0 ? "Looks well beside a sofa of any fabrik." : "Looks well in any room.",
    skus: [],
    barcodes: [],
    priceMinMinor: 10_000 - i,
    priceMaxMinor: null,
    currency: "EUR",
    inStock: true,
    imageUrl: null,
    publishedAt: "2026-01-01T00:00:00.000Z",
    createdAt: "2026-01-01T00:00:00.000Z",
  };
  return { ...facts, popularity: 0, hash: hashOf(facts) };
}

const documents = titles.map(document);
const source: DocumentSource = {
  count: async () => documents.length,
  idsAfter: async (_, after, limit) => documents.map(({ productId }) => productId).filter((id) => after === null || id > after).slice(0, limit),
  load: async (_, ids) => documents.filter(({ productId }) => ids.includes(productId)),
};

async function search(text: string, given: Partial<EngineQuery> = {}) {
  const result = await embeddedEngine.search(open(), { text, filters: noFilters, sort: "relevance", offset: 0, limit: 48, hasFacets: true, rules: noRules, ...given });
  return { ...result, titles: result.hits.map((id) => titles[Number(id.slice(4))]) };
}

beforeAll(async () => {
  await embeddedEngine.startRebuild(open(), source, { isFresh: true });
  while (!(await embeddedEngine.continueRebuild(open(), source)).isDone);
});

describe("of many words", () => {
  it("the few products that have all come first, and those that lack some follow", async () => {
    const { titles, isPartial } = await search("grey velvet sofa bed with storage");
    expect(titles[0]).toBe("Grey velvet sofa bed with storage");
    expect(new Set(titles.slice(1, 4))).toEqual(new Set(["Blue velvet sofa bed with storage", "Grey linen sofa bed with storage", "Grey velvet sofa bed"]));
    expect(isPartial).toBe(false);
  });

  it("two have to be there both", async () => {
    expect((await search("blue sofa")).titles).toEqual(["Blue velvet sofa bed with storage"]);
  });

  it("all have to be there where the order is another", async () => {
    expect((await search("grey velvet sofa bed with storage", { sort: "price_asc" })).titles).toEqual(["Grey velvet sofa bed with storage"]);
  });

  it("what follows is counted and chosen by like the rest", async () => {
    const all = await search("grey velvet sofa bed with storage");
    const brands = new Map(all.facets?.brands.map(({ value, count }) => [value, count]));
    expect([...brands.values()].reduce((sum, count) => sum + count, 0)).toBe(all.total.count);
    const chosen = await search("grey velvet sofa bed with storage", { filters: { ...noFilters, brandIds: ["brd_1"] } });
    expect(chosen.total).toEqual({ count: brands.get("brd_1"), isExact: true });
    expect(chosen.facets?.brands).toEqual(all.facets?.brands);
  });

  it("where nothing has all, things of the kind that was named come first, and only the best are shown", async () => {
    const sofas = await search("green velvet sofa bed with wheels and storage");
    expect([sofas.isPartial, sofas.titles[0]]).toEqual([true, "Grey velvet sofa bed with storage"]);
    const shelves = await search("walnut shelf submarine");
    expect([shelves.isPartial, shelves.total]).toEqual([true, { count: 48, isExact: true }]);
  });

  it("where nothing has all, the best are shown in the order that was chosen", async () => {
    const { hits } = await search("velvet submarine sofa", { sort: "price_asc" });
    expect(hits).toEqual(["prd_004", "prd_003", "prd_002", "prd_001", "prd_000"]);
  });

  it("none that names have is taken for a typing error", async () => {
    const { didYouMean, isPartial } = await search("oak sofa table");
    expect([didYouMean, isPartial]).toEqual([null, true]);
  });
});
