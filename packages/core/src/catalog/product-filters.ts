import { attributeChoices, attributes, brands, categoryListings, productAttributes, products, productTags, tags, variants } from "@cartwright/db";
import type { AttributeType } from "@cartwright/db/constants/catalog";
import { and, eq, exists, gte, inArray, isNull, lte, sql, type SQL } from "drizzle-orm";
import { isAvailable } from "../inventory/index.ts";
import type { Context } from "../kernel/index.ts";
import type { ListingSource } from "./listing-walk.ts";
import type { AttributeFilter, ListProductsInput } from "./schemas.ts";

type Filters = Pick<ListProductsInput, "tags" | "priceMinMinor" | "priceMaxMinor" | "attributes" | "inStock"> & {
  /** Ids of the brands that were asked for; null when none were. */
  brandIds: string[] | null;
};

/** Conditions on a row of the source. A brand, tag or attribute nobody knows matches nothing. */
export async function filterConditions(ctx: Context, source: ListingSource, filters: Filters): Promise<SQL[]> {
  const conditions: (SQL | undefined)[] = [
    filters.priceMinMinor === undefined ? undefined : gte(source.priceFromMinor, filters.priceMinMinor),
    filters.priceMaxMinor === undefined ? undefined : lte(source.priceFromMinor, filters.priceMaxMinor),
    filters.brandIds ? isOfBrand(ctx, source, filters.brandIds) : undefined,
    filters.tags?.length ? await hasTag(ctx, source, filters.tags) : undefined,
    ...(filters.attributes?.length ? await hasAttributes(ctx, source, filters.attributes) : []),
    filters.inStock ? isInStock(ctx, source.productId) : undefined,
  ];
  return conditions.filter((condition) => condition !== undefined);
}

/** Whether the product is found under the category in the placeholder. */
export function isUnderCategory(ctx: Context, source: ListingSource): SQL {
  const { categoryId, productId } = categoryListings;
  return exists(
    ctx.db
      .select({ one: sql`1` })
      .from(categoryListings)
      .where(and(eq(productId, source.productId), eq(categoryId, sql.placeholder("category")))),
  );
}

/** Whether any variant of the product can be sold now. */
export function isInStock(ctx: Pick<Context, "db">, productId: SQL | ListingSource["productId"]): SQL {
  return exists(
    ctx.db
      .select({ one: sql`1` })
      .from(variants)
      .where(and(eq(variants.productId, productId), isNull(variants.archivedAt), isAvailable(variants.id))),
  );
}

export async function findBrandIds(ctx: Context, slugs: readonly string[] | undefined): Promise<string[] | null> {
  if (!slugs?.length) return null;
  const isMeant = and(inArray(brands.slug, [...slugs]), isNull(brands.archivedAt));
  return (await ctx.db.select({ id: brands.id }).from(brands).where(isMeant)).map((brand) => brand.id);
}

function isOfBrand(ctx: Context, source: ListingSource, ids: string[]): SQL {
  if (ids.length === 0) return nothing;
  const isOne = inArray(products.brandId, ids);
  if (source.table === products) return isOne;
  return exists(ctx.db.select({ one: sql`1` }).from(products).where(and(eq(products.id, source.productId), isOne)));
}

async function hasTag(ctx: Context, source: ListingSource, slugs: string[]): Promise<SQL> {
  const found = await ctx.db.select({ id: tags.id }).from(tags).where(inArray(tags.slug, slugs));
  if (found.length === 0) return nothing;
  const ids = found.map((tag) => tag.id);
  return exists(
    ctx.db
      .select({ one: sql`1` })
      .from(productTags)
      .where(and(eq(productTags.productId, source.productId), inArray(productTags.tagId, ids))),
  );
}

async function hasAttributes(ctx: Context, source: ListingSource, filters: AttributeFilter[]): Promise<SQL[]> {
  const codes = filters.map((filter) => filter.code);
  const rows = await ctx.db
    .select({ id: attributes.id, code: attributes.code, type: attributes.type })
    .from(attributes)
    .where(and(inArray(attributes.code, codes), isNull(attributes.archivedAt)));
  return filters.map((filter) => {
    const attribute = rows.find((row) => row.code === filter.code);
    return attribute ? hasValue(ctx, source, { filter, attribute }) : nothing;
  });
}

function hasValue(
  ctx: Context,
  source: ListingSource,
  { filter, attribute }: { filter: AttributeFilter; attribute: { id: string; type: AttributeType } },
): SQL {
  const isOwn = eq(productAttributes.productId, source.productId);
  const isMeant = [eq(productAttributes.attributeId, attribute.id), ...valueConditions(ctx, filter, attribute)];
  return exists(ctx.db.select({ one: sql`1` }).from(productAttributes).where(and(isOwn, ...isMeant)));
}

/** Choices are looked up by themselves, because only so their index is used. */
function valueConditions(
  ctx: Context,
  { code: _, values, min, max }: AttributeFilter,
  { id, type }: { id: string; type: AttributeType },
): (SQL | undefined)[] {
  const { textValue, numberValue, booleanValue, choiceId } = productAttributes;
  const conditions = [
    min === undefined ? undefined : gte(numberValue, min),
    max === undefined ? undefined : lte(numberValue, max),
  ];
  if (!values?.length) return conditions;
  if (type === "text") return [...conditions, inArray(textValue, values)];
  if (type === "boolean") return [...conditions, inArray(booleanValue, values.map((value) => value === "true"))];
  if (type === "number") return [...conditions, inArray(numberValue, values.map(Number).filter(Number.isFinite))];
  const meant = ctx.db
    .select({ id: attributeChoices.id })
    .from(attributeChoices)
    .where(and(eq(attributeChoices.attributeId, id), inArray(attributeChoices.slug, values)));
  return [...conditions, inArray(choiceId, meant)];
}

const nothing = sql`1 = 0`;
