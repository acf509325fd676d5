import { brands, categories, products, slugRedirects } from "@cartwright/db";
import type { SlugSubject } from "@cartwright/db/constants/catalog";
import { and, eq, inArray, isNull } from "drizzle-orm";
import { DomainError, type Context } from "../kernel/index.ts";
import { slugOf } from "./slug-of.ts";

const tables = { product: products, category: categories, brand: brands };

/**
 * The slug for something new: the one that was asked for, else the first free one made of its name.
 * Errors: `product.slug_taken`, `category.slug_taken`, `brand.slug_taken`.
 */
export async function chooseSlug(ctx: Context, subject: SlugSubject, { slug, name }: { slug?: string | undefined; name: string }): Promise<string> {
  if (slug !== undefined) {
    await requireFreeSlug(ctx, subject, slug, null);
    return slug;
  }
  const base = slugOf(name);
  for (let from = 1; ; from += 20) {
    const candidates = Array.from({ length: 20 }, (_, i) => numbered(base, from + i));
    const taken = await findTaken(ctx, subject, candidates);
    const free = candidates.find((candidate) => !taken.has(candidate));
    if (free !== undefined) return free;
  }
}

/** Errors: `product.slug_taken` and so on, when something else that is not archived has it. */
export async function requireFreeSlug(ctx: Context, subject: SlugSubject, slug: string, ownId: string | null): Promise<void> {
  const id = (await findTaken(ctx, subject, [slug])).get(slug);
  if (id !== undefined && id !== ownId) throw slugTaken(subject, slug);
}

export function slugTaken(subject: SlugSubject, slug: string, cause?: unknown): DomainError {
  const message = `There is already a ${subject} with the address "${slug}". Choose another.`;
  return new DomainError("conflict", `${subject}.slug_taken`, message, { field: "slug", slug }, { cause });
}

/** The old slug leads to the same thing from now on, and the new one to nothing else. Call it inside a transaction. */
export async function keepSlug(ctx: Context, { subject, id, from, to }: { subject: SlugSubject; id: string; from: string; to: string }): Promise<void> {
  const now = ctx.clock.now();
  await ctx.db.delete(slugRedirects).where(and(eq(slugRedirects.subject, subject), eq(slugRedirects.slug, to)));
  await ctx.db
    .insert(slugRedirects)
    .values({ subject, slug: from, subjectId: id, createdAt: now })
    .onConflictDoUpdate({ target: [slugRedirects.subject, slugRedirects.slug], set: { subjectId: id, createdAt: now } });
}

async function findTaken(ctx: Context, subject: SlugSubject, slugs: string[]): Promise<Map<string, string>> {
  const table = tables[subject];
  const rows = await ctx.db
    .select({ id: table.id, slug: table.slug })
    .from(table)
    .where(and(inArray(table.slug, slugs), isNull(table.archivedAt)));
  return new Map(rows.map((row) => [row.slug, row.id]));
}

/** `shirt`, `shirt-2`, `shirt-3` …, within the 100 characters of a slug. */
function numbered(base: string, n: number): string {
  return n === 1 ? base : `${base.slice(0, 94).replace(/-+$/, "")}-${n}`;
}
