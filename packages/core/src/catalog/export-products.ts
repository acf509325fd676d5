import { products } from "@cartwright/db";
import { and, asc, gt, isNull } from "drizzle-orm";
import { decodeCursor, encodeCursor, requirePermission, type Context } from "../kernel/index.ts";
import { loadCategoryTree } from "./category-tree.ts";
import { exportedProduct } from "./exported-product.ts";
import { loadExportNames } from "./load-export-names.ts";
import { loadStoredProducts } from "./load-stored-products.ts";
import type { ExportProductsInput } from "./schemas.ts";
import type { ExportPageView } from "./views.ts";

/**
 * Products that are not archived, by slug, as `importProducts` takes them: in an empty shop they give the same pages
 * again. Stock is what is on hand now. A fixed number of statements a page. Errors: `page.bad_cursor`, `access.*`.
 */
export async function exportProducts(ctx: Context, input: ExportProductsInput): Promise<ExportPageView> {
  requirePermission(ctx, "catalog.read");
  const after = input.cursor ? String(decodeCursor(input.cursor, ["string"])[0]) : null;
  const rows = await ctx.db
    .select({ id: products.id, slug: products.slug })
    .from(products)
    .where(and(isNull(products.archivedAt), after === null ? undefined : gt(products.slug, after)))
    .orderBy(asc(products.slug))
    .limit(input.limit + 1);
  const shown = rows.slice(0, input.limit);
  const stored = await loadStoredProducts(ctx, shown.map((row) => row.id));
  const tree = await loadCategoryTree(ctx);
  const names = await loadExportNames(ctx, [...stored.values()]);
  const last = shown.at(-1);
  return {
    products: shown.flatMap(({ id }) => {
      const product = stored.get(id);
      return product ? [exportedProduct(product, { tree, ...names, currency: ctx.shop.currency })] : [];
    }),
    nextCursor: rows.length > input.limit && last ? encodeCursor([last.slug]) : null,
  };
}
