import { useDatabase } from "@cartwright/db/testing";
import { describe, expect, it } from "vitest";
import { aDraft, as, createAttributeOf, createBrandOf, createCategoryOf, createProductOf, ensureLocation, importOf, makeContext, outsiders } from "../testing/index.ts";
import type { Context } from "../kernel/index.ts";
import { archiveProduct, exportProducts } from "./index.ts";
import type { ExportPageView } from "./views.ts";

const used = useDatabase();
const world = () => makeContext(used.db);

async function exportAll(ctx: Context, limit = 3): Promise<ExportPageView["products"]> {
  const found: ExportPageView["products"] = [];
  let cursor: string | null = null;
  do {
    const page = await exportProducts(ctx, { cursor, limit });
    found.push(...page.products);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return found;
}

const asImport = (products: ExportPageView["products"]) => products.map((product, i) => ({ ...product, row: i + 2 }));

describe("an export", () => {
  const empty = useDatabase();

  it("comes back byte for byte from a shop that has imported it", async () => {
    const ctx = world();
    await ensureLocation(ctx, "main", 0);
    await createCategoryOf(ctx, "Kitchen");
    await createCategoryOf(ctx, "Cups", "kitchen");
    await createBrandOf(ctx, "Ofen");
    await createAttributeOf(ctx, { code: "material", name: "Material", type: "list", choices: ["Wood", "Clay", "Steel"] });
    await createAttributeOf(ctx, { code: "size_mm", name: "Size", type: "number", unit: "mm" });
    await createProductOf(ctx, {
      title: "Zebra mug",
      descriptionHtml: "<h1>Big</h1><p>It's <em>\"quoted\"</em> &nbsp; & more",
      brand: "ofen",
      categories: ["cups", "kitchen"],
      tags: ["zzz", "Äpfel", "日本"],
      options: [{ name: "Size", values: ["S", "M", "L"] }],
      variants: [
        { options: { Size: "L" }, priceMinor: 3, sku: "L", image: 1, prices: { USD: { priceMinor: 4 }, CHF: { priceMinor: 5, compareAtMinor: 6 } } },
        { options: { Size: "S" }, priceMinor: 1, compareAtMinor: 2, barcode: "123", weightGrams: 5 },
      ],
      images: [{ url: "https://example.com/a.jpg", alt: "a" }, { url: "https://example.com/b.jpg" }],
      attributes: { material: ["Steel", "Clay"], size_mm: 1.5 },
      seoTitle: "t",
    });
    await createProductOf(ctx, { title: "A draft", status: "draft" });
    await importOf(ctx, Array.from({ length: 8 }, (_, i) => aDraft(`item-${i}`, { variants: [{ row: 2, priceMinor: i, stock: i }] })));
    await archiveProduct(ctx, { product: (await createProductOf(ctx, { title: "Gone" })).id });

    const first = await exportAll(ctx);
    expect(first.map((product) => product.slug)).toEqual(["a-draft", ...Array.from({ length: 8 }, (_, i) => `item-${i}`), "zebra-mug"]);
    const other = makeContext(empty.db);
    other.clock.advanceMinutes(600);
    await ensureLocation(other, "main", 0);
    const results = await importOf(other, asImport(first));
    expect(results.flatMap((result) => result.errors)).toEqual([]);
    expect(JSON.stringify(await exportAll(other))).toBe(JSON.stringify(first));
    expect((await importOf(other, asImport(first))).every((result) => result.outcome === "unchanged")).toBe(true);
    expect((await importOf(ctx, asImport(first))).map((result) => [result.slug, result.outcome]).filter(([, outcome]) => outcome !== "unchanged")).toEqual([]);
  });

  it("is the same in pages of any size, at a fixed number of statements each", async () => {
    const ctx = world();
    expect(await exportAll(ctx, 1)).toEqual(await exportAll(ctx, 500));
    const { nextCursor: cursor } = await exportProducts(ctx, { limit: 9 });
    const one = await used.countQueries(() => exportProducts(ctx, { cursor, limit: 10 }));
    expect(await used.countQueries(() => exportProducts(ctx, { cursor: null, limit: 10 }))).toBe(one);
  });

  it("refuses a cursor of something else", async () => {
    await expect(exportProducts(world(), { cursor: "nonsense", limit: 10 })).rejects.toMatchObject({ reason: "page.bad_cursor" });
  });

  it.each(outsiders)("refuses %s", async (_, actor) => {
    await expect(exportProducts(as(world(), actor()), { limit: 10 })).rejects.toMatchObject({ reason: expect.stringMatching(/^access\./) });
  });
});
