import { queryRows } from "@cartwright/db";
import { sql, type SQLWrapper } from "drizzle-orm";
import type { Context } from "./context.ts";
import { encodeCursor } from "./cursor.ts";
import { boundedTotal, totalBound, type Total } from "./page.ts";

/** A page out of rows that were read one beyond its limit: that one says whether there are more, from the last key on. */
export function cutPage<Row>(rows: readonly Row[], limit: number, keysOf: (row: Row) => (string | number)[]): { shown: Row[]; nextCursor: string | null } {
  const shown = rows.slice(0, limit);
  const last = rows.length > limit ? shown.at(-1) : undefined;
  return { shown, nextCursor: last === undefined ? null : encodeCursor(keysOf(last)) };
}

/** How many rows a query has, which is stopped one beyond the bound up to which totals are exact. */
export async function countTotal(ctx: Context, query: { limit(rows: number): SQLWrapper }): Promise<Total> {
  const [counted] = await queryRows<{ count: number }>(ctx.db, sql`select count(*) as count from ${query.limit(totalBound + 1)} as bounded`);
  return boundedTotal(counted?.count ?? 0);
}
