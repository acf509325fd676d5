import { createAttribute, createBrand, createCategory, createProduct, importProducts } from "../catalog/index.ts";
import {
  CreateAttributeInput,
  CreateBrandInput,
  CreateCategoryInput,
  CreateProductInput,
  type CreateProductDraft,
  type ImportProductDraft,
} from "../catalog/schemas.ts";
import type { Context } from "../kernel/index.ts";

/** An active product with one variant for 12.50, unless the test says otherwise. */
export function createProductOf(ctx: Context, given: Partial<CreateProductDraft> = {}) {
  return createProduct(
    ctx,
    CreateProductInput.parse({ title: "Blue mug", status: "active", variants: [{ priceMinor: 1_250 }], ...given }),
  );
}

/** By names from the root; those that are there already are to be given by slug. */
export function createCategoryOf(ctx: Context, name: string, parent?: string) {
  return createCategory(ctx, CreateCategoryInput.parse({ name, parent }));
}

export function createBrandOf(ctx: Context, name: string) {
  return createBrand(ctx, CreateBrandInput.parse({ name }));
}

export function createAttributeOf(ctx: Context, given: Parameters<typeof CreateAttributeInput.parse>[0]) {
  return createAttribute(ctx, CreateAttributeInput.parse(given));
}

/** A product of a file with one variant for 10.00. */
export function aDraft(slug: string, given: Partial<ImportProductDraft> = {}): ImportProductDraft {
  return { row: 2, slug, title: slug, variants: [{ row: 2, priceMinor: 1_000 }], ...given };
}

export async function importOf(ctx: Context, products: readonly unknown[], isDryRun = false) {
  return (await importProducts(ctx, { products: [...products], isDryRun })).results;
}
