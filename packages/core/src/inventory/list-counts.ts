import { stockCounts } from "@cartwright/db";
import { and, desc, eq, lt } from "drizzle-orm";
import { countTotal, cutPage, decodeCursor, requirePermission, type Context, type Page } from "../kernel/index.ts";
import { countRowViews } from "./find-count.ts";
import type { ListCountsInput } from "./schemas.ts";
import type { StockCountRowView } from "./views.ts";

/** Counts, newest first. Errors: `page.bad_cursor`, `access.*`. */
export async function listCounts(ctx: Context, input: ListCountsInput): Promise<Page<StockCountRowView>> {
  requirePermission(ctx, "stock.read");
  const isMeant = input.status ? eq(stockCounts.status, input.status) : undefined;
  const before = input.cursor ? String(decodeCursor(input.cursor, ["string"])[0]) : null;
  const rows = await ctx.db
    .select()
    .from(stockCounts)
    .where(and(isMeant, before === null ? undefined : lt(stockCounts.id, before)))
    .orderBy(desc(stockCounts.id))
    .limit(input.limit + 1);
  const { shown, nextCursor } = cutPage(rows, input.limit, (row) => [row.id]);
  const total = await countTotal(ctx, ctx.db.select({ id: stockCounts.id }).from(stockCounts).where(isMeant));
  return { items: await countRowViews(ctx, shown), nextCursor, total };
}
