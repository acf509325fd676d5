import { stockCounts } from "@cartwright/db";
import { eq } from "drizzle-orm";
import { onceByKey, recordAudit, requirePermission, type Context } from "../kernel/index.ts";
import { loadCountView, lockOpenCount } from "./find-count.ts";
import type { CountInput } from "./schemas.ts";
import type { StockCountView } from "./views.ts";

/** Gives a count up; no stock changes. Errors: `stock_count.not_found`, `stock_count.wrong_status`, `access.*`. */
export async function cancelCount(ctx: Context, input: CountInput): Promise<StockCountView> {
  requirePermission(ctx, "stock.adjust");
  const { idempotencyKey, ...body } = input;
  return onceByKey(ctx, { procedure: "inventory.cancelCount", key: idempotencyKey, body }, async (ctx) => {
    const count = await lockOpenCount(ctx, input.count);
    const closed = { status: "cancelled" as const, closedAt: ctx.clock.now() };
    await ctx.db.update(stockCounts).set(closed).where(eq(stockCounts.id, count.id));
    await recordAudit(ctx, { action: "stock_count.cancel", subject: count.id, after: { number: count.number } });
    return loadCountView(ctx, { ...count, ...closed });
  });
}
