import { productAttributes, productCategories, products } from "@cartwright/db";
import { and, asc, eq, gt, inArray } from "drizzle-orm";
import type { Context } from "../kernel/index.ts";
import { loadCategoryTree, subtreeOf } from "./category-tree.ts";

/** What products may be reached through. */
export type ProductGroup = { categoryId: string } | { brandId: string } | { attributeId: string };

/**
 * Ids of all products that are in a category or below it, of a brand or that have an attribute, archived ones too, a
 * page at a time in their order.
 */
export async function listProductsUnder(ctx: Context, group: ProductGroup, page: { after: string; limit: number }): Promise<string[]> {
  return (await pageOf(ctx, group, page)).map(({ id }) => id);
}

async function pageOf(ctx: Context, group: ProductGroup, { after, limit }: { after: string; limit: number }): Promise<{ id: string }[]> {
  const { db } = ctx;
  if ("brandId" in group) {
    return db.select({ id: products.id }).from(products).where(and(eq(products.brandId, group.brandId), gt(products.id, after))).orderBy(asc(products.id)).limit(limit);
  }
  if ("categoryId" in group) {
    const node = (await loadCategoryTree(ctx)).byId.get(group.categoryId);
    const ids = [group.categoryId, ...(node ? subtreeOf(node).map(({ id }) => id) : [])];
    const { productId: id, categoryId } = productCategories;
    return db.selectDistinct({ id }).from(productCategories).where(and(inArray(categoryId, ids), gt(id, after))).orderBy(asc(id)).limit(limit);
  }
  const { productId: id, attributeId } = productAttributes;
  return db
    .selectDistinct({ id })
    .from(productAttributes)
    .where(and(eq(attributeId, group.attributeId), gt(id, after)))
    .orderBy(asc(id))
    .limit(limit);
}
