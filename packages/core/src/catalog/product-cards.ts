import { brands, isInList, media, prepared, productImages, products, variantPrices, variants } from "@cartwright/db";
import { and, eq, isNull, sql, type SQL, type SQLWrapper } from "drizzle-orm";
import type { Context } from "../kernel/index.ts";
import { imageColumns, imageView } from "./image-view.ts";
import { isInStock } from "./product-filters.ts";
import type { ProductCardView } from "./views.ts";

/** What a card is made of. Join `products`, and the parts of `cardParts`; the currency comes in a placeholder. */
export const cardColumns = (db: Context["db"]) => ({
  id: products.id,
  slug: products.slug,
  title: products.title,
  sortKey: products.sortKey,
  publishedAt: products.publishedAt,
  priceFromMinor: products.priceFromMinor,
  priceToMinor: products.priceToMinor,
  brandId: brands.id,
  brandSlug: brands.slug,
  brandName: brands.name,
  ...imageColumns,
  compareAtMinor: compareAtOfCheapest(db),
  isInStock: sql<boolean>`${isInStock({ db }, products.id)}`.mapWith(Boolean),
});

export const cardParts = {
  brand: and(eq(brands.id, products.brandId), isNull(brands.archivedAt)),
  image: and(eq(productImages.productId, products.id), eq(productImages.position, 0)),
  media: eq(media.id, productImages.mediaId),
} satisfies Record<string, SQLWrapper | undefined>;

export interface CardRow {
  id: string;
  slug: string;
  title: string;
  priceFromMinor: number | null;
  priceToMinor: number | null;
  brandId: string | null;
  brandSlug: string | null;
  brandName: string | null;
  imageId: string | null;
  imageHash: string | null;
  imageSource: string | null;
  imageAlt: string | null;
  imageWidth: number | null;
  imageHeight: number | null;
  compareAtMinor: number | null;
  isInStock: boolean;
}

/** Cards of those of the products that are active, by id. One statement. */
export async function findProductCards(ctx: Context, ids: readonly string[]): Promise<Map<string, ProductCardView>> {
  if (ids.length === 0) return new Map();
  const rows = await prepared(ctx, "cards by id", cardsById).execute({ ids: JSON.stringify(ids), currency: ctx.shop.currency });
  return new Map(rows.flatMap((row) => (row.status === "active" ? [[row.id, cardView(row, ctx.shop.currency)]] : [])));
}

/** Of any status: asked for active ones, SQLite would rather read all of those than look up some ids. */
const cardsById = (db: Context["db"]) =>
  db
    .select({ ...cardColumns(db), status: products.status })
    .from(products)
    .leftJoin(brands, cardParts.brand)
    .leftJoin(productImages, cardParts.image)
    .leftJoin(media, cardParts.media)
    .where(isInList(products.id, sql.placeholder("ids")))
    .prepare("cards by id");

export function cardView(row: CardRow, currency: string): ProductCardView {
  const { priceFromMinor: from, compareAtMinor } = row;
  return {
    id: row.id,
    slug: row.slug,
    title: row.title,
    brand: row.brandId && row.brandSlug && row.brandName ? { id: row.brandId, slug: row.brandSlug, name: row.brandName } : null,
    image: imageView(row),
    priceFrom: from === null ? null : { amountMinor: from, currency },
    hasPriceRange: from !== row.priceToMinor,
    compareAt: from !== null && compareAtMinor !== null && compareAtMinor > from ? { amountMinor: compareAtMinor, currency } : null,
    isInStock: row.isInStock,
  };
}

function compareAtOfCheapest(db: Context["db"]): SQL<number | null> {
  const cheapest = db
    .select({ compareAt: sql`max(${variantPrices.compareAtMinor})` })
    .from(variants)
    .innerJoin(variantPrices, and(eq(variantPrices.variantId, variants.id), eq(variantPrices.currency, sql.placeholder("currency"))))
    .where(
      and(
        eq(variants.productId, products.id),
        isNull(variants.archivedAt),
        eq(variantPrices.priceMinor, products.priceFromMinor),
      ),
    );
  return sql<number | null>`(${cheapest})`;
}
