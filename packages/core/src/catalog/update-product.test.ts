import { auditEntries, categoryListings, variantPrices, variants } from "@cartwright/db";
import { useDatabase } from "@cartwright/db/testing";
import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { as, createAttributeOf, createBrandOf, createCategoryOf, createProductOf, makeContext, outsiders } from "../testing/index.ts";
import { getProduct, listProducts, updateProduct } from "./index.ts";
import { ListProductsInput, UpdateProductInput } from "./schemas.ts";

const used = useDatabase();
const world = () => makeContext(used.db);
const update = (product: string, given: object, ctx = world()) => updateProduct(ctx, UpdateProductInput.parse({ product, ...given }));

beforeAll(async () => {
  const ctx = world();
  await createCategoryOf(ctx, "Kitchen");
  await createCategoryOf(ctx, "Cups", "kitchen");
  await createCategoryOf(ctx, "Garden");
  await createBrandOf(ctx, "Ofen");
  await createAttributeOf(ctx, { code: "material", name: "Material", type: "text" });
});

const full = {
  brand: "ofen",
  categories: ["cups"],
  tags: ["Sale"],
  options: [{ name: "Size", values: ["S", "M", "L"] }],
  variants: ["S", "M", "L"].map((Size, i) => ({ options: { Size }, priceMinor: 1_000 + i, image: i === 0 ? 0 : null })),
  images: [{ url: "https://example.com/a.jpg" }, { url: "https://example.com/b.jpg" }],
  attributes: { material: "Oak" },
  publishedAt: "2026-01-01T00:00:00.000Z",
};

describe("changing a product", () => {
  it("changes what is given and leaves the rest", async () => {
    const before = await createProductOf(world(), { ...full, title: "Bowl" });
    const ctx = world();
    ctx.clock.advanceMinutes(5);
    const after = await update("bowl", { title: "Big bowl", seoTitle: "Bowls" }, ctx);
    expect(after).toEqual({ ...before, title: "Big bowl", seoTitle: "Bowls", updatedAt: "2026-03-01T12:05:00.000Z" });
  });

  it("changes nothing at all when nothing differs", async () => {
    const before = await createProductOf(world(), { ...full, title: "Plate" });
    const ctx = world();
    ctx.clock.advanceMinutes(5);
    const { publishedAt: _, ...same } = full;
    expect(await update(before.id, same, ctx)).toEqual(before);
    expect(await used.db.$count(auditEntries, eq(auditEntries.subject, before.id))).toBe(1);
  });

  it("keeps variants by id, SKU and options, archives those that go and frees their SKUs", async () => {
    const before = await createProductOf(world(), {
      ...full,
      title: "Jug",
      variants: full.variants.map((variant, i) => ({ ...variant, sku: `JUG-${i}` })),
    });
    const [small, m, l] = before.variants;
    const after = await update("jug", {
      options: [{ name: "Width", values: ["Wide", "S", "M"] }],
      variants: [
        { id: m?.id, options: { Width: "M" }, priceMinor: 5, sku: "JUG-0" },
        { sku: "JUG-1", options: { Width: "S" }, priceMinor: 6 },
        { options: { Width: "Wide" }, priceMinor: 7 },
      ],
    });
    expect(after.variants.map((variant) => [variant.title, variant.sku])).toEqual([["M", "JUG-0"], ["S", "JUG-1"], ["Wide", null]]);
    expect(after.variants.map((variant) => variant.id).slice(0, 2)).toEqual([m?.id, small?.id]);
    expect(before.variants.map((variant) => variant.id)).not.toContain(after.variants[2]?.id);
    const rows = await used.db.select().from(variants).where(eq(variants.productId, before.id));
    expect(rows.filter((row) => row.archivedAt !== null).map((row) => row.id)).toEqual([l?.id]);
    await createProductOf(world(), { title: "Jug again", variants: [{ priceMinor: 1, sku: "JUG-2" }] });
  });

  it("keeps prices in other currencies that the form does not speak of, and takes away those it leaves out", async () => {
    const prices = { USD: { priceMinor: 1_200 }, GBP: { priceMinor: 900 } };
    const { id } = await createProductOf(world(), { title: "Priced", variants: [{ sku: "PRICED", priceMinor: 1_000, prices }] });
    const stored = async () =>
      (await used.db.select().from(variantPrices).innerJoin(variants, eq(variants.id, variantPrices.variantId)).where(eq(variants.productId, id)))
        .map(({ variant_prices: { currency, priceMinor } }) => `${currency} ${priceMinor}`)
        .toSorted((a, b) => a.localeCompare(b));
    await update("priced", { variants: [{ sku: "PRICED", priceMinor: 1_100 }] });
    expect(await stored()).toEqual(["EUR 1100", "GBP 900", "USD 1200"]);
    await update("priced", { title: "Priced anew" });
    expect(await stored()).toHaveLength(3);
    await update("priced", { variants: [{ sku: "PRICED", priceMinor: 1_100, prices: { USD: { priceMinor: 1_300 } } }] });
    expect(await stored()).toEqual(["EUR 1100", "USD 1300"]);
  });

  it("swaps the SKUs of two variants", async () => {
    const before = await createProductOf(world(), { ...full, title: "Swap", variants: full.variants.map((variant, i) => ({ ...variant, sku: `SWAP-${i}` })) });
    const swapped = before.variants.map(({ id, options }, i) => ({ id, options, priceMinor: 1, sku: `SWAP-${(i + 1) % 3}` }));
    const after = await update("swap", { variants: swapped });
    expect(after.variants.map((variant) => variant.sku)).toEqual(["SWAP-1", "SWAP-2", "SWAP-0"]);
    expect(after.variants.map((variant) => variant.id)).toEqual(before.variants.map((variant) => variant.id));
  });

  it("keeps the picture of a variant when the pictures change places", async () => {
    const before = await createProductOf(world(), { ...full, title: "Pictured" });
    const [a, b] = before.images;
    const after = await update("pictured", { images: [{ id: b?.id, alt: "now first" }, { url: "https://example.com/c.jpg" }, { id: a?.id }] });
    expect(after.images.map((image) => [image.id === a?.id, image.url.at(-5), image.alt])).toEqual([[false, "b", "now first"], [false, "c", ""], [true, "a", ""]]);
    expect(after.variants[0]?.imageId).toBe(a?.id);
    const without = await update("pictured", { images: [] });
    expect(without.images).toEqual([]);
    expect(without.variants[0]?.imageId).toBeNull();
  });

  it("follows its categories, price, title and status in the lists", async () => {
    const { id } = await createProductOf(world(), { ...full, title: "Listed", slug: "listed" });
    const found = async (category: string, sort = "newest") =>
      (await listProducts(world(), ListProductsInput.parse({ category, sort, limit: 100 }))).items.map((item) => item.id).includes(id);
    expect(await found("kitchen")).toBe(true);
    await update("listed", { categories: ["garden", "cups"], variants: full.variants.map((variant) => ({ ...variant, priceMinor: 9 })), title: "Other" });
    const rows = await used.db.select().from(categoryListings).where(eq(categoryListings.productId, id));
    expect(rows).toHaveLength(3);
    expect(rows[0]).toMatchObject({ priceFromMinor: 9, sortKey: "other" });
    await update("listed", { categories: ["garden"] });
    expect([await found("kitchen"), await found("garden")]).toEqual([false, true]);
    await update("listed", { status: "draft" });
    expect(await found("garden")).toBe(false);
    await update("listed", { status: "active" });
    expect(await found("garden")).toBe(true);
  });

  it("leaves the old address leading to the new one, and takes it back", async () => {
    const { id } = await createProductOf(world(), { title: "Moved", slug: "moved-a" });
    await update("moved-a", { slug: "moved-b" });
    expect(await getProduct(world(), { slug: "moved-a" })).toMatchObject({ product: { id, slug: "moved-b" }, redirectedFrom: "moved-a" });
    await update("moved-b", { slug: "moved-c" });
    expect(await getProduct(world(), { slug: "moved-a" })).toMatchObject({ product: { slug: "moved-c" }, redirectedFrom: "moved-a" });
    await update("moved-c", { slug: "moved-a" });
    expect(await getProduct(world(), { slug: "moved-a" })).toMatchObject({ product: { slug: "moved-a" }, redirectedFrom: null });
    const other = await createProductOf(world(), { title: "Newcomer", slug: "moved-b" });
    expect(await getProduct(world(), { slug: "moved-b" })).toMatchObject({ product: { id: other.id }, redirectedFrom: null });
  });

  it("takes away what null says", async () => {
    await createProductOf(world(), { ...full, title: "Bare", seoTitle: "x" });
    expect(await update("bare", { brand: null, seoTitle: null, tags: [], attributes: {}, categories: [] })).toMatchObject({
      brand: null,
      seoTitle: null,
      tags: [],
      attributes: [],
      categories: [],
      breadcrumbs: [],
    });
  });

  it("is refused what other products have, unknown parts and options without values", async () => {
    await createProductOf(world(), { ...full, title: "Refused" });
    await createProductOf(world(), { title: "Holder", slug: "holder", variants: [{ priceMinor: 1, sku: "HELD" }] });
    await expect(update("refused", { slug: "holder" })).rejects.toMatchObject({ reason: "product.slug_taken" });
    await expect(update("refused", { options: [], variants: [{ priceMinor: 1, sku: "HELD" }] })).rejects.toMatchObject({ reason: "variant.sku_taken" });
    await expect(update("refused", { options: [{ name: "Colour", values: ["Red"] }] })).rejects.toMatchObject({
      details: { fieldErrors: { "variants.0.options.Colour": [expect.any(String)], "variants.0.options.Size": [expect.any(String)] } },
    });
    await expect(update("refused", { options: [], variants: [{ id: "var_other", priceMinor: 1 }] })).rejects.toMatchObject({
      details: { fieldErrors: { "variants.0.id": [expect.any(String)] } },
    });
    await expect(update("refused", { images: [{ id: "img_other" }] })).rejects.toMatchObject({ reason: "product.invalid" });
    await expect(update("unheard-of", { title: "x" })).rejects.toMatchObject({ code: "not_found", reason: "product.not_found" });
  });

  it("loses no change when two come at once", async () => {
    await createProductOf(world(), { title: "Twice", slug: "twice" });
    await Promise.all([update("twice", { title: "Changed" }), update("twice", { seoTitle: "Also" }), update("twice", { tags: ["three"] })]);
    const { product } = await getProduct(world(), { slug: "twice" });
    expect(product).toMatchObject({ title: "Changed", seoTitle: "Also", tags: [{ name: "three" }] });
  });

  it.each(outsiders)("refuses %s", async (_, actor) => {
    await expect(update("twice", { title: "Never" }, as(world(), actor()))).rejects.toMatchObject({ reason: expect.stringMatching(/^access\./) });
  });
});
