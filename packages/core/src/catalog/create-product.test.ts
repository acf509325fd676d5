import { auditEntries, products } from "@cartwright/db";
import { useDatabase } from "@cartwright/db/testing";
import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { as, createAttributeOf, createBrandOf, createCategoryOf, createProductOf, makeContext, outsiders } from "../testing/index.ts";
import { CreateProductInput, type CreateProductDraft } from "./schemas.ts";

const used = useDatabase();
const world = () => makeContext(used.db);

beforeAll(async () => {
  const ctx = world();
  await createCategoryOf(ctx, "Kitchen");
  await createCategoryOf(ctx, "Cups", "kitchen");
  await createBrandOf(ctx, "Ofen");
  await createAttributeOf(ctx, { code: "material", name: "Material", type: "list", choices: ["Oak", "Steel"] });
  await createAttributeOf(ctx, { code: "capacity_ml", name: "Capacity", type: "number", unit: "ml" });
});

const twoSizes: Partial<CreateProductDraft> = {
  options: [{ name: "Size", values: ["S", "L"] }, { name: "Colour", values: ["Red"] }],
  variants: [
    { options: { Size: "S", Colour: "Red" }, priceMinor: 1_000, sku: "two-s" },
    { options: { Colour: "Red", Size: "L" }, priceMinor: 2_000, compareAtMinor: 2_500, prices: { USD: { priceMinor: 2_200 } }, image: 1 },
  ],
};

describe("a new product", () => {
  it("comes back with everything that was given", async () => {
    const product = await createProductOf(world(), {
      ...twoSizes,
      title: "Enamel mug",
      brand: "ofen",
      categories: ["cups"],
      tags: ["New", "new", "Sale"],
      images: [{ url: "https://example.com/a.jpg" }, { url: "https://example.com/b.jpg", alt: "Large" }],
      attributes: { material: ["Steel", "Oak"], capacity_ml: 250.5 },
      seoTitle: "A mug",
    });
    expect(product).toMatchObject({
      slug: "enamel-mug",
      status: "active",
      brand: { name: "Ofen" },
      seoTitle: "A mug",
      publishedAt: "2026-03-01T12:00:00.000Z",
      options: [{ name: "Size", values: ["S", "L"] }, { name: "Colour", values: ["Red"] }],
    });
    expect(product.breadcrumbs.map((crumb) => crumb.slug)).toEqual(["kitchen", "cups"]);
    expect(product.tags.map((tag) => tag.name)).toEqual(["New", "Sale"]);
    expect(product.images.map((image) => image.alt)).toEqual(["", "Large"]);
    expect(product.attributes).toEqual([
      { code: "material", name: "Material", type: "list", unit: null, value: ["Oak", "Steel"] },
      { code: "capacity_ml", name: "Capacity", type: "number", unit: "ml", value: 250.5 },
    ]);
    expect(product.variants.map(({ title, price, compareAt, sku, available }) => ({ title, price: price.amountMinor, compareAt: compareAt?.amountMinor, sku, available }))).toEqual([
      { title: "S / Red", price: 1_000, compareAt: undefined, sku: "two-s", available: 0 },
      { title: "L / Red", price: 2_000, compareAt: 2_500, sku: null, available: 0 },
    ]);
    expect(product.variants[1]?.options).toEqual({ Size: "L", Colour: "Red" });
    expect(product.variants[1]?.imageId).toBe(product.images[1]?.id);
    const audit = await used.db.select().from(auditEntries).where(eq(auditEntries.subject, product.id));
    expect(audit).toMatchObject([{ action: "product.create", actor: "system:test" }]);
  });

  it("gets the next free slug of its title", async () => {
    const ctx = world();
    const slugs = [];
    for (const _ of [1, 2, 3]) slugs.push((await createProductOf(ctx, { title: "Tray & Lid" })).slug);
    expect(slugs).toEqual(["tray-lid", "tray-lid-2", "tray-lid-3"]);
    expect((await createProductOf(ctx, { title: "日本茶" })).slug).toMatch(/^x-[0-9a-f]{10}$/);
  });

  it("is refused a slug or SKU that another has, by name", async () => {
    const ctx = world();
    await createProductOf(ctx, { slug: "taken", variants: [{ priceMinor: 1, sku: "TAKEN" }] });
    await expect(createProductOf(ctx, { slug: "taken" })).rejects.toMatchObject({ code: "conflict", reason: "product.slug_taken", details: { slug: "taken" } });
    await expect(createProductOf(ctx, { variants: [{ priceMinor: 1, sku: "TAKEN" }] })).rejects.toMatchObject({
      code: "conflict",
      reason: "variant.sku_taken",
      details: { sku: "TAKEN", field: "variants.0.sku" },
      message: expect.stringContaining('"taken"'),
    });
  });

  it("is refused when two of them want the same slug at once", async () => {
    const ctx = world();
    const both = await Promise.allSettled([1, 2].map(() => createProductOf(ctx, { slug: "race", variants: [{ priceMinor: 1, sku: "RACE" }] })));
    expect(both.filter((one) => one.status === "fulfilled")).toHaveLength(1);
    expect(both.find((one) => one.status === "rejected")?.reason).toMatchObject({ code: "conflict", reason: expect.stringMatching(/taken/) });
  });

  it.each<[string, Partial<CreateProductDraft>, string]>([
    ["a missing option", { ...twoSizes, variants: [{ options: { Size: "S" }, priceMinor: 1 }] }, "variants.0.options.Colour"],
    ["an unknown value", { ...twoSizes, variants: [{ options: { Size: "XL", Colour: "Red" }, priceMinor: 1 }] }, "variants.0.options.Size"],
    ["an option it has not", { variants: [{ options: { Size: "S" }, priceMinor: 1 }] }, "variants.0.options.Size"],
    ["twin variants", { variants: [{ priceMinor: 1 }, { priceMinor: 2 }] }, "variants.1.options"],
    ["a SKU given twice", { ...twoSizes, variants: twoSizes.variants?.map((variant) => ({ ...variant, sku: "same" })) ?? [] }, "variants.1.sku"],
    ["an option given twice", { ...twoSizes, options: [{ name: "Size", values: ["S", "L"] }, { name: "Size", values: ["S"] }] }, "options.1.name"],
    ["a value given twice", { ...twoSizes, options: [{ name: "Size", values: ["S", "L", "S"] }, { name: "Colour", values: ["Red"] }] }, "options.0.values.2"],
    ["a picture it has not", { variants: [{ priceMinor: 1, image: 3 }] }, "variants.0.image"],
    ["two prices in the shop's currency", { variants: [{ priceMinor: 1, prices: { EUR: { priceMinor: 2 } } }] }, "variants.0.prices.EUR"],
    ["an unknown brand", { brand: "nobody" }, "brand"],
    ["an unknown category", { categories: ["cups", "nowhere"] }, "categories.1"],
    ["an unknown picture", { images: [{ mediaId: "med_none" }] }, "images.0.mediaId"],
    ["a picture without a source", { images: [{ alt: "?" }] }, "images.0.url"],
    ["an unknown attribute", { attributes: { weight: 3 } }, "attributes.weight"],
    ["a value of another type", { attributes: { capacity_ml: "much" } }, "attributes.capacity_ml"],
    ["an unknown choice", { attributes: { material: ["Oak", "Gold"] } }, "attributes.material"],
  ])("is refused with %s, naming the field", async (_, given, field) => {
    const before = await used.db.$count(products);
    await expect(createProductOf(world(), given)).rejects.toMatchObject({
      code: "invalid",
      reason: "product.invalid",
      details: { fieldErrors: { [field]: [expect.any(String)] } },
    });
    expect(await used.db.$count(products)).toBe(before);
  });

  it.each([
    ["no variant", { variants: [] }],
    ["a name of 10 kB", { title: "x".repeat(10_000) }],
    ["a name of spaces", { title: "  " }],
    ["a negative price", { variants: [{ priceMinor: -1 }] }],
    ["a fraction of a cent", { variants: [{ priceMinor: 1.5 }] }],
    ["a price beyond all bounds", { variants: [{ priceMinor: 1e15 }] }],
    ["a slug of its own kind", { slug: "Not A Slug" }],
    ["a picture from nowhere", { images: [{ url: "javascript:alert(1)" }] }],
    ["a currency that is none", { variants: [{ priceMinor: 1, prices: { euro: { priceMinor: 2 } } }] }],
  ])("does not pass the schema with %s", (_, given) => {
    expect(CreateProductInput.safeParse({ title: "Mug", variants: [{ priceMinor: 1 }], ...given }).success).toBe(false);
  });

  it.each(["Robert'); drop table products;--", "<img src=x onerror=alert(1)>", "😀 ".repeat(50), "a\u0000b", "\uD800half", "constructor", '"\\{}%_'])(
    "keeps %j as text in every field",
    async (text) => {
      const product = await createProductOf(world(), {
        title: text,
        descriptionHtml: text,
        tags: [text],
        options: [{ name: text, values: [text] }],
        variants: [{ options: { [text]: text }, priceMinor: 1, sku: text, barcode: text }],
        images: [{ url: "https://example.com/x.jpg", alt: text }],
        seoTitle: text,
        seoDescription: text,
      });
      const kept = text.replace("\u0000", "").replace("\uD800", "").trim();
      expect(product).toMatchObject({ title: kept, seoTitle: kept, options: [{ name: kept, values: [kept] }], variants: [{ sku: kept, barcode: kept, title: kept }] });
      expect(product.descriptionHtml).not.toMatch(/<img[^>]*onerror/);
      expect(Object.entries(product.variants[0]?.options ?? {})).toEqual([[kept, kept]]);
    },
  );

  it.each(outsiders)("refuses %s", async (_, actor) => {
    await expect(createProductOf(as(world(), actor()), { title: "Never" })).rejects.toMatchObject({ reason: expect.stringMatching(/^access\./) });
  });
});
