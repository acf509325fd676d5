import { stockCounts } from "@cartwright/db";
import { notFound, requirePermission, type Context } from "../kernel/index.ts";
import { loadCountView } from "./find-count.ts";
import { isNumberOrId } from "./number-or-id.ts";
import type { CountInput } from "./schemas.ts";
import type { StockCountView } from "./views.ts";

/** A count by number or id, with all its lines. Errors: `stock_count.not_found`, `access.*`. */
export async function getCount(ctx: Context, { count }: Pick<CountInput, "count">): Promise<StockCountView> {
  requirePermission(ctx, "stock.read");
  const [row] = await ctx.db.select().from(stockCounts).where(isNumberOrId(stockCounts, count));
  if (!row) throw notFound("stock_count", count);
  return loadCountView(ctx, row);
}
