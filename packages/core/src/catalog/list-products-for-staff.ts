import { brands, containsText, productCategories, products, variants } from "@cartwright/db";
import { and, count, desc, eq, exists, inArray, isNull, lt, or, sql, type SQL } from "drizzle-orm";
import { availableSum } from "../inventory/index.ts";
import { countTotal, cutPage, decodeCursor, requirePermission, sortKey, type Context, type Page } from "../kernel/index.ts";
import { subtreeOf } from "./category-tree.ts";
import { resolveCategory } from "./resolve-category.ts";
import type { ListProductsForStaffInput } from "./schemas.ts";
import type { StaffProductRowView } from "./views.ts";

/**
 * Products of any status, newest first; archived ones only when asked for. Two statements.
 * Errors: `category.not_found`, `page.bad_cursor`, `access.*`.
 */
export async function listProductsForStaff(ctx: Context, input: ListProductsForStaffInput): Promise<Page<StaffProductRowView>> {
  requirePermission(ctx, "catalog.read");
  const conditions = await conditionsOf(ctx, input);
  const rows = await loadRows(ctx, conditions, input);
  const { shown, nextCursor } = cutPage(rows, input.limit, ({ id }) => [id]);
  const total = await countTotal(ctx, ctx.db.select({ one: sql<number>`1`.as("one") }).from(products).where(and(...conditions)));
  return {
    items: shown.map(({ priceFromMinor, updatedAt, ...row }) => ({
      ...row,
      priceFrom: priceFromMinor === null ? null : { amountMinor: priceFromMinor, currency: ctx.shop.currency },
      updatedAt: updatedAt.toISOString(),
    })),
    nextCursor,
    total,
  };
}

/** The page is cut out along the ids first; only its rows are counted up. */
function loadRows(ctx: Context, conditions: SQL[], { cursor, limit }: { cursor?: string | null | undefined; limit: number }) {
  const after = cursor ? String(decodeCursor(cursor, ["string"])[0]) : null;
  const page = ctx.db
    .select({ listedId: sql<string>`${products.id}`.as("listed_id") })
    .from(products)
    .where(and(...conditions, after === null ? undefined : lt(products.id, after)))
    .orderBy(desc(products.id))
    .limit(limit + 1)
    .as("page");
  const ofProduct = and(eq(variants.productId, products.id), isNull(variants.archivedAt));
  const variantCount = ctx.db.select({ count: count() }).from(variants).where(ofProduct);
  const available = ctx.db
    .select({ sum: sql`coalesce(sum(${availableSum(sql`${variants}.${sql.identifier("id")}`)}), 0)` })
    .from(variants)
    .where(ofProduct);
  return ctx.db
    .select({
      id: products.id,
      slug: products.slug,
      title: products.title,
      status: products.status,
      brand: brands.name,
      variantCount: sql<number>`(${variantCount})`.mapWith(Number),
      priceFromMinor: products.priceFromMinor,
      available: sql<number>`(${available})`.mapWith(Number),
      updatedAt: products.updatedAt,
    })
    .from(page)
    .innerJoin(products, eq(products.id, page.listedId))
    .leftJoin(brands, and(eq(brands.id, products.brandId), isNull(brands.archivedAt)))
    .orderBy(desc(products.id));
}

async function conditionsOf(ctx: Context, { status, text, category }: ListProductsForStaffInput): Promise<SQL[]> {
  const conditions: (SQL | undefined)[] = [
    // Through coalesce, so that no index on the status is taken, by which all of its products would be sorted.
    status ? sql`coalesce(${products.status}, '') = ${status}` : isNull(products.archivedAt),
    text ? hasText(ctx, text) : undefined,
    category ? await isPlacedUnder(ctx, category) : undefined,
  ];
  return conditions.filter((condition) => condition !== undefined);
}

function hasText(ctx: Context, text: string): SQL | undefined {
  const hasSku = exists(
    ctx.db
      .select({ one: sql`1` })
      .from(variants)
      .where(and(eq(variants.productId, products.id), containsText(variants.sku, text))),
  );
  return or(containsText(products.sortKey, sortKey(text)), containsText(products.slug, text), hasSku);
}

async function isPlacedUnder(ctx: Context, category: string): Promise<SQL> {
  const { node } = await resolveCategory(ctx, category);
  const ids = subtreeOf(node).map((below) => below.id);
  return exists(
    ctx.db
      .select({ one: sql`1` })
      .from(productCategories)
      .where(and(eq(productCategories.productId, products.id), inArray(productCategories.categoryId, ids))),
  );
}
