import { searchPending } from "@cartwright/db";
import { and, asc, count, eq, inArray, lte } from "drizzle-orm";
import type { Context } from "../../kernel/index.ts";

/** Notes products that an index could not be told of, or not for certain. */
export async function notePending(ctx: Context, engine: string, productIds: readonly string[]): Promise<void> {
  if (productIds.length === 0) return;
  const notedAt = ctx.clock.now();
  const rows = [...new Set(productIds)].map((productId) => ({ engine, productId, notedAt }));
  const { engine: of, productId } = searchPending;
  // The time moves on, so that whoever read the product before does not take the note away.
  await ctx.db.insert(searchPending).values(rows).onConflictDoUpdate({ target: [of, productId], set: { notedAt } });
}

/** Takes back the notes of products that were brought into the index by somebody who read them after `readAt`. */
export async function clearPending(ctx: Context, engine: string, wish: { productIds?: readonly string[]; readAt: Date }): Promise<void> {
  const { engine: of, productId, notedAt } = searchPending;
  const isMeant = wish.productIds ? inArray(productId, [...wish.productIds]) : undefined;
  await ctx.db.delete(searchPending).where(and(eq(of, engine), isMeant, lte(notedAt, wish.readAt)));
}

/** The products that have waited longest. */
export async function listPending({ db }: Context, engine: string, limit: number): Promise<string[]> {
  const { engine: of, productId, notedAt } = searchPending;
  const rows = await db.select({ productId }).from(searchPending).where(eq(of, engine)).orderBy(asc(notedAt), asc(productId)).limit(limit);
  return rows.map((row) => row.productId);
}

export async function countPending({ db }: Context, engine: string): Promise<number> {
  const [row] = await db.select({ count: count() }).from(searchPending).where(eq(searchPending.engine, engine));
  return row?.count ?? 0;
}
