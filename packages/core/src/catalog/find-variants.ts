import { products, variants } from "@cartwright/db";
import { and, asc, eq, inArray, isNull, or, type SQL } from "drizzle-orm";
import { hasPermission, requirePermission, type Context } from "../kernel/index.ts";
import { loadVariantTitles } from "./find-sellable-variants.ts";
import type { FindVariantsInput } from "./schemas.ts";
import type { VariantRefView } from "./views.ts";

/**
 * Variants by id, SKU or barcode, and all of a product by its slug, in the order of the handles and each once.
 * What nobody knows is left out. Needs `catalog.read` or `stock.read`. Three statements.
 */
export async function findVariants(ctx: Context, input: FindVariantsInput): Promise<VariantRefView[]> {
  if (!hasPermission(ctx.actor, "stock.read")) requirePermission(ctx, "catalog.read");
  const { handles } = input;
  const named = await select(ctx, or(inArray(variants.id, handles), inArray(variants.sku, handles), inArray(variants.barcode, handles)));
  const ofProducts = await select(ctx, and(inArray(products.slug, handles), isNull(products.archivedAt)));
  const found = [...named, ...ofProducts];
  const ordered = handles.flatMap((handle) => found.filter((row) => isMeant(row, handle)));
  const titles = await loadVariantTitles(ctx, found.map((row) => row.id));
  return [...new Map(ordered.map((row) => [row.id, { ...row, variantTitle: titles.get(row.id) ?? "" }])).values()];
}

function select(ctx: Context, condition: SQL | undefined): Promise<Omit<VariantRefView, "variantTitle">[]> {
  return ctx.db
    .select({
      id: variants.id,
      sku: variants.sku,
      barcode: variants.barcode,
      productId: products.id,
      productSlug: products.slug,
      productTitle: products.title,
    })
    .from(variants)
    .innerJoin(products, eq(products.id, variants.productId))
    .where(and(condition, isNull(variants.archivedAt)))
    .orderBy(asc(products.slug), asc(variants.position), asc(variants.id));
}

function isMeant(row: Omit<VariantRefView, "variantTitle">, handle: string): boolean {
  return row.id === handle || row.sku === handle || row.barcode === handle || row.productSlug === handle;
}
