import { attributeChoices, attributes, brands, media } from "@cartwright/db";
import { and, eq, inArray, isNull, or } from "drizzle-orm";
import type { Context } from "../kernel/index.ts";
import { attributeRows, type KnownAttribute } from "./attribute-values.ts";
import { findCategoryNode, loadCategoryTree } from "./category-tree.ts";
import { groupBy } from "./group-by.ts";
import type { Problem } from "./problems.ts";
import type { AttributeContent, ImageContent, StoredProduct } from "./product-content.ts";
import type { AttributeValueInput, ImageInput } from "./schemas.ts";
import { slugOf } from "./slug-of.ts";

/** What was found for a reference, and what was not, by field. */
export interface Resolved<Value> {
  value: Value;
  problems: Problem[];
}

export async function resolveBrand(ctx: Context, handle: string | null): Promise<Resolved<string | null>> {
  if (handle === null) return { value: null, problems: [] };
  const [row] = await ctx.db
    .select({ id: brands.id })
    .from(brands)
    .where(and(or(eq(brands.id, handle), eq(brands.slug, handle)), isNull(brands.archivedAt)));
  if (!row) return { value: null, problems: [{ field: "brand", message: `There is no brand "${handle}".` }] };
  return { value: row.id, problems: [] };
}

export async function resolveCategories(ctx: Context, handles: readonly string[]): Promise<Resolved<string[]>> {
  const tree = await loadCategoryTree(ctx);
  const problems: Problem[] = [];
  const ids = handles.flatMap((handle, i) => {
    const node = findCategoryNode(tree, handle);
    if (node) return [node.id];
    problems.push({ field: `categories.${i}`, message: `There is no category "${handle}".` });
    return [];
  });
  return { value: [...new Set(ids)], problems };
}

/** Pictures by the id they have in the product, by that of a stored one, or by an address. */
export async function resolveImages(
  ctx: Context,
  images: readonly ImageInput[],
  own: StoredProduct["images"],
): Promise<Resolved<ImageContent[]>> {
  const mediaIds = images.flatMap((image) => image.mediaId ?? []);
  const known = mediaIds.length === 0 ? [] : await ctx.db.select({ id: media.id }).from(media).where(inArray(media.id, mediaIds));
  const problems: Problem[] = [];
  const value = images.map(({ id, mediaId, url, alt }, i): ImageContent => {
    const before = own.find((image) => image.id === id);
    if (id !== undefined && !before) problems.push({ field: `images.${i}.id`, message: `The product has no picture ${id}.` });
    if (mediaId !== undefined && !known.some((row) => row.id === mediaId)) {
      problems.push({ field: `images.${i}.mediaId`, message: `There is no stored picture ${mediaId}.` });
    }
    if (id === undefined && mediaId === undefined && url === undefined) {
      problems.push({ field: `images.${i}.url`, message: "Give a stored picture or an address." });
    }
    const source = mediaId !== undefined || url !== undefined ? { mediaId, sourceUrl: url } : before;
    return { id: before?.id, mediaId: source?.mediaId ?? null, sourceUrl: source?.sourceUrl ?? null, alt };
  });
  return { value, problems };
}

export async function resolveAttributes(
  ctx: Context,
  values: Record<string, AttributeValueInput>,
): Promise<Resolved<AttributeContent[]>> {
  const known = await findAttributes(ctx, Object.keys(values));
  const problems: Problem[] = [];
  const rows = Object.entries(values).flatMap(([code, value]) => {
    const field = `attributes.${code}`;
    const attribute = known.get(code);
    const result = attribute ? attributeRows(attribute, value, slugOf) : { problem: `There is no attribute "${code}".` };
    if ("rows" in result) return result.rows;
    problems.push({ field, message: result.problem });
    return [];
  });
  return { value: rows, problems };
}

/** Attributes that are not archived, by code, with the choices of lists. Two statements. */
export async function findAttributes(ctx: Context, codes: readonly string[]): Promise<Map<string, KnownAttribute>> {
  if (codes.length === 0) return new Map();
  const rows = await ctx.db
    .select({ id: attributes.id, code: attributes.code, type: attributes.type })
    .from(attributes)
    .where(and(inArray(attributes.code, [...codes]), isNull(attributes.archivedAt)));
  const ids = rows.map((row) => row.id);
  const choices = ids.length === 0 ? [] : await ctx.db.select().from(attributeChoices).where(inArray(attributeChoices.attributeId, ids));
  const byAttribute = groupBy(choices, (choice) => choice.attributeId);
  return new Map(
    rows.map((row) => [
      row.code,
      { ...row, choices: new Map((byAttribute.get(row.id) ?? []).map((choice) => [choice.slug, choice.id])) },
    ]),
  );
}
