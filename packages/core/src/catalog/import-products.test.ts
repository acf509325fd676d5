import { auditEntries, brands, categories, productAttributes, products, stockLevels, stockMovements, tags, variants } from "@cartwright/db";
import { useDatabase } from "@cartwright/db/testing";
import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { aDraft, as, createProductOf, ensureLocation, expectPromises, importOf, makeContext, outsiders } from "../testing/index.ts";
import { archiveProduct, getProduct, getProductForStaff, listCategories, updateProduct } from "./index.ts";
import { UpdateProductInput, type ImportProductDraft } from "./schemas.ts";

const used = useDatabase();
const world = () => makeContext(used.db);
const get = async (slug: string) => (await getProduct(world(), { slug })).product;

beforeAll(() => ensureLocation(world(), "main", 0));

const mug: ImportProductDraft = {
  row: 2,
  slug: "mug",
  title: "Mug",
  descriptionHtml: "<p>Good &amp; plain<script>alert(1)</script></p>",
  brand: "Ofen",
  categories: [["Kitchen", "Cups"], ["Gifts"]],
  tags: ["Sale", "sale", "New"],
  options: ["Size", "Colour"],
  variants: [
    { row: 2, sku: "MUG-S", options: ["S", "Red"], priceMinor: 1_000, compareAtMinor: 1_500, imageUrl: "https://example.com/s.jpg", stock: 5, weightGrams: 300 },
    { row: 3, sku: "MUG-L", options: ["L", "Red"], priceMinor: 1_200, prices: { USD: { priceMinor: 1_300 } }, stock: 0 },
  ],
  images: [{ url: "https://example.com/a.jpg", alt: "A" }, { url: "https://example.com/s.jpg" }],
  attributes: [
    { code: "material", name: "Material", type: "list", value: ["Clay", "Cork"] },
    { code: "capacity_ml", type: "number", unit: "ml", value: 250 },
    { code: "dishwasher", type: "boolean", value: true },
    { code: "care", type: "text", value: "By hand" },
  ],
  publishedAt: "2026-01-05T10:00:00.000Z",
};

describe("importing a product", () => {
  it("makes it and everything it names", async () => {
    expect(await importOf(world(), [mug])).toEqual([{ row: 2, slug: "mug", outcome: "created", changes: [], errors: [], warnings: [] }]);
    const product = await get("mug");
    expect(product).toMatchObject({
      descriptionHtml: "<p>Good &amp; plain</p>",
      brand: { name: "Ofen", slug: "ofen" },
      publishedAt: "2026-01-05T10:00:00.000Z",
      options: [{ name: "Size", values: ["S", "L"] }, { name: "Colour", values: ["Red"] }],
    });
    expect(product.breadcrumbs.map((crumb) => crumb.name)).toEqual(["Kitchen", "Cups"]);
    expect(product.categories.map((category) => category.name)).toEqual(["Cups", "Gifts"]);
    expect(product.tags.map((tag) => tag.name)).toEqual(["New", "Sale"]);
    expect(product.variants.map((variant) => [variant.sku, variant.title, variant.available])).toEqual([["MUG-S", "S / Red", 5], ["MUG-L", "L / Red", 0]]);
    expect(product.variants[0]?.imageId).toBe(product.images[1]?.id);
    expect(product.attributes.map((attribute) => [attribute.code, attribute.value])).toEqual([
      ["material", ["Clay", "Cork"]],
      ["capacity_ml", 250],
      ["dishwasher", true],
      ["care", "By hand"],
    ]);
    expect((await listCategories(world())).map((root) => [root.name, root.productCount])).toEqual([["Kitchen", 1], ["Gifts", 1]]);
    await expectPromises(world());
  });

  it("changes nothing the second time, whatever has been sold or renamed in between", async () => {
    const ctx = world();
    ctx.clock.advanceMinutes(60);
    const before = await get("mug");
    const audits = await used.db.$count(auditEntries);
    expect(await importOf(ctx, [mug])).toMatchObject([{ outcome: "unchanged", changes: [] }]);
    expect(await get("mug")).toEqual(before);
    expect(await used.db.$count(auditEntries)).toBe(audits);
    expect(await used.db.$count(stockMovements)).toBe(1);
  });

  it("says what would change, and changes nothing, on a dry run", async () => {
    const counts = () => Promise.all([products, variants, brands, categories, tags, stockMovements, auditEntries].map((table) => used.db.$count(table)));
    const before = await counts();
    const changed = { ...mug, title: "Mugs", brand: "Other", tags: ["Sale"], variants: mug.variants.map((variant) => ({ ...variant, priceMinor: 7 })) };
    expect(await importOf(world(), [changed, aDraft("new-one", { categories: [["Nowhere yet"]] }), { row: 9 }], true)).toMatchObject([
      { outcome: "updated", changes: ["title", "brand", "tags", "variants.0.prices", "variants.1.prices"] },
      { outcome: "created", slug: "new-one" },
      { outcome: "failed", row: 9, errors: expect.arrayContaining([{ row: 9, field: "slug", message: expect.any(String) }]) },
    ]);
    expect(await counts()).toEqual(before);
    expect((await get("mug")).title).toBe("Mug");
  });

  it("replaces what was there, keeps variants by SKU and by options, and opens no stock twice", async () => {
    const ctx = world();
    ctx.clock.advanceMinutes(90);
    const before = await get("mug");
    const next: ImportProductDraft = {
      ...mug,
      brand: null,
      categories: [["Kitchen"]],
      tags: [],
      attributes: [{ code: "care", type: "text", value: "In the machine" }],
      variants: [
        { row: 2, sku: "MUG-XL", options: ["XL", "Red"], priceMinor: 1, stock: 3 },
        { row: 3, sku: "MUG-S-NEW", options: ["S", "Red"], priceMinor: 2, stock: 99 },
        { row: 4, sku: "MUG-L", options: ["L", "Blue"], priceMinor: 3 },
      ],
      images: [],
    };
    const [result] = await importOf(ctx, [next]);
    expect(result).toMatchObject({ outcome: "updated", changes: expect.arrayContaining(["brand", "categories", "tags", "options", "images", "attributes", "variants"]) });
    const after = await get("mug");
    expect(after).toMatchObject({ brand: null, tags: [], images: [], updatedAt: "2026-03-01T13:30:00.000Z" });
    expect(after.options).toEqual([{ name: "Size", values: ["S", "L", "XL"] }, { name: "Colour", values: ["Red", "Blue"] }]);
    expect(after.variants.map((variant) => [variant.sku, variant.available])).toEqual([["MUG-XL", 3], ["MUG-S-NEW", 5], ["MUG-L", 0]]);
    expect(after.variants.slice(1).map((variant) => variant.id)).toEqual(before.variants.map((variant) => variant.id));
    expect(await importOf(world(), [next])).toMatchObject([{ outcome: "unchanged" }]);
    expect((await importOf(world(), [mug])).map((one) => one.outcome)).toEqual(["updated"]);
  });

  it("opens the stock of what had none yet, and says so", async () => {
    await importOf(world(), [aDraft("later")]);
    const stocked = aDraft("later", { variants: [{ row: 2, priceMinor: 1_000, stock: 4 }] });
    expect(await importOf(world(), [stocked])).toMatchObject([{ outcome: "updated", changes: ["stock"] }]);
    expect(await importOf(world(), [stocked])).toMatchObject([{ outcome: "unchanged", changes: [] }]);
    await expectPromises(world());
  });

  it("takes brands, categories and tags in another spelling for the same", async () => {
    await importOf(world(), [aDraft("spelled", { brand: "Kiln & Co", categories: [["Table", "Bowls"]], tags: ["Hand made"] })]);
    const count = async () => [await used.db.$count(brands), await used.db.$count(categories), await used.db.$count(tags)];
    const before = await count();
    const other = aDraft("spelled-too", { brand: "KILN & CO", categories: [["table", "BOWLS"], ["TABLE", "bowls"]], tags: ["hand made", "Hand-Made"] });
    expect(await importOf(world(), [other])).toMatchObject([{ outcome: "created" }]);
    expect(await count()).toEqual(before);
    expect((await get("spelled-too")).categories).toHaveLength(1);
  });

  it("gives categories of one name in two places two addresses", async () => {
    await importOf(world(), [aDraft("hers", { categories: [["Women", "Tops"]] }), aDraft("his", { categories: [["Men", "Tops"]] })]);
    const slugs = [...(await get("hers")).categories, ...(await get("his")).categories].map((category) => category.slug);
    expect(slugs).toEqual(["tops", "men-tops"]);
  });

  it("archives and finds again what the file says is archived", async () => {
    await importOf(world(), [aDraft("past"), aDraft("never-was", { status: "archived" })]);
    const archived = [aDraft("past", { status: "archived" }), aDraft("never-was", { status: "archived" })];
    expect((await importOf(world(), archived)).map((one) => one.outcome)).toEqual(["updated", "unchanged"]);
    expect((await importOf(world(), archived)).map((one) => one.outcome)).toEqual(["unchanged", "unchanged"]);
    await expect(get("past")).rejects.toMatchObject({ reason: "product.not_found" });
    expect((await importOf(world(), [aDraft("past")])).map((one) => one.outcome)).toEqual(["created"]);
  });
});

describe("a batch with mistakes", () => {
  it("keeps the good ones and says row, field and reason of the others", async () => {
    const results = await importOf(world(), [
      aDraft("good-1"),
      { row: 10, slug: "Bad Slug", title: "x", variants: [{ row: 10, priceMinor: 1 }] },
      aDraft("bad-price", { row: 20, variants: [{ row: 20, priceMinor: 1 }, { row: 21, priceMinor: -5, options: [] }] }),
      aDraft("bad-options", { row: 30, options: ["Size"], variants: [{ row: 30, options: ["S"], priceMinor: 1 }, { row: 31, options: [], priceMinor: 1 }] }),
      aDraft("twins", { row: 40, options: ["Size"], variants: [{ row: 40, options: ["S"], priceMinor: 1 }, { row: 41, options: ["S"], priceMinor: 1 }] }),
      aDraft("good-1", { row: 50 }),
      aDraft("bad-value", { row: 60, attributes: [{ code: "care", type: "number", value: 3 }] }),
      null,
      "text",
      aDraft("good-2"),
    ]);
    expect(results.map((result) => result.outcome)).toEqual(["created", ...Array<string>(8).fill("failed"), "created"]);
    expect(results.flatMap((result) => result.errors).map(({ row, field }) => [row, field])).toEqual([
      [10, "slug"],
      [21, "variants.1.priceMinor"],
      [31, "variants.1.options.Size"],
      [41, "variants.1.options"],
      [50, "slug"],
      [60, "attributes.0.value"],
      [8, ""],
      [9, ""],
    ]);
  });

  it("refuses SKUs that another product has, in the shop or in the file", async () => {
    const sku = (value: string) => ({ variants: [{ row: 7, priceMinor: 1, sku: value }] });
    await importOf(world(), [aDraft("owner", sku("OWNED"))]);
    const results = await importOf(world(), [aDraft("thief", sku("OWNED")), aDraft("first", sku("NEW")), aDraft("second", sku("NEW")), aDraft("owner", sku("OWNED"))]);
    expect(results.map((result) => result.outcome)).toEqual(["failed", "created", "failed", "unchanged"]);
    expect(results[0]?.errors).toEqual([{ row: 7, field: "variants.0.sku", message: 'The SKU "OWNED" belongs to the product "owner".' }]);
    expect(results[2]?.errors).toMatchObject([{ row: 7, field: "variants.0.sku" }]);
  });

  it("leaves no trace of a product that failed", async () => {
    const before = await used.db.$count(brands);
    await importOf(world(), [aDraft("traceless", { brand: "Nobody makes this", variants: [] })]);
    expect(await used.db.$count(brands)).toBe(before);
  });

  it.each(["'); drop table products;--", "<b onclick=x>", "😀", "a\u0000b", "\uDC00x", "%_\\", "x".repeat(200)])("takes %j in every text", async (text) => {
    const draft = aDraft("texts", {
      title: text,
      descriptionHtml: text,
      brand: text,
      categories: [[text, text]],
      tags: [text.slice(0, 100)],
      options: [text],
      variants: [{ row: 2, sku: text.slice(0, 100), barcode: text.slice(0, 100), options: [text], priceMinor: 1 }],
      images: [{ url: "https://example.com/x", alt: text }],
      attributes: [{ code: "care", type: "text", value: text }, { code: "material", type: "list", value: [text] }],
      seoTitle: text,
      seoDescription: text,
    });
    expect(await importOf(world(), [draft])).toMatchObject([{ errors: [] }]);
    expect(await importOf(world(), [draft])).toMatchObject([{ outcome: "unchanged", changes: [] }]);
  });

  it("refuses nonsense of quantities field by field", async () => {
    const stock = (value: unknown) => ({ ...aDraft("stocky"), variants: [{ row: 2, priceMinor: 1, stock: value }] });
    for (const value of [-1, 0.5, 1e9, "3", Number.NaN]) {
      expect(await importOf(world(), [stock(value)])).toMatchObject([{ outcome: "failed", errors: [{ field: "variants.0.stock" }] }]);
    }
  });
});

it("takes a picture of ours by its address, and warns of a compare-at price that is none", async () => {
  const { id } = await createProductOf(world(), { title: "Pictured", images: [{ url: "https://example.com/p.jpg", alt: "" }] });
  expect(await importOf(world(), [aDraft("pictured", { title: "Pictured", variants: [{ row: 5, priceMinor: 1_250, compareAtMinor: 1_000 }], images: [{ url: "https://example.com/p.jpg" }] })])).toMatchObject([
    { outcome: "updated", changes: ["variants.0.prices"], warnings: [expect.stringContaining("Row 5")] },
  ]);
  expect((await getProductForStaff(world(), { product: id })).images).toHaveLength(1);
});

it("does not touch an archived product of the same slug", async () => {
  const ctx = world();
  const { id } = await createProductOf(ctx, { title: "Before", slug: "reborn" });
  await archiveProduct(ctx, { product: id });
  expect(await importOf(ctx, [aDraft("reborn")])).toMatchObject([{ outcome: "created" }]);
  expect(await getProductForStaff(ctx, { product: id })).toMatchObject({ status: "archived", title: "Before" });
});

it("stands beside an update of the same product at the same moment", async () => {
  const ctx = world();
  await importOf(ctx, [aDraft("busy", { images: [{ url: "https://example.com/1" }] })]);
  const work = Array.from({ length: 6 }, (_, i) =>
    i % 2 === 0
      ? importOf(ctx, [aDraft("busy", { title: `Import ${i}`, images: [{ url: `https://example.com/${i}` }] })])
      : updateProduct(ctx, UpdateProductInput.parse({ product: "busy", images: [{ url: `https://example.com/u${i}` }], tags: [`u${i}`] })),
  );
  for (const settled of await Promise.allSettled(work)) expect(settled.status).toBe("fulfilled");
  expect((await get("busy")).images).toHaveLength(1);
});

it("lets two imports of the same new things run at once", async () => {
  const ctx = world();
  const batch = (from: number) => Array.from({ length: 20 }, (_, i) => aDraft(`both-${from + i}`, { brand: "Both", categories: [["Both", "Sub"]], tags: ["both"], attributes: [{ code: "both", type: "list", value: "Yes" }] }));
  const [a, b] = await Promise.all([importOf(ctx, batch(0)), importOf(ctx, batch(20))]);
  expect([...a, ...b].every((result) => result.outcome === "created")).toBe(true);
  expect(await used.db.$count(brands, eq(brands.name, "Both"))).toBe(1);
  expect(await used.db.$count(categories, eq(categories.name, "Both"))).toBe(1);
});

it("lets one of two imports at once have a SKU, and takes all else of both", async () => {
  const ctx = world();
  const batch = (name: string) => [aDraft(`${name}-claims`, { variants: [{ row: 2, priceMinor: 1, sku: "CLAIMED" }] }), aDraft(`${name}-other`)];
  const [a, b] = await Promise.all([importOf(ctx, batch("one")), importOf(ctx, batch("two"))]);
  expect([a[0], b[0]].filter((result) => result?.outcome === "created")).toHaveLength(1);
  expect([a[1]?.outcome, b[1]?.outcome]).toEqual(["created", "created"]);
  expect([...a, ...b].flatMap(({ errors }) => errors)).toMatchObject([{ row: 2, field: "variants.0.sku" }]);
});

it("costs the same number of statements for any number of unchanged products", async () => {
  const ctx = world();
  const drafts = Array.from({ length: 30 }, (_, i) => aDraft(`counted-${i}`, { brand: "Counted", tags: ["counted"] }));
  await importOf(ctx, drafts);
  const one = await used.countQueries(() => importOf(ctx, drafts.slice(0, 1)));
  expect(await used.countQueries(() => importOf(ctx, drafts))).toBe(one);
});

it.each(outsiders)("refuses %s", async (_, actor) => {
  await expect(importOf(as(world(), actor()), [mug])).rejects.toMatchObject({ reason: expect.stringMatching(/^access\./) });
  expect(await used.db.$count(productAttributes)).toBeGreaterThan(0);
  expect(await used.db.$count(stockLevels)).toBeGreaterThan(0);
});
