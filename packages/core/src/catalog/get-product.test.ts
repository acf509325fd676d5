import { products } from "@cartwright/db";
import { useDatabase } from "@cartwright/db/testing";
import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { aDraft, as, createAttributeOf, createCategoryOf, createProductOf, ensureLocation, importOf, makeContext, outsiders, stockAt } from "../testing/index.ts";
import { getProduct, getProductForStaff } from "./index.ts";

const used = useDatabase();
const world = () => makeContext(used.db);

describe("a product's page", () => {
  it("shows an active product by slug and by id, with the stock of each variant", async () => {
    const ctx = world();
    const { id, variants } = await createProductOf(ctx, { title: "Mug", options: [{ name: "Size", values: ["S", "L"] }], variants: [{ options: { Size: "S" }, priceMinor: 1 }, { options: { Size: "L" }, priceMinor: 2 }] });
    await stockAt(ctx, variants[1]?.id ?? "", await ensureLocation(ctx, "main", 0), 4);
    await stockAt(ctx, variants[1]?.id ?? "", await ensureLocation(ctx, "other", 1), 3);
    const bySlug = await getProduct(ctx, { slug: "mug" });
    expect(bySlug).toMatchObject({ redirectedFrom: null, product: { id, variants: [{ available: 0 }, { available: 7 }] } });
    expect(await getProduct(ctx, { slug: id })).toEqual(bySlug);
  });

  it.each(["nothing", "' or 1=1 --", "😀", "prd_none", "<script>"])("is not found for %s", async (slug) => {
    await expect(getProduct(world(), { slug })).rejects.toMatchObject({ code: "not_found", reason: "product.not_found" });
  });

  it("shows nothing of a description that could do harm, however it got into the table", async () => {
    const ctx = world();
    const { id } = await createProductOf(ctx, { title: "Tampered", descriptionHtml: "<p>Fine</p>" });
    await used.db.update(products).set({ descriptionHtml: "<p onclick=steal()>Fine</p><script>steal()</script>" }).where(eq(products.id, id));
    for (let times = 0; times < 2; times += 1) {
      expect((await getProduct(ctx, { slug: "tampered" })).product.descriptionHtml).toBe("<p>Fine</p>");
      expect((await getProductForStaff(ctx, { product: id })).descriptionHtml).toBe("<p>Fine</p>");
    }
  });

  it("hides drafts from shoppers and shows them to staff", async () => {
    const ctx = world();
    const { id } = await createProductOf(ctx, { title: "Draft", status: "draft" });
    await expect(getProduct(ctx, { slug: "draft" })).rejects.toMatchObject({ reason: "product.not_found" });
    expect(await getProductForStaff(ctx, { product: "draft" })).toMatchObject({ id, publishedAt: null });
    for (const [, actor] of outsiders) {
      await expect(getProductForStaff(as(ctx, actor()), { product: "draft" })).rejects.toMatchObject({ reason: expect.stringMatching(/^access\./) });
    }
  });

  it("costs seven statements, however much there is to show", async () => {
    const ctx = world();
    await createCategoryOf(ctx, "Kitchen");
    await createAttributeOf(ctx, { code: "material", name: "Material", type: "text" });
    await createProductOf(ctx, { title: "Small" });
    await importOf(ctx, [
      aDraft("large", {
        categories: [["Kitchen"], ["A", "B", "C"]],
        tags: ["a", "b", "c"],
        options: ["Size", "Colour"],
        variants: Array.from({ length: 60 }, (_, i) => ({ row: 2, options: [`S${i % 6}`, `C${i}`], priceMinor: i })),
        images: Array.from({ length: 20 }, (_, i) => ({ url: `https://example.com/${i}` })),
        attributes: [{ code: "material", type: "text", value: "x" }, { code: "list", type: "list", value: ["a", "b"] }],
      }),
    ]);
    await getProduct(ctx, { slug: "small" });
    expect(await used.countQueries(() => getProduct(ctx, { slug: "small" }))).toBe(7);
    expect(await used.countQueries(() => getProduct(ctx, { slug: "large" }))).toBe(7);
  });
});
