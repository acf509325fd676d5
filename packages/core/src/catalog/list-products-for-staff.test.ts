import { useDatabase } from "@cartwright/db/testing";
import { beforeAll, describe, expect, it } from "vitest";
import { archiveProduct } from "./archive-product.ts";
import { as, createCategoryOf, createProductOf, ensureLocation, makeContext, outsiders, stockAt } from "../testing/index.ts";
import { listProductsForStaff } from "./list-products-for-staff.ts";
import { ListProductsForStaffInput } from "./schemas.ts";

const used = useDatabase();
const world = () => makeContext(used.db);
const list = (given: object = {}, ctx = world()) => listProductsForStaff(ctx, ListProductsForStaffInput.parse(given));
const slugs = async (given: object = {}) => (await list(given)).items.map((item) => item.slug);

beforeAll(async () => {
  const ctx = world();
  await createCategoryOf(ctx, "Kitchen");
  await createCategoryOf(ctx, "Cups", "kitchen");
  const mug = await createProductOf(ctx, { title: "Crème mug", slug: "mug", categories: ["cups"], variants: [{ priceMinor: 700, sku: "AB-100%" }] });
  await createProductOf(ctx, { title: "Draft", slug: "draft", status: "draft", categories: ["kitchen"] });
  await archiveProduct(ctx, { product: (await createProductOf(ctx, { title: "Gone", slug: "gone" })).id });
  await createProductOf(ctx, { title: "Pan", slug: "pan" });
  await stockAt(ctx, mug.variants[0]?.id ?? "", await ensureLocation(ctx, "main", 0), 6);
});

describe("the list for staff", () => {
  it("shows what is not archived, newest first", async () => {
    const page = await list();
    expect(page.items.map((item) => item.slug)).toEqual(["pan", "draft", "mug"]);
    expect(page.items[2]).toMatchObject({ title: "Crème mug", status: "active", brand: null, variantCount: 1, priceFrom: { amountMinor: 700 }, available: 6 });
    expect(page.total).toEqual({ count: 3, isExact: true });
  });

  it.each<[object, string[]]>([
    [{ status: "draft" }, ["draft"]],
    [{ status: "archived" }, ["gone"]],
    [{ text: "CREME" }, ["mug"]],
    [{ text: "ab-100%" }, ["mug"]],
    [{ text: "%" }, ["mug"]],
    [{ text: "_" }, []],
    [{ text: "' or 1=1" }, []],
    [{ category: "kitchen" }, ["draft", "mug"]],
    [{ category: "cups" }, ["mug"]],
  ])("is narrowed by %j", async (given, found) => {
    expect(await slugs(given)).toEqual(found);
  });

  it("is walked page by page at two statements each", async () => {
    const first = await list({ limit: 2 });
    expect(await slugs({ limit: 2, cursor: first.nextCursor })).toEqual(["mug"]);
    expect(await used.countQueries(() => list({ limit: 1 }))).toBe(2);
    expect(await used.countQueries(() => list({ limit: 50 }))).toBe(2);
    await expect(list({ cursor: "x" })).rejects.toMatchObject({ reason: "page.bad_cursor" });
  });

  it.each(outsiders)("refuses %s", async (_, actor) => {
    await expect(list({}, as(world(), actor()))).rejects.toMatchObject({ reason: expect.stringMatching(/^access\./) });
  });
});
