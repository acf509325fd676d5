import {
  media,
  fillPlaces,
  places,
  prepared,
  productImages,
  productOptions,
  productOptionValues,
  products,
  variantOptionValues,
  variantPrices,
  variants,
  type Db,
} from "@cartwright/db";
import { and, asc, eq, inArray, sql } from "drizzle-orm";
import { availableSum } from "../inventory/index.ts";
import type { Context, Money } from "../kernel/index.ts";
import { mediaUrl } from "../media/index.ts";

/** What a cart or an order needs to know of a variant. */
export interface SellableVariant {
  variantId: string;
  productId: string;
  productSlug: string;
  productTitle: string;
  /** `M / Blue`; empty when the product has no options. */
  variantTitle: string;
  sku: string | null;
  imageUrl: string | null;
  /** Null when it has no price in the shop's currency. */
  price: Money | null;
  compareAt: Money | null;
  available: number;
  /** Active product, variant not archived, with a price. */
  isForSale: boolean;
}

/** Variants by id, whether they are for sale or not; one that never was is missing. Two statements, whatever the number. */
export async function findSellableVariants(ctx: Context, variantIds: readonly string[]): Promise<Map<string, SellableVariant>> {
  if (variantIds.length === 0) return new Map();
  const { currency } = ctx.shop;
  const ids = fillPlaces(variantIds);
  const rows = await prepared(ctx, `sellable variants ${ids.count}`, (db) => sellableRows(db, ids.count)).execute({ ...ids.values, currency });
  const titles = await loadVariantTitles(ctx, variantIds);
  return new Map(
    rows.map((row) => [
      row.variantId,
      {
        variantId: row.variantId,
        productId: row.productId,
        productSlug: row.productSlug,
        productTitle: row.productTitle,
        variantTitle: titles.get(row.variantId) ?? "",
        sku: row.sku,
        imageUrl: row.imageHash ? mediaUrl(row.imageHash, "thumbnail") : row.imageSource,
        price: row.priceMinor === null ? null : { amountMinor: row.priceMinor, currency },
        compareAt: row.compareAtMinor === null ? null : { amountMinor: row.compareAtMinor, currency },
        available: row.available,
        isForSale: row.productStatus === "active" && !row.isArchived && row.priceMinor !== null,
      },
    ]),
  );
}

/** `M / Blue` by variant id, in the order of the product's options. */
export async function loadVariantTitles(ctx: Context, variantIds: readonly string[]): Promise<Map<string, string>> {
  if (variantIds.length === 0) return new Map();
  const ids = fillPlaces(variantIds);
  const rows = await prepared(ctx, `variant titles ${ids.count}`, (db) => titleRows(db, ids.count)).execute(ids.values);
  const titles = new Map<string, string>();
  for (const { variantId, name } of rows) {
    const before = titles.get(variantId);
    titles.set(variantId, before ? `${before} / ${name}` : name);
  }
  return titles;
}

const sellableRows = (db: Db, count: number) =>
  db
    .select({
      variantId: variants.id,
      sku: variants.sku,
      isArchived: sql<boolean>`${variants.archivedAt} is not null`.mapWith(Boolean),
      productId: products.id,
      productSlug: products.slug,
      productTitle: products.title,
      productStatus: products.status,
      priceMinor: variantPrices.priceMinor,
      compareAtMinor: variantPrices.compareAtMinor,
      imageHash: media.hash,
      imageSource: productImages.sourceUrl,
      available: availableSum(variants.id),
    })
    .from(variants)
    .innerJoin(products, eq(products.id, variants.productId))
    .leftJoin(variantPrices, and(eq(variantPrices.variantId, variants.id), eq(variantPrices.currency, sql.placeholder("currency"))))
    .leftJoin(
      productImages,
      eq(
        productImages.id,
        sql`coalesce(${variants.imageId}, (select first.id from ${productImages} as first where first.product_id = ${products.id} order by first.position limit 1))`,
      ),
    )
    .leftJoin(media, eq(media.id, productImages.mediaId))
    .where(inArray(variants.id, places(count)))
    .prepare(`sellable variants ${count}`);

const titleRows = (db: Db, count: number) =>
  db
    .select({ variantId: variantOptionValues.variantId, name: productOptionValues.name })
    .from(variantOptionValues)
    .innerJoin(productOptionValues, eq(productOptionValues.id, variantOptionValues.optionValueId))
    .innerJoin(productOptions, eq(productOptions.id, productOptionValues.optionId))
    .where(inArray(variantOptionValues.variantId, places(count)))
    .orderBy(asc(productOptions.position))
    .prepare(`variant titles ${count}`);
