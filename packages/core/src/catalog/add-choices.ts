import { attributeChoices, chunked } from "@cartwright/db";
import { eq, max } from "drizzle-orm";
import { newId, type Context } from "../kernel/index.ts";
import { groupBy } from "./group-by.ts";
import { slugOf } from "./slug-of.ts";

/** Adds choices behind those there are; one that is there already, by its slug, stays as it is. */
export async function addChoices(ctx: Context, attributeId: string, names: readonly string[]): Promise<void> {
  if (names.length === 0) return;
  const [last] = await ctx.db
    .select({ position: max(attributeChoices.position) })
    .from(attributeChoices)
    .where(eq(attributeChoices.attributeId, attributeId));
  const first = (last?.position ?? -1) + 1;
  const rows = [...groupBy(names, slugOf)].map(([slug, [name = slug]], i) => ({
    id: newId("cho"),
    attributeId,
    slug,
    name,
    position: first + i,
  }));
  for (const chunk of chunked(rows)) await ctx.db.insert(attributeChoices).values(chunk).onConflictDoNothing();
}
