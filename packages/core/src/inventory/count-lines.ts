import { stockCountLines, stockLevels } from "@cartwright/db";
import { and, eq, inArray, sql } from "drizzle-orm";
import { onceByKey, requirePermission, type Context } from "../kernel/index.ts";
import { countLineView, countRowViews, lockOpenCount } from "./find-count.ts";
import type { CountLinesInput } from "./schemas.ts";
import type { StockCountLineView, StockCountRowView } from "./views.ts";

/**
 * Enters what was counted beside what is on hand at this moment; a variant that is entered again replaces what was
 * entered before. Answers with these lines. Errors: `stock_count.not_found`, `stock_count.wrong_status`, `access.*`.
 */
export async function countLines(ctx: Context, input: CountLinesInput): Promise<{ count: StockCountRowView; lines: StockCountLineView[] }> {
  requirePermission(ctx, "stock.adjust");
  const { idempotencyKey, ...body } = input;
  return onceByKey(ctx, { procedure: "inventory.countLines", key: idempotencyKey, body }, async (ctx) => {
    const count = await lockOpenCount(ctx, input.count);
    const onHand = await readOnHand(ctx, count.locationId, input.lines.map((line) => line.variantId));
    const countedAt = ctx.clock.now();
    const rows = input.lines.map(({ variantId, counted }) => ({ countId: count.id, variantId, expected: onHand.get(variantId) ?? 0, counted, countedAt }));
    await ctx.db
      .insert(stockCountLines)
      .values(rows)
      .onConflictDoUpdate({
        target: [stockCountLines.countId, stockCountLines.variantId],
        set: { expected: sql`excluded.expected`, counted: sql`excluded.counted`, countedAt },
      });
    const [shown] = await countRowViews(ctx, [count]);
    if (!shown) throw new Error("one row makes one view");
    return { count: shown, lines: rows.map((row) => countLineView(row, null)) };
  });
}

async function readOnHand(ctx: Context, locationId: string, variantIds: string[]): Promise<Map<string, number>> {
  const rows = await ctx.db
    .select({ variantId: stockLevels.variantId, onHand: stockLevels.onHand })
    .from(stockLevels)
    .where(and(eq(stockLevels.locationId, locationId), inArray(stockLevels.variantId, variantIds)));
  return new Map(rows.map((row) => [row.variantId, row.onHand]));
}
