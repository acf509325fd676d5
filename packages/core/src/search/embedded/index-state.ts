import { searchIndexes, type Slot } from "@cartwright/db";
import { asc } from "drizzle-orm";
import type { Context } from "../../kernel/index.ts";

export type IndexRow = typeof searchIndexes.$inferSelect & { slot: Slot };

/** Both slots as they are now, the active one first. */
export async function loadIndexes(ctx: Context): Promise<{ active: IndexRow; other: IndexRow }> {
  const rows = await ctx.db.select().from(searchIndexes).orderBy(asc(searchIndexes.slot));
  return pair(rows);
}

/** The migration made both rows, and one of them is always active. */
export function pair(rows: readonly (typeof searchIndexes.$inferSelect)[]): { active: IndexRow; other: IndexRow } {
  const typed = rows.filter((row): row is IndexRow => row.slot === 0 || row.slot === 1);
  const active = typed.find(({ status }) => status === "active");
  const other = typed.find((row) => row !== active);
  if (!active || !other) throw new Error("the index has no active slot");
  return { active, other };
}

/** How long what was read of the index is believed: other servers write to it too. */
const freshMs = 1_000;

const known = new WeakMap<Context["db"], { indexes: Promise<{ active: IndexRow; other: IndexRow }>; at: number }>();

/** May be a second old. */
export function getIndexes(ctx: Context): Promise<{ active: IndexRow; other: IndexRow }> {
  const kept = known.get(ctx.db);
  if (kept && performance.now() - kept.at < freshMs) return kept.indexes;
  const indexes = loadIndexes(ctx);
  known.set(ctx.db, { indexes, at: performance.now() });
  indexes.catch(() => known.delete(ctx.db));
  return indexes;
}

/** After a write to the index has been committed: this server's searches see it at once. */
export function forgetIndexes(ctx: Context): void {
  known.delete(ctx.db);
}
