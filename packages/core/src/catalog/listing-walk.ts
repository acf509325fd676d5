import { categoryListings, products } from "@cartwright/db";
import { asc, desc, eq, isNotNull, sql, type SQL, type SQLWrapper } from "drizzle-orm";
import { decodeCursor, encodeCursor } from "../kernel/index.ts";
import type { ProductSort } from "./schemas.ts";

type SortKey = "publishedAt" | "priceFromMinor" | "sortKey";

const walks: Record<ProductSort, { key: SortKey; isDescending: boolean }> = {
  newest: { key: "publishedAt", isDescending: true },
  price_asc: { key: "priceFromMinor", isDescending: false },
  price_desc: { key: "priceFromMinor", isDescending: true },
  name_asc: { key: "sortKey", isDescending: false },
  name_desc: { key: "sortKey", isDescending: true },
};

/** Where a list is read from: all active products, or those found under a category. Both have an index for each sort. */
export function listingSource(isCategory: boolean) {
  return isCategory
    ? {
        table: categoryListings,
        productId: categoryListings.productId,
        priceFromMinor: categoryListings.priceFromMinor,
        columns: categoryListings,
        isListed: eq(categoryListings.categoryId, sql.placeholder("category")),
      }
    : {
        table: products,
        productId: products.id,
        priceFromMinor: products.priceFromMinor,
        columns: products,
        isListed: eq(products.status, "active"),
      };
}
export type ListingSource = ReturnType<typeof listingSource>;

/** A product without a price, which none for sale is, has no place among prices. */
export function hasPlace(source: ListingSource, sort: ProductSort): SQL | undefined {
  return walks[sort].key === "priceFromMinor" ? isNotNull(source.priceFromMinor) : undefined;
}

/** Rows behind the cursor's, which comes in the placeholders `key` and `id`. */
export function isBehindCursor(source: ListingSource, sort: ProductSort): SQL {
  const { key, isDescending } = walks[sort];
  const column = source.columns[key];
  const keyOf = sql.param(sql.placeholder("key"), column);
  return sql`(${column}, ${source.productId}) ${sql.raw(isDescending ? "<" : ">")} (${keyOf}, ${sql.placeholder("id")})`;
}

export function orderOf(columns: Record<SortKey, SQLWrapper>, id: SQLWrapper, sort: ProductSort): [SQL, SQL] {
  const { key, isDescending } = walks[sort];
  const direction = isDescending ? desc : asc;
  return [direction(columns[key]), direction(id)];
}

/** What both databases take for a time. */
const earliestMs = Date.UTC(1000, 0);
const latestMs = Date.UTC(9999, 0);

export interface CursorKeys {
  key: Date | number | string;
  id: string;
}

/** Errors: `page.bad_cursor`. */
export function readCursor(cursor: string, sort: ProductSort): CursorKeys {
  const { key } = walks[sort];
  const [value = "", id = ""] = decodeCursor(cursor, [key === "sortKey" ? "string" : "number", "string"]);
  return { key: key === "publishedAt" ? new Date(Math.min(Math.max(Number(value), earliestMs), latestMs)) : value, id: String(id) };
}

export function cursorAt(
  row: { id: string; publishedAt: Date | null; priceFromMinor: number | null; sortKey: string },
  sort: ProductSort,
): string {
  const { key } = walks[sort];
  const value = row[key] ?? 0;
  return encodeCursor([value instanceof Date ? value.getTime() : value, row.id]);
}
