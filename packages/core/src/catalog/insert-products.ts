import {
  insertMany,
  productAttributes,
  productCategories,
  productImages,
  productOptions,
  productOptionValues,
  products,
  productTags,
  variantOptionValues,
  variantPrices,
  variants,
} from "@cartwright/db";
import { newId, sortKey, type Context } from "../kernel/index.ts";
import { listProductsInCategories } from "./listings.ts";
import { priceRange, type ProductContent } from "./product-content.ts";

export interface InsertedProduct {
  id: string;
  /** In the order of the content's variants. */
  variantIds: string[];
}

/** Writes new products, one statement for each table however many they are. Call it inside a transaction. */
export async function insertProducts(ctx: Context, contents: readonly ProductContent[]): Promise<InsertedProduct[]> {
  const now = ctx.clock.now();
  const made = contents.map((content) => ({ id: newId("prd"), content, variantIds: content.variants.map(() => newId("var")) }));
  const parts = made.map(({ id, content, variantIds }) => partsOf(id, content, variantIds, now));
  await insertMany(ctx.db, products, made.map(({ id, content }) => ({ ...productRow(ctx, id, content, now), createdAt: now })));
  await insertMany(ctx.db, productOptions, parts.flatMap((part) => part.options));
  await insertMany(ctx.db, productOptionValues, parts.flatMap((part) => part.optionValues));
  await insertMany(ctx.db, productImages, parts.flatMap((part) => part.images));
  await insertMany(ctx.db, variants, parts.flatMap((part) => part.variants));
  await insertMany(ctx.db, variantOptionValues, parts.flatMap((part) => part.chosen));
  await insertMany(ctx.db, variantPrices, parts.flatMap((part) => part.prices));
  await insertMany(ctx.db, productTags, made.flatMap(({ id, content }) => tagRows(id, content)));
  await insertMany(ctx.db, productAttributes, made.flatMap(({ id, content }) => attributeRows(id, content)));
  await insertMany(ctx.db, productCategories, made.flatMap(({ id, content }) => categoryRows(id, content)));
  await listProductsInCategories(ctx, made);
  return made.map(({ id, variantIds }) => ({ id, variantIds }));
}

export function productRow(ctx: Context, id: string, content: ProductContent, now: Date) {
  const { slug, title, descriptionHtml, status, brandId, seoTitle, seoDescription, publishedAt } = content;
  const { from, to } = priceRange(content.variants, ctx.shop.currency);
  return {
    id,
    slug,
    title,
    sortKey: sortKey(title),
    descriptionHtml,
    status,
    brandId,
    seoTitle,
    seoDescription,
    priceFromMinor: from,
    priceToMinor: to,
    publishedAt,
    updatedAt: now,
    archivedAt: status === "archived" ? now : null,
  };
}

/** Options, pictures and variants, which refer to each other. What the content gives an id keeps it. */
export function partsOf(productId: string, content: ProductContent, variantIds: readonly string[], now: Date) {
  const archivedAt = content.status === "archived" ? now : null;
  const options = content.options.map(({ name }, position) => ({ id: newId("opt"), productId, name, position }));
  const valueIds = content.options.map(({ values }) => new Map(values.map((value) => [value, newId("val")])));
  const images = content.images.map(({ id, mediaId, sourceUrl, alt }, position) => ({
    id: id ?? newId("img"),
    productId,
    mediaId,
    sourceUrl,
    alt,
    position,
  }));
  return {
    options,
    optionValues: content.options.flatMap(({ values }, i) =>
      values.map((name, position) => ({ id: valueIds[i]?.get(name) ?? "", optionId: options[i]?.id ?? "", name, position })),
    ),
    images,
    variants: content.variants.map(({ sku, barcode, weightGrams, imageIndex }, position) => ({
      id: variantIds[position] ?? "",
      productId,
      sku,
      barcode,
      position,
      weightGrams,
      imageId: imageIndex === null ? null : (images[imageIndex]?.id ?? null),
      createdAt: now,
      updatedAt: now,
      archivedAt,
    })),
    chosen: content.variants.flatMap(({ values }, i) =>
      values.map((value, j) => ({ variantId: variantIds[i] ?? "", optionValueId: valueIds[j]?.get(value) ?? "" })),
    ),
    prices: content.variants.flatMap(({ prices }, i) => prices.map((price) => ({ variantId: variantIds[i] ?? "", ...price }))),
  };
}

export const tagRows = (productId: string, { tagIds }: ProductContent) => tagIds.map((tagId) => ({ productId, tagId }));

export const attributeRows = (productId: string, { attributes }: ProductContent) =>
  attributes.map((value) => ({ id: newId("pat"), productId, ...value }));

export const categoryRows = (productId: string, { categoryIds }: ProductContent) =>
  categoryIds.map((categoryId, position) => ({ productId, categoryId, position }));
