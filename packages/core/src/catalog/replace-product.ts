import {
  chunked,
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
import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import { newId, type Context } from "../kernel/index.ts";
import { attributeRows, categoryRows, partsOf, productRow, tagRows } from "./insert-products.ts";
import { relistProduct } from "./listings.ts";
import { priceRange, type ProductContent, type StoredProduct } from "./product-content.ts";
import { keepSlug } from "./slugs.ts";

/**
 * Writes the parts of a stored product that the changes name (`compareProduct`), and no others. Variants that are no
 * longer there are archived, because orders know them. Call it inside a transaction. Returns the variants' ids.
 */
export async function replaceProduct(
  ctx: Context,
  stored: StoredProduct,
  { content, changes }: { content: ProductContent; changes: readonly string[] },
): Promise<string[]> {
  const { id } = stored;
  const now = ctx.clock.now();
  const variantIds = content.variants.map((variant) => variant.id ?? newId("var"));
  const isChanged = (field: string) => changes.some((change) => change === field || change.startsWith(`${field}.`));

  if (content.slug !== stored.slug) await keepSlug(ctx, { subject: "product", id, from: stored.slug, to: content.slug });
  await ctx.db.update(products).set(productRow(ctx, id, content, now)).where(eq(products.id, id));
  if (isChanged("options") || isChanged("images") || isChanged("variants")) await replaceParts(ctx, stored, content, variantIds);
  if (content.status === "archived") {
    await ctx.db.update(variants).set({ archivedAt: now }).where(and(eq(variants.productId, id), isNull(variants.archivedAt)));
  }
  if (isChanged("tags")) {
    await ctx.db.delete(productTags).where(eq(productTags.productId, id));
    await insertMany(ctx.db, productTags, tagRows(id, content));
  }
  if (isChanged("attributes")) {
    await ctx.db.delete(productAttributes).where(eq(productAttributes.productId, id));
    await insertMany(ctx.db, productAttributes, attributeRows(id, content));
  }
  if (isChanged("categories")) {
    await ctx.db.delete(productCategories).where(eq(productCategories.productId, id));
    await insertMany(ctx.db, productCategories, categoryRows(id, content));
  }
  if (isListedAnew(ctx, stored, content) || isChanged("categories")) {
    await relistProduct(ctx, { id, content });
  }
  return variantIds;
}

/** Whether anything changed that lists sort by or leave out. */
function isListedAnew(ctx: Context, stored: StoredProduct, content: ProductContent): boolean {
  const { currency } = ctx.shop;
  return (
    stored.status !== content.status ||
    stored.title !== content.title ||
    stored.publishedAt?.getTime() !== content.publishedAt?.getTime() ||
    priceRange(stored.variants, currency).from !== priceRange(content.variants, currency).from
  );
}

/** Options and pictures are written anew, variants are kept by their ids. */
async function replaceParts(ctx: Context, stored: StoredProduct, content: ProductContent, variantIds: string[]): Promise<void> {
  const now = ctx.clock.now();
  const { db } = ctx;
  const isOwn = eq(variants.productId, stored.id);
  const parts = partsOf(stored.id, content, variantIds, now);
  const gone = stored.variants.map((variant) => variant.id).filter((id) => !variantIds.includes(id));

  for (const ids of chunked(gone)) await db.update(variants).set({ archivedAt: now, updatedAt: now }).where(inArray(variants.id, ids));
  // Taken off the others first, so that two variants may swap their SKUs.
  await db.update(variants).set({ sku: null }).where(and(isOwn, isNull(variants.archivedAt)));
  await db.update(variants).set({ imageId: null }).where(isOwn);
  await clearOptions(ctx, stored);
  await db.delete(productImages).where(eq(productImages.productId, stored.id));
  await insertMany(db, productOptions, parts.options);
  await insertMany(db, productOptionValues, parts.optionValues);
  await insertMany(db, productImages, parts.images);
  for (const rows of chunked(parts.variants, 500)) {
    await db
      .insert(variants)
      .values(rows)
      .onConflictDoUpdate({
        target: variants.id,
        set: {
          sku: sql`excluded.sku`,
          barcode: sql`excluded.barcode`,
          position: sql`excluded.position`,
          weightGrams: sql`excluded.weight_grams`,
          imageId: sql`excluded.image_id`,
          updatedAt: now,
        },
      });
  }
  await insertMany(db, variantOptionValues, parts.chosen);
  for (const ids of chunked(variantIds)) await db.delete(variantPrices).where(inArray(variantPrices.variantId, ids));
  await insertMany(db, variantPrices, parts.prices);
}

/** Archived variants lose their values too; order lines keep what they were called. */
async function clearOptions({ db }: Context, stored: StoredProduct): Promise<void> {
  const optionIds = stored.options.map((option) => option.id);
  if (optionIds.length === 0) return;
  const ownValues = db.select({ id: productOptionValues.id }).from(productOptionValues).where(inArray(productOptionValues.optionId, optionIds));
  await db.delete(variantOptionValues).where(inArray(variantOptionValues.optionValueId, ownValues));
  await db.delete(productOptionValues).where(inArray(productOptionValues.optionId, optionIds));
  await db.delete(productOptions).where(inArray(productOptions.id, optionIds));
}
