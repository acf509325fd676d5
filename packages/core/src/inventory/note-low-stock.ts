import { stockAlerts, stockLevels } from "@cartwright/db";
import { and, eq, isNull, sql } from "drizzle-orm";
import { emitEvents, newId, type Context } from "../kernel/index.ts";

/** What a statement that changes a level returns, so that a crossing of its threshold is seen without another one. */
export const lowStockFacts = {
  variantId: stockLevels.variantId,
  locationId: stockLevels.locationId,
  available: sql<number>`${stockLevels.onHand} + ${stockLevels.backorderLimit} - ${stockLevels.reserved}`.mapWith(Number),
  threshold: stockLevels.lowStockThreshold,
  wasLow: stockLevels.isLow,
};

export interface LowStockFacts {
  variantId: string;
  locationId: string;
  /** On hand + backorder limit - reserved; below 0 when the level is short. */
  available: number;
  threshold: number;
  wasLow: boolean;
}

/**
 * Raises an alert and tells `stock.low` when a level has fallen to its threshold, clears it when it is above again, and
 * otherwise does nothing. Call it in the transaction that changed the level: its row lock makes each crossing one alert.
 */
export async function noteLowStock(ctx: Context, levels: readonly LowStockFacts[]): Promise<void> {
  for (const level of levels) {
    const isLow = level.available <= level.threshold;
    if (isLow !== level.wasLow) await cross(ctx, level, isLow);
  }
}

async function cross(ctx: Context, { variantId, locationId, available, threshold }: LowStockFacts, isLow: boolean): Promise<void> {
  const now = ctx.clock.now();
  await ctx.db
    .update(stockLevels)
    .set({ isLow })
    .where(and(eq(stockLevels.variantId, variantId), eq(stockLevels.locationId, locationId)));
  if (!isLow) {
    await ctx.db
      .update(stockAlerts)
      .set({ clearedAt: now })
      .where(and(eq(stockAlerts.variantId, variantId), eq(stockAlerts.locationId, locationId), isNull(stockAlerts.clearedAt)));
    return;
  }
  await ctx.db.insert(stockAlerts).values({ id: newId("alr"), variantId, locationId, available: Math.max(0, available), threshold, raisedAt: now });
  await emitEvents(ctx, [{ type: "stock.low", subject: variantId, payload: { variantId, locationId, available: Math.max(0, available), threshold } }]);
}
