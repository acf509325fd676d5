import { attributeChoices, attributes } from "@cartwright/db";
import { asc, eq, isNull, type SQL } from "drizzle-orm";
import type { Context } from "../kernel/index.ts";
import { groupBy } from "./group-by.ts";
import type { AttributeView } from "./views.ts";

/** All attributes with their choices, in the order they are shown. Two statements. */
export function listAttributes(ctx: Context): Promise<AttributeView[]> {
  return loadAttributeViews(ctx, isNull(attributes.archivedAt));
}

/** The attributes that meet a condition. */
export async function loadAttributeViews(ctx: Context, condition: SQL): Promise<AttributeView[]> {
  const rows = await ctx.db.select().from(attributes).where(condition).orderBy(asc(attributes.position), asc(attributes.code));
  const choices = await ctx.db
    .select({ attributeId: attributeChoices.attributeId, slug: attributeChoices.slug, name: attributeChoices.name })
    .from(attributeChoices)
    .innerJoin(attributes, eq(attributes.id, attributeChoices.attributeId))
    .where(condition)
    .orderBy(asc(attributeChoices.position), asc(attributeChoices.slug));
  const byAttribute = groupBy(choices, (choice) => choice.attributeId);
  return rows.map(({ id, code, name, type, unit, isFacet }) => ({
    id,
    code,
    name,
    type,
    unit,
    isFacet,
    choices: (byAttribute.get(id) ?? []).map(({ slug, name }) => ({ slug, name })),
  }));
}
