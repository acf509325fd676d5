import {
  attributes,
  chunked,
  media,
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
import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import type { Context } from "../kernel/index.ts";
import { groupBy } from "./group-by.ts";
import type { StoredProduct } from "./product-content.ts";

/** Products complete, by id. Nine statements for up to 500 of them. */
export async function loadStoredProducts(ctx: Context, ids: readonly string[]): Promise<Map<string, StoredProduct>> {
  const found = new Map<string, StoredProduct>();
  for (const chunk of chunked(ids, 500)) {
    for (const product of await loadChunk(ctx, chunk)) found.set(product.id, product);
  }
  return found;
}

async function loadChunk({ db }: Context, ids: string[]): Promise<StoredProduct[]> {
  const rows = await db.select().from(products).where(inArray(products.id, ids));
  const optionRows = await db
    .select()
    .from(productOptions)
    .where(inArray(productOptions.productId, ids))
    .orderBy(asc(productOptions.position));
  const valueRows = await db
    .select({ id: productOptionValues.id, optionId: productOptionValues.optionId, name: productOptionValues.name })
    .from(productOptionValues)
    .innerJoin(productOptions, eq(productOptions.id, productOptionValues.optionId))
    .where(inArray(productOptions.productId, ids))
    .orderBy(asc(productOptionValues.position));
  const isLive = and(inArray(variants.productId, ids), isNull(variants.archivedAt));
  const variantRows = await db.select().from(variants).where(isLive).orderBy(asc(variants.position), asc(variants.id));
  const chosenRows = await db
    .select({ variantId: variantOptionValues.variantId, valueId: variantOptionValues.optionValueId })
    .from(variantOptionValues)
    .innerJoin(variants, eq(variants.id, variantOptionValues.variantId))
    .where(isLive);
  const priceRows = await db
    .select({
      variantId: variantPrices.variantId,
      currency: variantPrices.currency,
      priceMinor: variantPrices.priceMinor,
      compareAtMinor: variantPrices.compareAtMinor,
    })
    .from(variantPrices)
    .innerJoin(variants, eq(variants.id, variantPrices.variantId))
    .where(isLive)
    .orderBy(asc(variantPrices.currency));
  const imageRows = await db
    .select({
      id: productImages.id,
      productId: productImages.productId,
      mediaId: productImages.mediaId,
      sourceUrl: productImages.sourceUrl,
      alt: productImages.alt,
      hash: media.hash,
    })
    .from(productImages)
    .leftJoin(media, eq(media.id, productImages.mediaId))
    .where(inArray(productImages.productId, ids))
    .orderBy(asc(productImages.position));
  const tagRows = await db.select().from(productTags).where(inArray(productTags.productId, ids));
  const categoryRows = await db
    .select()
    .from(productCategories)
    .where(inArray(productCategories.productId, ids))
    .orderBy(asc(productCategories.position));
  const attributeRows = await db
    .select({
      productId: productAttributes.productId,
      attributeId: productAttributes.attributeId,
      textValue: productAttributes.textValue,
      numberValue: productAttributes.numberValue,
      booleanValue: productAttributes.booleanValue,
      choiceId: productAttributes.choiceId,
    })
    .from(productAttributes)
    .innerJoin(attributes, and(eq(attributes.id, productAttributes.attributeId), isNull(attributes.archivedAt)))
    .where(inArray(productAttributes.productId, ids));

  const options = groupBy(optionRows, (row) => row.productId);
  const values = groupBy(valueRows, (row) => row.optionId);
  const chosen = groupBy(chosenRows, (row) => row.variantId);
  const prices = groupBy(priceRows, (row) => row.variantId);
  const images = groupBy(imageRows, (row) => row.productId);
  const liveVariants = groupBy(variantRows, (row) => row.productId);
  const tags = groupBy(tagRows, (row) => row.productId);
  const categories = groupBy(categoryRows, (row) => row.productId);
  const attributeValues = groupBy(attributeRows, (row) => row.productId);

  return rows.map((row): StoredProduct => {
    const ownImages = images.get(row.id) ?? [];
    const ownOptions = (options.get(row.id) ?? []).map(({ id, name }) => {
      const own = values.get(id) ?? [];
      return { id, name, values: own.map((value) => value.name), valueIds: own.map((value) => value.id) };
    });
    const imageIndex = new Map(ownImages.map((image, i) => [image.id, i]));
    return {
      ...row,
      options: ownOptions,
      images: ownImages.map(({ id, mediaId, sourceUrl, alt, hash }) => ({ id, mediaId, sourceUrl, alt, hash })),
      variants: (liveVariants.get(row.id) ?? []).map((variant) => {
        const valueIds = (chosen.get(variant.id) ?? []).map((value) => value.valueId);
        return {
          id: variant.id,
          sku: variant.sku,
          barcode: variant.barcode,
          values: ownOptions.map((option) => option.values[option.valueIds.findIndex((id) => valueIds.includes(id))] ?? ""),
          prices: (prices.get(variant.id) ?? []).map(({ currency, priceMinor, compareAtMinor }) => ({ currency, priceMinor, compareAtMinor })),
          weightGrams: variant.weightGrams,
          imageIndex: variant.imageId === null ? null : (imageIndex.get(variant.imageId) ?? null),
        };
      }),
      tagIds: (tags.get(row.id) ?? []).map((tag) => tag.tagId),
      categoryIds: (categories.get(row.id) ?? []).map((category) => category.categoryId),
      attributes: (attributeValues.get(row.id) ?? []).map(({ productId: _, ...value }) => value),
    };
  });
}
