import { useDatabase } from "@cartwright/db/testing";
import { describe, expect, it } from "vitest";
import { as, createCategoryOf, createProductOf, makeContext, outsiders } from "../testing/index.ts";
import { archiveProduct, findVariants, getProduct, getProductForStaff, listCategories, listProducts, updateProduct } from "./index.ts";
import { ListProductsInput, UpdateProductInput } from "./schemas.ts";

const used = useDatabase();
const world = () => makeContext(used.db);

describe("archiving a product", () => {
  it("takes it out of the shop and frees its slug and SKUs", async () => {
    const ctx = world();
    await createCategoryOf(ctx, "Kitchen");
    const given = { title: "Old", slug: "old", categories: ["kitchen"], variants: [{ priceMinor: 1, sku: "OLD" }] };
    const { id } = await createProductOf(ctx, given);
    expect((await listCategories(ctx))[0]?.productCount).toBe(1);
    expect(await archiveProduct(ctx, { product: "old" })).toMatchObject({ id, status: "archived", variants: [{ sku: "OLD" }] });
    await expect(getProduct(ctx, { slug: "old" })).rejects.toMatchObject({ reason: "product.not_found" });
    await expect(getProduct(ctx, { slug: id })).rejects.toMatchObject({ reason: "product.not_found" });
    expect(await getProductForStaff(ctx, { product: id })).toMatchObject({ status: "archived" });
    expect((await listProducts(ctx, ListProductsInput.parse({ category: "kitchen" }))).items).toEqual([]);
    expect((await listCategories(ctx))[0]?.productCount).toBe(0);
    expect(await findVariants(ctx, { handles: ["OLD"] })).toEqual([]);
    expect((await createProductOf(ctx, given)).id).not.toBe(id);
  });

  it("is done once, and ends all changes", async () => {
    const ctx = world();
    const { id } = await createProductOf(ctx, { title: "Gone" });
    await archiveProduct(ctx, { product: id });
    await expect(archiveProduct(ctx, { product: id })).rejects.toMatchObject({ code: "conflict", reason: "product.archived" });
    await expect(updateProduct(ctx, UpdateProductInput.parse({ product: id, title: "Back" }))).rejects.toMatchObject({ reason: "product.archived" });
    await expect(archiveProduct(ctx, { product: "gone" })).rejects.toMatchObject({ reason: "product.not_found" });
  });

  it.each(outsiders)("refuses %s", async (_, actor) => {
    await expect(archiveProduct(as(world(), actor()), { product: "old" })).rejects.toMatchObject({ reason: expect.stringMatching(/^access\./) });
  });
});
