import { categories, categoryListings, insertMany, lockRow, productCategories, products } from "@cartwright/db";
import { and, asc, eq, inArray, isNull, sql } from "drizzle-orm";
import { sortKey, type Context } from "../kernel/index.ts";
import { loadCategoryTree, pathTo, subtreeOf, type CategoryNode, type CategoryTree } from "./category-tree.ts";
import { priceRange, type ProductContent } from "./product-content.ts";

interface ListedProduct {
  id: string;
  content: ProductContent;
}

/** Lists new products under their categories and all above, if they are active. Call it inside a transaction. */
export async function listProductsInCategories(ctx: Context, listed: readonly ListedProduct[]): Promise<void> {
  const placed = listed.filter(({ content }) => content.status === "active" && content.categoryIds.length > 0);
  if (placed.length === 0) return;
  await lockCategoryTree(ctx);
  const tree = await loadCategoryTree(ctx);
  await insertMany(ctx.db, categoryListings, placed.flatMap((product) => listingRows(ctx, tree, product)));
}

/** Lists a product as it is now, and nowhere else. Call it inside a transaction. */
export async function relistProduct(ctx: Context, listed: ListedProduct): Promise<void> {
  await lockCategoryTree(ctx);
  await ctx.db.delete(categoryListings).where(eq(categoryListings.productId, listed.id));
  await listProductsInCategories(ctx, [listed]);
}

/**
 * Whoever lists products or moves categories comes here first and reads the tree afterwards, so that on Postgres
 * they do it one after another. The roots stand for the whole tree.
 */
export async function lockCategoryTree({ db }: Context): Promise<void> {
  await lockRow(db.select({ id: categories.id }).from(categories).where(isNull(categories.parentId)).orderBy(asc(categories.id)));
}

/** Lists everything found under a category anew. Call it after `lockCategoryTree`. */
export async function rebuildListing(ctx: Context, node: CategoryNode): Promise<void> {
  await ctx.db.delete(categoryListings).where(eq(categoryListings.categoryId, node.id));
  const ids = subtreeOf(node).map((below) => below.id);
  const found = ctx.db
    .selectDistinct({
      categoryId: sql<string>`cast(${node.id} as text)`.as("category_id"),
      productId: products.id,
      publishedAt: products.publishedAt,
      priceFromMinor: products.priceFromMinor,
      sortKey: products.sortKey,
    })
    .from(productCategories)
    .innerJoin(products, eq(products.id, productCategories.productId))
    .where(and(inArray(productCategories.categoryId, ids), eq(products.status, "active")));
  await ctx.db.insert(categoryListings).select(found);
}


function listingRows(ctx: Context, tree: CategoryTree, { id: productId, content }: ListedProduct) {
  const categoryIds = new Set(content.categoryIds.flatMap((id) => {
    const node = tree.byId.get(id);
    return node ? pathTo(node).map((above) => above.id) : [];
  }));
  const { from } = priceRange(content.variants, ctx.shop.currency);
  const { publishedAt } = content;
  if (from === null || publishedAt === null) throw new Error(`the active product ${productId} has no price or date`);
  const row = { productId, publishedAt, priceFromMinor: from, sortKey: sortKey(content.title) };
  return [...categoryIds].map((categoryId) => ({ categoryId, ...row }));
}
