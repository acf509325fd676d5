import { attributeChoices, attributes, brands, categoryListings, productAttributes, products } from "@cartwright/db";
import { and, asc, count, eq, inArray, isNull, max, min, sql } from "drizzle-orm";
import type { Context } from "../kernel/index.ts";
import { groupBy } from "./group-by.ts";
import type { AttributeFacetView, FiltersView } from "./views.ts";

export interface FilterScope {
  categoryId: string | null;
  brandId: string | null;
}

const maxValues = 100;

/** Counted over all active products of the scope: three statements, which take long in a large shop. */
export async function loadFilters(ctx: Context, scope: FilterScope): Promise<FiltersView> {
  const groups = await loadBrandGroups(ctx, scope);
  const minimums = groups.flatMap((group) => group.minMinor ?? []);
  const maximums = groups.flatMap((group) => group.maxMinor ?? []);
  return {
    brands: groups.flatMap(({ id, slug, name, count }) => (id && slug && name ? [{ id, slug, name, count }] : [])),
    price:
      minimums.length === 0
        ? null
        : { minMinor: Math.min(...minimums), maxMinor: Math.max(...maximums), currency: ctx.shop.currency },
    attributes: await loadFacets(ctx, scope),
  };
}

/** The products of the scope, to be joined with. */
function scopedProducts(ctx: Context, { categoryId, brandId }: FilterScope) {
  const columns = {
    id: sql<string>`${products.id}`.as("scoped_id"),
    brandId: sql<string | null>`${products.brandId}`.as("scoped_brand_id"),
    priceMinor: sql<number | null>`${products.priceFromMinor}`.as("scoped_price_minor"),
  };
  const isOfBrand = brandId === null ? undefined : eq(products.brandId, brandId);
  if (categoryId === null) {
    return ctx.db.select(columns).from(products).where(and(eq(products.status, "active"), isOfBrand)).as("scoped");
  }
  return ctx.db
    .select(columns)
    .from(categoryListings)
    .innerJoin(products, eq(products.id, categoryListings.productId))
    .where(and(eq(categoryListings.categoryId, categoryId), isOfBrand))
    .as("scoped");
}

/** Products without a brand, or with one that is archived, count for the prices only. */
function loadBrandGroups(ctx: Context, scope: FilterScope) {
  const scoped = scopedProducts(ctx, scope);
  const counted = ctx.db
    .select({
      brandId: scoped.brandId,
      count: count().as("count"),
      minMinor: sql<number | null>`min(${scoped.priceMinor})`.as("min_minor"),
      maxMinor: sql<number | null>`max(${scoped.priceMinor})`.as("max_minor"),
    })
    .from(scoped)
    .groupBy(scoped.brandId)
    .as("counted");
  return ctx.db
    .select({
      id: brands.id,
      slug: brands.slug,
      name: brands.name,
      count: counted.count,
      minMinor: counted.minMinor,
      maxMinor: counted.maxMinor,
    })
    .from(counted)
    .leftJoin(brands, and(eq(brands.id, counted.brandId), isNull(brands.archivedAt)))
    .orderBy(asc(brands.sortKey), asc(brands.id));
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
  const scoped = scopedProducts(ctx, scope);
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
    .from(scoped)
    .innerJoin(productAttributes, and(eq(productId, scoped.id), inArray(attributeId, attributeIds)))
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
