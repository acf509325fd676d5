import { brands, chunked } from "@cartwright/db";
import { and, inArray, isNull, or } from "drizzle-orm";
import { newId, sortKey, type Context } from "../kernel/index.ts";
import { slugOf } from "./slug-of.ts";

/** Ids of brands by name; those that are new are made. A brand is known by its name or its slug. Call it inside a transaction. */
export async function findOrMakeBrands(ctx: Context, names: ReadonlySet<string>): Promise<Map<string, string>> {
  const found = await findBrands(ctx, [...names]);
  const missing = [...names].filter((name) => !found.has(name));
  if (missing.length === 0) return found;
  const now = ctx.clock.now();
  const rows = missing.map((name) => ({
    id: newId("brd"),
    slug: slugOf(name),
    name,
    sortKey: sortKey(name),
    description: "",
    createdAt: now,
    updatedAt: now,
  }));
  // Two of the missing may be one brand in two spellings, and somebody else may make it right now.
  for (const chunk of chunked(rows)) await ctx.db.insert(brands).values(chunk).onConflictDoNothing();
  return new Map([...found, ...(await findBrands(ctx, missing))]);
}

async function findBrands(ctx: Context, names: readonly string[]): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (const chunk of chunked(names, 500)) {
    const rows = await ctx.db
      .select({ id: brands.id, slug: brands.slug, name: brands.name })
      .from(brands)
      .where(and(or(inArray(brands.name, chunk), inArray(brands.slug, chunk.map(slugOf))), isNull(brands.archivedAt)));
    const byName = new Map(rows.map((row) => [row.name, row.id]));
    const bySlug = new Map(rows.map((row) => [row.slug, row.id]));
    for (const name of chunk) {
      const id = byName.get(name) ?? bySlug.get(slugOf(name));
      if (id !== undefined) found.set(name, id);
    }
  }
  return found;
}
