import { brands, media, prepared, productImages, products } from "@cartwright/db";
import { and, count, eq, sql, type SQL } from "drizzle-orm";
import { boundedTotal, totalBound, type Context, type Total } from "../kernel/index.ts";
import { refOf } from "./category-tree.ts";
import { cursorAt, hasPlace, isBehindCursor, listingSource, orderOf, readCursor, type ListingSource } from "./listing-walk.ts";
import { getListingCounts } from "./listing-counts.ts";
import { cardColumns, cardParts, cardView } from "./product-cards.ts";
import { filterConditions, findBrandIds, isUnderCategory } from "./product-filters.ts";
import { resolveCategory } from "./resolve-category.ts";
import type { ListProductsInput, ProductSort } from "./schemas.ts";
import type { ProductListView, RefView } from "./views.ts";

/**
 * Active products, a page at a time. Two statements whatever the size of the list, and one more for each kind of
 * filter among brands, tags and attributes. Errors: `category.not_found`, `page.bad_cursor`.
 */
export async function listProducts(ctx: Context, input: ListProductsInput): Promise<ProductListView> {
  const category = input.category ? refOf((await resolveCategory(ctx, input.category)).node) : null;
  const brandIds = await findBrandIds(ctx, input.brands);
  const isWalkingBrand = category !== null && (await isNarrower(ctx, brandIds, category.id));
  const source = listingSource(category !== null && !isWalkingBrand);
  const conditions = await filterConditions(ctx, source, { ...input, brandIds });
  if (isWalkingBrand) conditions.push(isUnderCategory(ctx, source));
  const list = { source, conditions, category, sort: input.sort };
  const rows = await loadCards(ctx, list, input);
  const total = await countListed(ctx, list);
  const shown = rows.slice(0, input.limit);
  const last = shown.at(-1);
  return {
    category,
    items: shown.map((row) => cardView(row, ctx.shop.currency)),
    nextCursor: rows.length > input.limit && last ? cursorAt(last, input.sort) : null,
    total,
  };
}

interface List {
  source: ListingSource;
  conditions: SQL[];
  category: RefView | null;
  sort: ProductSort;
}

/** Whether it is shorter to look through the brands for what is in the category than the other way round. */
async function isNarrower(ctx: Context, brandIds: string[] | null, categoryId: string): Promise<boolean> {
  if (!brandIds) return false;
  const { byBrand, byCategory } = await getListingCounts(ctx);
  return brandIds.reduce((sum, id) => sum + (byBrand.get(id) ?? 0), 0) < (byCategory.get(categoryId) ?? 0);
}

function loadCards(ctx: Context, list: List, { cursor, limit }: { cursor?: string | null | undefined; limit: number }) {
  const after = cursor ? readCursor(cursor, list.sort) : null;
  const shape = `cards ${list.category !== null} ${list.sort} ${after !== null} ${limit}`;
  const prepare = (db: Context["db"]) => cardsQuery(db, list, after !== null, limit).prepare(shape);
  // With filters the text differs from call to call, so that keeping it is of no use.
  const query = list.conditions.length === 0 ? prepared(ctx, shape, prepare) : prepare(ctx.db);
  return query.execute({ ...after, category: list.category?.id, currency: ctx.shop.currency });
}

/** The page is cut out along one index first; only its rows are looked up further. */
function cardsQuery(db: Context["db"], { source, conditions, sort }: List, hasCursor: boolean, limit: number) {
  const page = db
    .select({ listedId: sql<string>`${source.productId}`.as("listed_id") })
    .from(source.table)
    .where(and(source.isListed, hasPlace(source, sort), ...conditions, hasCursor ? isBehindCursor(source, sort) : undefined))
    .orderBy(...orderOf(source.columns, source.productId, sort))
    .limit(limit + 1)
    .as("page");
  return db
    .select(cardColumns(db))
    .from(page)
    .innerJoin(products, eq(products.id, page.listedId))
    .leftJoin(brands, cardParts.brand)
    .leftJoin(productImages, cardParts.image)
    .leftJoin(media, cardParts.media)
    .orderBy(...orderOf(products, products.id, sort));
}

async function countListed(ctx: Context, list: List): Promise<Total> {
  const shape = `count ${list.category !== null}`;
  const prepare = (db: Context["db"]) => countQuery(db, list).prepare(shape);
  const query = list.conditions.length === 0 ? prepared(ctx, shape, prepare) : prepare(ctx.db);
  const [row] = await query.execute({ category: list.category?.id });
  return boundedTotal(row?.count ?? 0);
}

function countQuery(db: Context["db"], { source, conditions }: List) {
  const bounded = db
    .select({ one: sql<number>`1`.as("one") })
    .from(source.table)
    .where(and(source.isListed, ...conditions))
    .limit(totalBound + 1)
    .as("bounded");
  return db.select({ count: count() }).from(bounded);
}
