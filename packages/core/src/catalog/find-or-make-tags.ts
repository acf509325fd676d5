import { chunked, tags } from "@cartwright/db";
import { inArray } from "drizzle-orm";
import { newId, type Context } from "../kernel/index.ts";
import { groupBy } from "./group-by.ts";
import { slugOf } from "./slug-of.ts";

/** Ids of tags by name; those that are new are made. `Sale` and `sale` are one tag. Call it inside a transaction. */
export async function findOrMakeTags(ctx: Context, names: Iterable<string>): Promise<Map<string, string>> {
  const namesOf = groupBy([...new Set(names)], slugOf);
  const slugs = [...namesOf.keys()];
  const known = await findTags(ctx, slugs);
  const missing = slugs.filter((slug) => !known.has(slug));
  if (missing.length > 0) {
    const rows = missing.map((slug) => ({ id: newId("tag"), slug, name: namesOf.get(slug)?.[0] ?? slug }));
    // Somebody else may make the same one right now; then theirs is taken.
    for (const chunk of chunked(rows)) await ctx.db.insert(tags).values(chunk).onConflictDoNothing();
    for (const [slug, id] of await findTags(ctx, missing)) known.set(slug, id);
  }
  const ids = new Map<string, string>();
  for (const [slug, own] of namesOf) {
    const id = known.get(slug);
    if (id !== undefined) for (const name of own) ids.set(name, id);
  }
  return ids;
}

async function findTags(ctx: Context, slugs: readonly string[]): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (const chunk of chunked(slugs)) {
    const rows = await ctx.db.select({ id: tags.id, slug: tags.slug }).from(tags).where(inArray(tags.slug, chunk));
    for (const row of rows) found.set(row.slug, row.id);
  }
  return found;
}
