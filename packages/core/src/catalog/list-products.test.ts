import { useDatabase } from "@cartwright/db/testing";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { createAttributeOf, createBrandOf, createCategoryOf, createProductOf, ensureLocation, makeContext, stockAt } from "../testing/index.ts";
import { listProducts } from "./list-products.ts";
import { ListProductsInput, productSorts } from "./schemas.ts";
import type { ProductCardView } from "./views.ts";

const used = useDatabase();
const world = () => makeContext(used.db);
const list = (given: Parameters<typeof ListProductsInput.parse>[0] = {}) => listProducts(world(), ListProductsInput.parse(given));
const slugsOf = (page: { items: ProductCardView[] }) => page.items.map((item) => item.slug);

beforeAll(async () => {
  const ctx = world();
  await createCategoryOf(ctx, "Kitchen");
  await createCategoryOf(ctx, "Cups", "kitchen");
  await createCategoryOf(ctx, "Pans", "kitchen");
  await createCategoryOf(ctx, "Garden");
  await createBrandOf(ctx, "Ofen");
  await createBrandOf(ctx, "Élan");
  await createAttributeOf(ctx, { code: "material", name: "Material", type: "list", choices: ["Oak", "Steel"] });
  await createAttributeOf(ctx, { code: "capacity_ml", name: "Capacity", type: "number", unit: "ml" });
  await createAttributeOf(ctx, { code: "dishwasher", name: "Dishwasher safe", type: "boolean" });
  const mug = await createProductOf(ctx, {
    title: "Mug",
    slug: "mug",
    brand: "ofen",
    categories: ["cups", "pans"],
    tags: ["Sale"],
    options: [{ name: "Size", values: ["S", "L"] }],
    variants: [
      { options: { Size: "S" }, priceMinor: 1_000, compareAtMinor: 1_500 },
      { options: { Size: "L" }, priceMinor: 2_000 },
    ],
    images: [{ url: "https://example.com/mug.jpg", alt: "A mug" }],
    attributes: { capacity_ml: 250, dishwasher: true },
  });
  ctx.clock.advanceMinutes(1);
  await createProductOf(ctx, { title: "Pan", slug: "pan", brand: "elan", categories: ["pans"], variants: [{ priceMinor: 5_000 }], attributes: { material: ["Steel"] } });
  ctx.clock.advanceMinutes(1);
  await createProductOf(ctx, { title: "Spade", slug: "spade", categories: ["garden"], tags: ["sale", "New"], attributes: { material: ["Oak", "Steel"], dishwasher: false } });
  await createProductOf(ctx, { title: "Draft", slug: "draft", status: "draft", categories: ["garden"] });
  await stockAt(ctx, mug.variants[1]?.id ?? "", await ensureLocation(ctx, "main", 0), 3);
});

describe("a list of products", () => {
  it("shows active products, newest first, with what a card needs", async () => {
    const page = await list();
    expect(slugsOf(page)).toEqual(["spade", "pan", "mug"]);
    expect(page.total).toEqual({ count: 3, isExact: true });
    expect(page.nextCursor).toBeNull();
    expect(page.items[2]).toMatchObject({
      title: "Mug",
      brand: { slug: "ofen", name: "Ofen" },
      image: { url: "https://example.com/mug.jpg", alt: "A mug", width: null },
      priceFrom: { amountMinor: 1_000, currency: "EUR" },
      hasPriceRange: true,
      compareAt: { amountMinor: 1_500, currency: "EUR" },
      isInStock: true,
    });
    expect(page.items[1]).toMatchObject({ image: null, hasPriceRange: false, compareAt: null, isInStock: false });
  });

  it("includes what is below a category, each product once", async () => {
    const page = await list({ category: "kitchen" });
    expect(slugsOf(page)).toEqual(["pan", "mug"]);
    expect(page.category).toMatchObject({ slug: "kitchen", name: "Kitchen" });
    expect(page.total.count).toBe(2);
    expect(slugsOf(await list({ category: "cups" }))).toEqual(["mug"]);
    expect(slugsOf(await list({ category: "garden" }))).toEqual(["spade"]);
  });

  it.each([
    [{ brands: ["ofen"] }, ["mug"]],
    [{ brands: ["ofen", "elan"] }, ["pan", "mug"]],
    [{ brands: ["nobody"] }, []],
    [{ tags: ["sale"] }, ["spade", "mug"]],
    [{ tags: ["nothing"] }, []],
    [{ priceMinMinor: 1_250, priceMaxMinor: 4_999 }, ["spade"]],
    [{ inStock: true }, ["mug"]],
    [{ attributes: [{ code: "material", values: ["steel"] }] }, ["spade", "pan"]],
    [{ attributes: [{ code: "capacity_ml", min: 200, max: 300 }] }, ["mug"]],
    [{ attributes: [{ code: "capacity_ml", min: 251 }] }, []],
    [{ attributes: [{ code: "dishwasher", values: ["false"] }] }, ["spade"]],
    [{ attributes: [{ code: "dishwasher", values: ["true"] }, { code: "material", values: ["oak"] }] }, []],
    [{ attributes: [{ code: "unheard", values: ["x"] }] }, []],
  ])("is narrowed by %j", async (filters, slugs) => {
    const page = await list(filters);
    expect(slugsOf(page)).toEqual(slugs);
    expect(page.total).toEqual({ count: slugs.length, isExact: true });
  });

  it("is narrowed inside a category too", async () => {
    expect(slugsOf(await list({ category: "kitchen", brands: ["elan"], attributes: [{ code: "material", values: ["steel"] }] }))).toEqual(["pan"]);
    expect(slugsOf(await list({ category: "kitchen", inStock: true, tags: ["sale"], priceMaxMinor: 1_000 }))).toEqual(["mug"]);
  });

  it.each([
    ["price_asc", ["mug", "spade", "pan"]],
    ["price_desc", ["pan", "spade", "mug"]],
    ["name_asc", ["mug", "pan", "spade"]],
    ["name_desc", ["spade", "pan", "mug"]],
  ])("is sorted by %s", async (sort, slugs) => {
    expect(slugsOf(await list({ sort }))).toEqual(slugs);
  });

  it("refuses an unknown category and a cursor that was never given out", async () => {
    await expect(list({ category: "nowhere" })).rejects.toMatchObject({ reason: "category.not_found", code: "not_found" });
    for (const cursor of ["x", "bnVsbA", Buffer.from('["a"]').toString("base64url"), Buffer.from('[1.5,"prd_1"]').toString("base64url")]) {
      await expect(list({ cursor })).rejects.toMatchObject({ reason: "page.bad_cursor" });
    }
    const first = await list({ limit: 1 });
    await expect(list({ sort: "name_asc", cursor: first.nextCursor })).rejects.toMatchObject({ reason: "page.bad_cursor" });
  });

  it("takes any text in any filter", async () => {
    for (const text of ["' or 1=1 --", "<script>", "😀", "%", "\u0000x", "a".repeat(100)]) {
      const filters = { brands: [text], tags: [text], attributes: [{ code: text.slice(0, 60), values: [text] }] };
      expect(slugsOf(await list(filters))).toEqual([]);
      await expect(list({ category: text })).rejects.toMatchObject({ reason: "category.not_found" });
    }
  });

  it("costs the same number of statements whatever its size", async () => {
    await list({ category: "kitchen" });
    const one = await used.countQueries(() => list({ category: "kitchen", limit: 1 }));
    const all = await used.countQueries(() => list({ category: "kitchen", limit: 100 }));
    expect(one).toBe(2);
    expect(all).toBe(2);
    expect(await used.countQueries(() => list({ limit: 24 }))).toBe(2);
    expect(await used.countQueries(() => list({ brands: ["ofen"], tags: ["sale"], attributes: [{ code: "material", values: ["oak"] }] }))).toBe(5);
  });
});

describe("walking all pages", () => {
  const own = useDatabase();

  it("yields every product once, in any sort and with any size of page", async () => {
    const ctx = makeContext(own.db);
    await createCategoryOf(ctx, "All");
    const numbers = fc.sample(fc.tuple(fc.integer({ min: 0, max: 5 }), fc.constantFrom("a", "B", "é", "z"), fc.integer({ min: 0, max: 3 })), 40);
    const slugs: string[] = [];
    for (const [price, title, minutes] of numbers) {
      ctx.clock.advanceMinutes(minutes);
      slugs.push((await createProductOf(ctx, { title, categories: ["all"], variants: [{ priceMinor: price }] })).slug);
    }
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...productSorts), fc.integer({ min: 1, max: 17 }), fc.boolean(), async (sort, limit, isCategory) => {
        const found: ProductCardView[] = [];
        let cursor: string | null = null;
        do {
          const input = ListProductsInput.parse({ sort, limit, cursor, ...(isCategory ? { category: "all" } : {}) });
          const page = await listProducts(ctx, input);
          expect(page.total.count).toBe(slugs.length);
          found.push(...page.items);
          cursor = page.nextCursor;
        } while (cursor !== null);
        expect(slugsOf({ items: found }).toSorted()).toEqual(slugs.toSorted());
        const direction = sort === "price_asc" ? 1 : sort === "price_desc" ? -1 : 0;
        const prices = found.map((item) => item.priceFrom?.amountMinor ?? 0);
        expect(prices).toEqual(prices.toSorted((a, b) => direction * (a - b)));
      }),
      { numRuns: 25 },
    );
  });
});
