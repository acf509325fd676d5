import { attributeChoices, attributes, brands, categoryListings, productAttributes, products } from "@cartwright/db";
import { and, asc, count, eq, exists, inArray, isNotNull, isNull, max, min, sql, type Column, type SQL } from "drizzle-orm";
import type { Context } from "../kernel/index.ts";
import { groupBy } from "./group-by.ts";
import type { AttributeFacetView, FiltersView } from "./views.ts";

export interface FilterScope {
  categoryId: string | null;
  brandId: string | null;
}

const maxValues = 100;

/** Counted over all active products of the scope: four statements, which take long in a large shop. */
export async function loadFilters(ctx: Context, scope: FilterScope): Promise<FiltersView> {
  return {
    brands: await loadBrands(ctx, scope),
    price: await loadPriceRange(ctx, scope),
    attributes: await loadFacets(ctx, scope),
  };
}

async function loadBrands(ctx: Context, scope: FilterScope): Promise<FiltersView["brands"]> {
  const counted = ctx.db
    .select({ brandId: products.brandId, count: count().as("count") })
    .from(products)
    .where(and(isInScope(ctx, scope, products.id), eq(products.status, "active"), isNotNull(products.brandId)))
    .groupBy(products.brandId)
    .as("counted");
  return ctx.db
    .select({ id: brands.id, slug: brands.slug, name: brands.name, count: counted.count })
    .from(counted)
    .innerJoin(brands, and(eq(brands.id, counted.brandId), isNull(brands.archivedAt)))
    .orderBy(asc(brands.sortKey), asc(brands.id));
}

async function loadPriceRange(ctx: Context, scope: FilterScope): Promise<FiltersView["price"]> {
  const [row] = await ctx.db
    .select({ minMinor: min(products.priceFromMinor), maxMinor: max(products.priceFromMinor) })
    .from(products)
    .where(and(isInScope(ctx, scope, products.id), eq(products.status, "active")));
  if (!row || row.minMinor === null || row.maxMinor === null) return null;
  return { minMinor: row.minMinor, maxMinor: row.maxMinor, currency: ctx.shop.currency };
}

async function loadFacets(ctx: Context, scope: FilterScope): Promise<AttributeFacetView[]> {
  const facets = await ctx.db
    .select()
    .from(attributes)
    .where(and(eq(attributes.isFacet, true), isNull(attributes.archivedAt)))
    .orderBy(asc(attributes.position), asc(attributes.code));
  if (facets.length === 0) return [];
  const groups = await loadGroups(ctx, scope, facets.map((facet) => facet.id));
  const byAttribute = groupBy(groups, (group) => group.attributeId);
  return facets.flatMap(({ id, code, name, type, unit }) => {
    const own = byAttribute.get(id) ?? [];
    const [first] = own;
    if (!first) return [];
    const range = first.min !== null && first.max !== null ? { min: first.min, max: first.max } : null;
    const values = own.flatMap(facetValue).toSorted(byPosition).slice(0, maxValues);
    return [{ code, name, type, unit, values: values.map(({ value, label, count }) => ({ value, label, count })), range }];
  });
}

function loadGroups(ctx: Context, scope: FilterScope, attributeIds: string[]) {
  const { attributeId, choiceId, textValue, booleanValue, numberValue, productId } = productAttributes;
  const counted = ctx.db
    .select({
      attributeId,
      choiceId,
      textValue,
      booleanValue,
      min: min(numberValue).as("min"),
      max: max(numberValue).as("max"),
      count: count().as("count"),
    })
    .from(productAttributes)
    .where(and(inArray(attributeId, attributeIds), isInScope(ctx, scope, productId), isActive(ctx, scope, productId)))
    .groupBy(attributeId, choiceId, textValue, booleanValue)
    .as("counted");
  return ctx.db
    .select({
      attributeId: counted.attributeId,
      textValue: counted.textValue,
      booleanValue: counted.booleanValue,
      min: sql<number | null>`${counted.min}`,
      max: sql<number | null>`${counted.max}`,
      count: counted.count,
      choiceSlug: attributeChoices.slug,
      choiceName: attributeChoices.name,
      choicePosition: attributeChoices.position,
    })
    .from(counted)
    .leftJoin(attributeChoices, eq(attributeChoices.id, counted.choiceId));
}

type Group = Awaited<ReturnType<typeof loadGroups>>[number];
type FacetValue = AttributeFacetView["values"][number] & { position: number };

function facetValue(group: Group): FacetValue[] {
  const { count } = group;
  if (group.choiceSlug !== null) {
    return [{ value: group.choiceSlug, label: group.choiceName ?? "", count, position: group.choicePosition ?? 0 }];
  }
  if (group.textValue !== null) return [{ value: group.textValue, label: group.textValue, count, position: 0 }];
  if (group.booleanValue !== null) {
    return [{ value: String(group.booleanValue), label: group.booleanValue ? "Yes" : "No", count, position: group.booleanValue ? 0 : 1 }];
  }
  return [];
}

/** Choices in their own order, texts by how many products have them. */
function byPosition(a: FacetValue, b: FacetValue): number {
  return a.position - b.position || b.count - a.count || (a.label < b.label ? -1 : 1);
}

function isInScope(ctx: Context, { categoryId, brandId }: FilterScope, productId: Column): SQL | undefined {
  const isInCategory = categoryId
    ? exists(
        ctx.db
          .select({ one: sql`1` })
          .from(categoryListings)
          .where(and(eq(categoryListings.categoryId, categoryId), eq(categoryListings.productId, productId))),
      )
    : undefined;
  if (!brandId) return isInCategory;
  const isOfBrand =
    productId.table === products
      ? eq(products.brandId, brandId)
      : exists(
          ctx.db
            .select({ one: sql`1` })
            .from(products)
            .where(and(eq(products.id, productId), eq(products.brandId, brandId))),
        );
  return and(isInCategory, isOfBrand);
}

/** A category lists active products only, so that they need no second look. */
function isActive(ctx: Context, { categoryId }: FilterScope, productId: Column): SQL | undefined {
  if (categoryId) return undefined;
  return exists(
    ctx.db
      .select({ one: sql`1` })
      .from(products)
      .where(and(eq(products.id, productId), eq(products.status, "active"))),
  );
}
