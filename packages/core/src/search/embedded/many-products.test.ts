import { useDatabase } from "@cartwright/db/testing";
import { beforeAll, describe, expect, it } from "vitest";
import { makeContext } from "../../testing/index.ts";
import { hashOf } from "../build-documents.ts";
import type { SearchDocument } from "../documents.ts";
import type { DocumentSource, EngineFilters, EngineQuery } from "../engine.ts";
import { noRules } from "../rules/rules.ts";
import { noFilters } from "./filters.ts";
import { embeddedEngine } from "./index.ts";

const used = useDatabase();
const open = () => makeContext(used.db);
const count = 2_600;
const colours = ["red", "blue", "green"];

const idOf = (i: number) => `prd_${String(i).padStart(5, "0")}`;

/** Every other one is a lamp by name, the others speak of lamps; a few are special. */
function document(i: number): SearchDocument {
  const colour = colours[i % 3] ?? "";
  const name = i === 2_500 ? "Lamp" : i % 2 === 0 ? `Lamp ${i}` : `Shade ${i}`;
  const facts = {
    productId: idOf(i),
    slug: `p-${i}`,
    title: name,
    sortKey: `${"zyxwvutsrqponmlkjihgfedcba"[i % 26]} ${String(count - i).padStart(5, "0")}`,
    brand: { id: `brd_${i % 4}`, slug: `b-${i % 4}`, name: `Brand ${i % 4}` },
    categoryIds: i < 50 ? ["cat_small", "cat_all"] : ["cat_all"],
    categoryNames: [],
    tags: [],
    optionValues: [],
    attributes: [
      { code: "colour", name: "Colour", type: "list" as const, isFacet: true, values: [{ value: colour, label: colour }] },
      { code: "watts", name: "Watts", type: "number" as const, isFacet: true, values: [{ value: String(i), label: `${i} W` }] },
    ],
    description: "Goes with any lamp.",
    skus: [`SKU-${i}`],
    barcodes: [],
    priceMinMinor: ((i * 7_919) % count) + 100,
    priceMaxMinor: null,
    currency: "EUR",
    inStock: i % 10 !== 0,
    imageUrl: null,
    publishedAt: new Date(Date.UTC(2026, 1, 1) - ((i * 7_907) % count) * 40_000_000).toISOString(),
    createdAt: "2026-01-01T00:00:00.000Z",
  };
  return { ...facts, popularity: i === 2_002 ? 500 : 0, hash: hashOf(facts) };
}

const documents = Array.from({ length: count }, (_, i) => document(i));
const source: DocumentSource = {
  count: async () => count,
  idsAfter: async (_, after, limit) => documents.map(({ productId }) => productId).filter((id) => after === null || id > after).slice(0, limit),
  load: async (_, ids) => documents.filter(({ productId }) => ids.includes(productId)),
};

async function search(text: string, given: Partial<EngineQuery> & { chosen?: Partial<EngineFilters> } = {}) {
  const { chosen, ...rest } = given;
  return embeddedEngine.search(open(), { text, filters: { ...noFilters, ...chosen }, sort: "relevance", offset: 0, limit: 24, hasFacets: true, rules: noRules, ...rest });
}

beforeAll(async () => {
  await embeddedEngine.startRebuild(open(), source, { isFresh: true });
  while (!(await embeddedEngine.continueRebuild(open(), source)).isDone);
});

const total = ({ total: { count, isExact } }: { total: { count: number; isExact: boolean } }) => (isExact ? `${count}` : `${count}+`);

describe("with more than a thousand products to find", () => {
  it("the total and the counts say so", async () => {
    const result = await search("lamp");
    expect(total(result)).toBe("1000+");
    const counts = [...(result.facets?.brands ?? []), ...(result.facets?.attributes[0]?.values ?? [])];
    expect(counts.length).toBeGreaterThan(0);
    for (const { count, isCapped } of counts) expect([count > 0, isCapped]).toEqual([true, true]);
  });

  it("what is just that comes first, then what sells, and descriptions after names", async () => {
    const { hits } = await search("lamp", { limit: 1_000 });
    expect(hits[0]).toBe(idOf(2_500));
    expect(hits[1]).toBe(idOf(2_002));
    expect(hits).toHaveLength(1_000);
    expect(new Set(hits).size).toBe(1_000);
    expect(hits.every((id) => Number(id.slice(4)) % 2 === 0)).toBe(true);
  });

  it("what is in stock comes before what is not", async () => {
    const { hits } = await search("lamp", { limit: 1_000 });
    const isSoldOut = (id: string) => Number(id.slice(4)) % 10 === 0;
    expect(hits.slice(2, 900).some(isSoldOut)).toBe(false);
  });

  it("pages end after a thousand", async () => {
    expect((await search("lamp", { offset: 990 })).hits).toHaveLength(10);
    expect((await search("lamp", { offset: 1_000 })).hits).toEqual([]);
  });

  it("a choice that leaves fewer is counted exactly, and its own facet is capped", async () => {
    const result = await search("lamp", { chosen: { categoryId: "cat_small" } });
    expect(total(result)).toBe("50");
    expect(result.facets?.brands.map(({ count, isCapped }) => ({ count, isCapped }))).toEqual([13, 13, 12, 12].map((count) => ({ count, isCapped: false })));
    expect(result.facets?.categories.find(({ value }) => value === "cat_all")?.isCapped).toBe(true);
  });

  it("prices in a range are exact", async () => {
    const inRange = (from: number, to: number) => documents.filter(({ priceMinMinor: price }) => (price ?? 0) >= from && (price ?? 0) <= to).length;
    expect(total(await search("lamp", { chosen: { priceMinMinor: 500, priceMaxMinor: 700 } }))).toBe(`${inRange(500, 700)}`);
    expect(total(await search("lamp", { chosen: { priceMinMinor: 2_650 } }))).toBe(`${inRange(2_650, Infinity)}`);
  });

  it.each(["price_asc", "price_desc", "newest", "name"] as const)("the order %s is that of all of them", async (sort) => {
    for (const text of ["lamp", ""]) {
      const by: Record<typeof sort, (a: SearchDocument, b: SearchDocument) => number> = {
        price_asc: (a, b) => (a.priceMinMinor ?? 0) - (b.priceMinMinor ?? 0),
        price_desc: (a, b) => (b.priceMinMinor ?? 0) - (a.priceMinMinor ?? 0),
        newest: (a, b) => ((a.publishedAt ?? "") < (b.publishedAt ?? "") ? 1 : -1),
        name: (a, b) => (a.sortKey < b.sortKey ? -1 : 1),
      };
      const { hits } = await search(text, { sort, limit: 1_000 });
      expect(hits).toEqual(documents.toSorted(by[sort]).slice(0, 1_000).map(({ productId }) => productId));
    }
  });

  it("without words the best come first", async () => {
    const result = await search("");
    expect(total(result)).toBe("1000+");
    expect(result.hits[0]).toBe(idOf(2_002));
  });
});
