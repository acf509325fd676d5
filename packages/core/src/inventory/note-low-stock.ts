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
  wasSellable: stockLevels.isSellable,
};

export interface LowStockFacts {
  variantId: string;
  locationId: string;
  /** On hand + backorder limit - reserved; below 0 when the level is short. */
  available: number;
  threshold: number;
  wasLow: boolean;
  wasSellable: boolean;
}

/**
 * Raises an alert and tells `stock.low` when a level has fallen to its threshold, clears it when it is above again, tells
 * `stock.state_changed` when it has sold out or has something again, and otherwise does nothing. Call it in the
 * transaction that changed the level: its row lock makes each crossing one alert.
 */
export async function noteLowStock(ctx: Context, levels: readonly LowStockFacts[]): Promise<void> {
  for (const level of levels) {
    const isLow = level.available <= level.threshold;
    if (isLow !== level.wasLow) await cross(ctx, level, isLow);
    const isSellable = level.available > 0;
    if (isSellable !== level.wasSellable) await flip(ctx, level, isSellable);
  }
}

/** Sold out, or to be had again: what shows whether products are in stock is told. Other locations may still have some. */
async function flip(ctx: Context, { variantId, locationId }: LowStockFacts, isSellable: boolean): Promise<void> {
  await ctx.db
    .update(stockLevels)
    .set({ isSellable })
    .where(and(eq(stockLevels.variantId, variantId), eq(stockLevels.locationId, locationId)));
  await emitEvents(ctx, [{ type: "stock.state_changed", subject: `${variantId}/${locationId}`, payload: { variantId, locationId, isSellable } }]);
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
  // Not the variant: its levels are locked apart, so that what happens at two locations has no order.
  const subject = `${variantId}/${locationId}`;
  await emitEvents(ctx, [{ type: "stock.low", subject, payload: { variantId, locationId, available: Math.max(0, available), threshold } }]);
}
