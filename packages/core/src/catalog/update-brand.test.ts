import { useDatabase } from "@cartwright/db/testing";
import { describe, expect, it } from "vitest";
import { as, createBrandOf, createProductOf, makeContext, outsiders } from "../testing/index.ts";
import { archiveBrand, createBrand, getFilters, getProduct, listBrands, listProducts, updateBrand } from "./index.ts";
import { ListProductsInput } from "./schemas.ts";

const used = useDatabase();
const world = () => makeContext(used.db);

describe("brands", () => {
  it("are listed by name with the number of active products", async () => {
    const ctx = world();
    for (const name of ["Zest", "élan", "Oak & Co"]) await createBrandOf(ctx, name);
    await createProductOf(ctx, { title: "Mug", brand: "elan" });
    await createProductOf(ctx, { title: "Draft", brand: "elan", status: "draft" });
    expect((await listBrands(ctx)).map((brand) => [brand.slug, brand.name, brand.productCount])).toEqual([
      ["elan", "élan", 1],
      ["oak-co", "Oak & Co", 0],
      ["zest", "Zest", 0],
    ]);
  });

  it("change what is given and refuse a slug that is taken", async () => {
    const ctx = world();
    expect(await updateBrand(ctx, { brand: "elan", name: "Élan Vital", slug: "elan-vital" })).toMatchObject({ slug: "elan-vital", description: "", productCount: 1 });
    expect((await getProduct(ctx, { slug: "mug" })).product.brand).toMatchObject({ slug: "elan-vital", name: "Élan Vital" });
    await expect(updateBrand(ctx, { brand: "elan-vital", slug: "zest" })).rejects.toMatchObject({ code: "conflict", reason: "brand.slug_taken" });
    await expect(createBrand(ctx, { name: "x", slug: "zest", description: "" })).rejects.toMatchObject({ reason: "brand.slug_taken" });
    await expect(updateBrand(ctx, { brand: "nobody" })).rejects.toMatchObject({ code: "not_found", reason: "brand.not_found" });
  });

  it("go without their products, and free their slug", async () => {
    const ctx = world();
    expect(await archiveBrand(ctx, { brand: "elan-vital" })).toMatchObject({ slug: "elan-vital", productCount: 0 });
    expect((await getProduct(ctx, { slug: "mug" })).product.brand).toBeNull();
    expect((await listProducts(ctx, ListProductsInput.parse({}))).items[0]).toMatchObject({ slug: "mug", brand: null });
    expect((await listProducts(ctx, ListProductsInput.parse({ brands: ["elan-vital"] }))).items).toEqual([]);
    expect((await getFilters(ctx, {})).brands).toEqual([]);
    await expect(getFilters(ctx, { brand: "elan-vital" })).rejects.toMatchObject({ reason: "brand.not_found" });
    expect((await createBrandOf(ctx, "Elan vital")).slug).toBe("elan-vital");
  });

  it.each(outsiders)("refuse %s to create, update and archive", async (_, actor) => {
    const ctx = as(world(), actor());
    const refusal = { reason: expect.stringMatching(/^access\./) };
    await expect(createBrandOf(ctx, "Never")).rejects.toMatchObject(refusal);
    await expect(updateBrand(ctx, { brand: "zest", name: "Never" })).rejects.toMatchObject(refusal);
    await expect(archiveBrand(ctx, { brand: "zest" })).rejects.toMatchObject(refusal);
  });
});
