import { brands } from "@cartwright/db";
import { and, eq, isNull } from "drizzle-orm";
import { Cached, notFound, type Context } from "../kernel/index.ts";
import { loadFilters } from "./load-filters.ts";
import { resolveCategory } from "./resolve-category.ts";
import type { FiltersView } from "./views.ts";

const cachedFilters = new Cached((ctx, key: string) => {
  const [categoryId, brandId] = key.split(" ");
  return loadFilters(ctx, { categoryId: categoryId || null, brandId: brandId || null });
});

/**
 * What the list of a category, a brand or everything can be narrowed by. Counts may be some seconds old, in large
 * shops a minute. Errors: `category.not_found`, `brand.not_found`.
 */
export async function getFilters(
  ctx: Context,
  input: { category?: string | undefined; brand?: string | undefined },
): Promise<FiltersView> {
  const categoryId = input.category ? (await resolveCategory(ctx, input.category)).node.id : "";
  const brandId = input.brand ? await getBrandId(ctx, input.brand) : "";
  return cachedFilters.get(ctx, `${categoryId} ${brandId}`);
}

export function forgetFilters(ctx: Context): void {
  cachedFilters.forget(ctx);
}

async function getBrandId(ctx: Context, handle: string): Promise<string> {
  const column = handle.includes("_") ? brands.id : brands.slug;
  const [row] = await ctx.db.select({ id: brands.id }).from(brands).where(and(eq(column, handle), isNull(brands.archivedAt)));
  if (!row) throw notFound("brand", handle);
  return row.id;
}
