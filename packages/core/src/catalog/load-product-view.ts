import { prepared } from "@cartwright/db";
import { notFound, type Context } from "../kernel/index.ts";
import { getCategoryTree, pathTo, refOf } from "./category-tree.ts";
import { groupBy } from "./group-by.ts";
import { imageView } from "./image-view.ts";
import {
  attributeRows,
  categoryRows,
  imageRows,
  optionRows,
  productRow,
  tagRows,
  variantRows,
  type AttributeRow,
  type OptionRow,
  type ProductRow,
  type VariantRow,
} from "./product-statements.ts";
import { shownDescription } from "./shown-description.ts";
import type { AttributeValueView, ProductView, VariantView } from "./views.ts";

/** By id, or by the slug of one that is not archived. */
export async function findProductRow(ctx: Context, handle: string): Promise<ProductRow | null> {
  const by = isId(handle) ? "id" : "slug";
  const [row] = await prepared(ctx, `product row by ${by}`, (db) => productRow(db, by)).execute({ handle });
  return row ?? null;
}

/** Ids have an underscore, which slugs never have. */
export function isId(handle: string): boolean {
  return handle.includes("_");
}

/** A product of any status, by id or slug. Errors: `product.not_found`. */
export async function getProductView(ctx: Context, handle: string): Promise<ProductView> {
  const row = await findProductRow(ctx, handle);
  if (!row) throw notFound("product", handle);
  return loadProductView(ctx, row);
}

/** Everything about a product: six statements whatever its size, beside its row and the kept category tree. */
export async function loadProductView(ctx: Context, row: ProductRow): Promise<ProductView> {
  const by = { productId: row.id, currency: ctx.shop.currency };
  const variants = await prepared(ctx, "product variants", variantRows).execute(by);
  const options = await prepared(ctx, "product options", optionRows).execute(by);
  const images = await prepared(ctx, "product images", imageRows).execute(by);
  const tags = await prepared(ctx, "product tags", tagRows).execute(by);
  const placements = await prepared(ctx, "product categories", categoryRows).execute(by);
  const attributes = await prepared(ctx, "product attributes", attributeRows).execute(by);
  const { byId } = await getCategoryTree(ctx);
  const categories = placements.flatMap(({ id }) => byId.get(id) ?? []);
  const [first] = categories;
  const { id, slug, title, descriptionHtml, status, seoTitle, seoDescription } = row;
  return {
    id,
    slug,
    title,
    descriptionHtml: shownDescription(descriptionHtml),
    status,
    brand: row.brandId && row.brandSlug && row.brandName ? { id: row.brandId, slug: row.brandSlug, name: row.brandName } : null,
    breadcrumbs: first ? pathTo(first).map(refOf) : [],
    categories: categories.map(refOf),
    tags,
    options: optionViews(options),
    variants: variantViews(variants, options, ctx.shop.currency),
    images: images.flatMap((image) => imageView(image) ?? []),
    attributes: attributeViews(attributes),
    seoTitle,
    seoDescription,
    publishedAt: row.publishedAt?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  };
}

function optionViews(rows: readonly OptionRow[]): ProductView["options"] {
  return [...groupBy(rows, (row) => row.optionId).values()].map((values) => ({
    name: values[0]?.option ?? "",
    values: [...new Set(values.map((row) => row.value))],
  }));
}

function variantViews(rows: readonly VariantRow[], options: readonly OptionRow[], currency: string): VariantView[] {
  const valuesOf = groupBy(options, (row) => row.variantId);
  return rows.map((row) => {
    const values = valuesOf.get(row.id) ?? [];
    return {
      id: row.id,
      sku: row.sku,
      barcode: row.barcode,
      title: values.map((value) => value.value).join(" / "),
      options: Object.fromEntries(values.map((value) => [value.option, value.value])),
      price: { amountMinor: row.priceMinor, currency },
      compareAt: row.compareAtMinor !== null && row.compareAtMinor > row.priceMinor ? { amountMinor: row.compareAtMinor, currency } : null,
      weightGrams: row.weightGrams,
      imageId: row.imageId,
      available: row.available,
    };
  });
}

function attributeViews(rows: readonly AttributeRow[]): AttributeValueView[] {
  return [...groupBy(rows, (row) => row.code).values()].flatMap((values) => {
    const [first] = values;
    if (!first) return [];
    const { code, name, type, unit } = first;
    const choices = values.flatMap((row) => row.choice ?? []);
    return [{ code, name, type, unit, value: first.textValue ?? first.numberValue ?? first.booleanValue ?? choices }];
  });
}
