import { brands } from "@cartwright/db";
import { asc, isNull } from "drizzle-orm";
import type { Context } from "../kernel/index.ts";
import { getListingCounts } from "./listing-counts.ts";
import type { BrandView } from "./views.ts";

/** All brands by name. Counts of active products may be some seconds old. */
export async function listBrands(ctx: Context): Promise<BrandView[]> {
  const { byBrand } = await getListingCounts(ctx);
  const rows = await ctx.db
    .select({ id: brands.id, slug: brands.slug, name: brands.name, description: brands.description })
    .from(brands)
    .where(isNull(brands.archivedAt))
    .orderBy(asc(brands.sortKey), asc(brands.id));
  return rows.map((row) => ({ ...row, productCount: byBrand.get(row.id) ?? 0 }));
}
