import { categoryListings, products } from "@cartwright/db";
import { count, eq } from "drizzle-orm";
import { Cached, type Context } from "../kernel/index.ts";

/** How many active products there are, by id of the category (with everything below it) and of the brand. */
export interface ListingCounts {
  byCategory: ReadonlyMap<string, number>;
  byBrand: ReadonlyMap<string, number>;
}

const cachedCounts = new Cached(loadCounts);

/** May be some seconds old. */
export function getListingCounts(ctx: Context): Promise<ListingCounts> {
  return cachedCounts.get(ctx);
}

export function forgetListingCounts(ctx: Context): void {
  cachedCounts.forget(ctx);
}

async function loadCounts(ctx: Context): Promise<ListingCounts> {
  const categories = await ctx.db
    .select({ id: categoryListings.categoryId, count: count() })
    .from(categoryListings)
    .groupBy(categoryListings.categoryId);
  const brands = await ctx.db
    .select({ id: products.brandId, count: count() })
    .from(products)
    .where(eq(products.status, "active"))
    .groupBy(products.brandId);
  return {
    byCategory: new Map(categories.map((row) => [row.id, row.count])),
    byBrand: new Map(brands.flatMap((row) => (row.id === null ? [] : [[row.id, row.count]]))),
  };
}
