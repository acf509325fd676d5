import { auditEntries, categoryListings } from "@cartwright/db";
import { useDatabase } from "@cartwright/db/testing";
import { eq } from "drizzle-orm";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { as, createCategoryOf, createProductOf, makeContext, outsiders } from "../testing/index.ts";
import { archiveCategory, createCategory, getCategory, listCategories, listProducts, updateCategory } from "./index.ts";
import { CreateCategoryInput, ListProductsInput, UpdateCategoryInput } from "./schemas.ts";
import type { CategoryNodeView } from "./views.ts";

const used = useDatabase();
const world = () => makeContext(used.db);
const update = (category: string, given: object, ctx = world()) => updateCategory(ctx, UpdateCategoryInput.parse({ category, ...given }));
const slugsIn = async (category: string) =>
  (await listProducts(world(), ListProductsInput.parse({ category, sort: "name_asc" }))).items.map((item) => item.slug);
const counts = (nodes: CategoryNodeView[]): Record<string, number> =>
  Object.assign({}, ...nodes.map((node) => ({ [node.slug]: node.productCount, ...counts(node.children) })));

describe("the category tree", () => {
  it("counts a product in two subcategories once", async () => {
    const ctx = world();
    for (const [name, parent] of [["Home"], ["Kitchen", "home"], ["Cups", "kitchen"], ["Pans", "kitchen"], ["Garden", "home"]] as const) await createCategoryOf(ctx, name, parent);
    await createProductOf(ctx, { title: "Both", categories: ["cups", "pans"] });
    await createProductOf(ctx, { title: "Spade", categories: ["garden"] });
    await createProductOf(ctx, { title: "Hidden", status: "draft", categories: ["garden"] });
    const tree = await listCategories(ctx);
    expect(counts(tree)).toEqual({ home: 2, kitchen: 1, cups: 1, pans: 1, garden: 1 });
    expect(await getCategory(ctx, { slug: "kitchen" })).toMatchObject({
      name: "Kitchen",
      productCount: 1,
      breadcrumbs: [{ slug: "home" }, { slug: "kitchen" }],
      children: [{ slug: "cups", productCount: 1 }, { slug: "pans", productCount: 1 }],
      redirectedFrom: null,
    });
  });

  it("moves a category with everything below it", async () => {
    expect(await update("kitchen", { parent: "garden" })).toMatchObject({ breadcrumbs: [{ slug: "home" }, { slug: "garden" }, { slug: "kitchen" }] });
    expect(await slugsIn("garden")).toEqual(["both", "spade"]);
    await update("kitchen", { parent: null });
    expect(await slugsIn("garden")).toEqual(["spade"]);
    expect(await slugsIn("home")).toEqual(["spade"]);
    expect(await slugsIn("kitchen")).toEqual(["both"]);
    expect(counts(await listCategories(world()))).toEqual({ home: 1, kitchen: 1, cups: 1, pans: 1, garden: 1 });
  });

  it("never moves a category into itself", async () => {
    for (const parent of ["kitchen", "cups"]) {
      await expect(update("kitchen", { parent })).rejects.toMatchObject({ code: "conflict", reason: "category.inside_itself" });
    }
    await expect(update("kitchen", { parent: "nowhere" })).rejects.toMatchObject({ reason: "category.not_found" });
  });

  it("moves two into each other at once only one way", async () => {
    const ctx = world();
    await createCategoryOf(ctx, "East");
    await createCategoryOf(ctx, "West");
    const moves = await Promise.allSettled([update("east", { parent: "west" }), update("west", { parent: "east" })]);
    expect(moves.map((move) => move.status).toSorted()).toEqual(["fulfilled", "rejected"]);
  });

  it("keeps the old address leading to the new one", async () => {
    await update("cups", { slug: "mugs", name: "Mugs", position: 9 });
    expect(await getCategory(world(), { slug: "cups" })).toMatchObject({ slug: "mugs", name: "Mugs", redirectedFrom: "cups" });
    expect(await slugsIn("cups")).toEqual(["both"]);
    await expect(update("mugs", { slug: "pans" })).rejects.toMatchObject({ code: "conflict", reason: "category.slug_taken" });
    await expect(getCategory(world(), { slug: "nothing" })).rejects.toMatchObject({ code: "not_found", reason: "category.not_found" });
  });

  it("gives two categories of one name two addresses", async () => {
    const ctx = world();
    expect((await createCategoryOf(ctx, "Mugs", "garden")).slug).toBe("mugs-2");
    await expect(createCategory(ctx, CreateCategoryInput.parse({ name: "x", slug: "mugs" }))).rejects.toMatchObject({ reason: "category.slug_taken" });
    await expect(createCategoryOf(ctx, "x", "nowhere")).rejects.toMatchObject({ reason: "category.not_found" });
  });

  it("lets a category go once nothing is below it; its products stay", async () => {
    await expect(archiveCategory(world(), { category: "kitchen" })).rejects.toMatchObject({
      code: "conflict",
      reason: "category.has_children",
      details: { children: expect.arrayContaining(["mugs", "pans"]) },
    });
    expect(await archiveCategory(world(), { category: "pans" })).toMatchObject({ slug: "pans", productCount: 0 });
    await expect(getCategory(world(), { slug: "pans" })).rejects.toMatchObject({ reason: "category.not_found" });
    expect(await slugsIn("kitchen")).toEqual(["both"]);
    await archiveCategory(world(), { category: "mugs" });
    expect(await slugsIn("kitchen")).toEqual([]);
    expect((await listProducts(world(), ListProductsInput.parse({ sort: "name_asc" }))).items.map((item) => item.slug)).toEqual(["both", "spade"]);
    expect((await createCategoryOf(world(), "Pans")).slug).toBe("pans");
  });

  it("notes who changed what", async () => {
    const actions = (await used.db.select().from(auditEntries)).map((entry) => entry.action);
    expect(actions).toEqual(expect.arrayContaining(["category.create", "category.update", "category.archive"]));
  });

  it.each(outsiders)("refuses %s to create, update and archive", async (_, actor) => {
    const ctx = as(world(), actor());
    const refusal = { reason: expect.stringMatching(/^access\./) };
    await expect(createCategoryOf(ctx, "Never")).rejects.toMatchObject(refusal);
    await expect(update("kitchen", { name: "Never" }, ctx)).rejects.toMatchObject(refusal);
    await expect(archiveCategory(ctx, { category: "kitchen" })).rejects.toMatchObject(refusal);
  });
});

describe("any series of moves", () => {
  const own = useDatabase();

  it("leaves every list as if it had been made anew", async () => {
    const ctx = makeContext(own.db);
    const names = ["a", "b", "c", "d", "e"];
    for (const name of names) {
      await createCategoryOf(ctx, name);
      await createProductOf(ctx, { title: `in ${name}`, categories: [name] });
    }
    const move = fc.record({ category: fc.constantFrom(...names), parent: fc.constantFrom(...names, null) });
    await fc.assert(
      fc.asyncProperty(fc.array(move, { maxLength: 6 }), async (moves) => {
        for (const { category, parent } of moves) {
          const [move] = await Promise.allSettled([updateCategory(ctx, { category, parent })]);
          const reason: unknown = move?.status === "rejected" ? move.reason : { reason: "category.inside_itself" };
          expect(reason).toMatchObject({ reason: "category.inside_itself" });
        }
        const sizeOf = (node: CategoryNodeView): number => 1 + node.children.reduce((sum, child) => sum + sizeOf(child), 0);
        const check = async (node: CategoryNodeView): Promise<void> => {
          expect(node.productCount).toBe(sizeOf(node));
          expect(await own.db.$count(categoryListings, eq(categoryListings.categoryId, node.id))).toBe(sizeOf(node));
          for (const child of node.children) await check(child);
        };
        for (const root of await listCategories(ctx)) await check(root);
      }),
      { numRuns: 20 },
    );
  });
});
