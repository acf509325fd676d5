import { attributeChoices, attributes, brands, productAttributes, products, productTags, tags, variants } from "@cartwright/db";
import { and, between, eq, exists, gte, inArray, isNull, lte, or, sql, type SQL } from "drizzle-orm";
import { isAvailable } from "../inventory/index.ts";
import type { Context } from "../kernel/index.ts";
import type { ListingSource } from "./listing-walk.ts";
import type { AttributeFilter, ListProductsInput } from "./schemas.ts";

type Filters = Pick<ListProductsInput, "brands" | "tags" | "priceMinMinor" | "priceMaxMinor" | "attributes" | "inStock">;

/** Conditions on a row of the source. A brand, tag or attribute nobody knows matches nothing. */
export async function filterConditions(ctx: Context, source: ListingSource, filters: Filters): Promise<SQL[]> {
  const conditions: (SQL | undefined)[] = [
    filters.priceMinMinor === undefined ? undefined : gte(source.priceFromMinor, filters.priceMinMinor),
    filters.priceMaxMinor === undefined ? undefined : lte(source.priceFromMinor, filters.priceMaxMinor),
    filters.brands?.length ? await hasBrand(ctx, source, filters.brands) : undefined,
    filters.tags?.length ? await hasTag(ctx, source, filters.tags) : undefined,
    ...(filters.attributes?.length ? await hasAttributes(ctx, source, filters.attributes) : []),
    filters.inStock ? isInStock(ctx, source.productId) : undefined,
  ];
  return conditions.filter((condition) => condition !== undefined);
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

async function hasBrand(ctx: Context, source: ListingSource, slugs: string[]): Promise<SQL> {
  const found = await ctx.db.select({ id: brands.id }).from(brands).where(and(inArray(brands.slug, slugs), isNull(brands.archivedAt)));
  if (found.length === 0) return nothing;
  const isOfBrand = inArray(products.brandId, found.map((brand) => brand.id));
  if (source.table === products) return isOfBrand;
  return exists(ctx.db.select({ one: sql`1` }).from(products).where(and(eq(products.id, source.productId), isOfBrand)));
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
    .select({ id: attributes.id, code: attributes.code })
    .from(attributes)
    .where(and(inArray(attributes.code, codes), isNull(attributes.archivedAt)));
  const idOf = new Map(rows.map((row) => [row.code, row.id]));
  return filters.map((filter) => {
    const attributeId = idOf.get(filter.code);
    return attributeId === undefined ? nothing : hasValue(ctx, source, { ...filter, attributeId });
  });
}

function hasValue(ctx: Context, source: ListingSource, filter: AttributeFilter & { attributeId: string }): SQL {
  const { attributeId, values, min, max } = filter;
  const isValue: (SQL | undefined)[] = [];
  if (values?.length) isValue.push(isOneOf(ctx, attributeId, values));
  if (min !== undefined || max !== undefined) {
    isValue.push(between(productAttributes.numberValue, min ?? -Number.MAX_VALUE, max ?? Number.MAX_VALUE));
  }
  return exists(
    ctx.db
      .select({ one: sql`1` })
      .from(productAttributes)
      .where(
        and(eq(productAttributes.productId, source.productId), eq(productAttributes.attributeId, attributeId), or(...isValue)),
      ),
  );
}

function isOneOf(ctx: Context, attributeId: string, values: string[]): SQL | undefined {
  const booleans = values.filter((value) => value === "true" || value === "false").map((value) => value === "true");
  const choices = ctx.db
    .select({ id: attributeChoices.id })
    .from(attributeChoices)
    .where(and(eq(attributeChoices.attributeId, attributeId), inArray(attributeChoices.slug, values)));
  return or(
    inArray(productAttributes.textValue, values),
    inArray(productAttributes.choiceId, choices),
    booleans.length > 0 ? inArray(productAttributes.booleanValue, booleans) : undefined,
  );
}

const nothing = sql`1 = 0`;
