import { insertMany, insertMissing, lockRow, stockLevels, stockMovements } from "@cartwright/db";
import { and, asc, eq, inArray, sql } from "drizzle-orm";
import { actorName, newId, requirePermission, type Context } from "../kernel/index.ts";
import { getLocation } from "./get-location.ts";
import { newLevel } from "./new-level.ts";
import { lowStockFacts, noteLowStock } from "./note-low-stock.ts";

export interface OpeningBalance {
  variantId: string;
  quantity: number;
  /** What brought it, such as an import. */
  reference: string;
}

/**
 * First stock of variants at the first location. A level that has ever moved is left alone, so a repeat changes
 * nothing. Call it inside a transaction. Returns the variants it opened. Errors: `location.not_found`, `access.*`.
 */
export async function openBalances(ctx: Context, balances: readonly OpeningBalance[]): Promise<string[]> {
  requirePermission(ctx, "stock.adjust");
  if (balances.length === 0) return [];
  const location = await getLocation(ctx, undefined);
  const now = ctx.clock.now();
  // Whoever opens balances tells of the products himself, all at once.
  const levels = balances.map(({ variantId, quantity }) => ({ ...newLevel(variantId, location.id, now, quantity), isSellable: quantity > 0 }));
  const isNew = new Set(await insertMissing(ctx.db, stockLevels, levels, "variantId"));
  const stocked = balances.filter((balance) => balance.quantity > 0);
  const late = await neverMoved(ctx, location.id, stocked.filter((balance) => !isNew.has(balance.variantId)));
  if (late.length > 0) {
    const raised = await ctx.db
      .insert(stockLevels)
      .values(late.map((balance) => newLevel(balance.variantId, location.id, now, balance.quantity)))
      .onConflictDoUpdate({
        target: [stockLevels.variantId, stockLevels.locationId],
        set: { onHand: sql`${stockLevels.onHand} + excluded.on_hand`, updatedAt: now },
      })
      .returning(lowStockFacts);
    await noteLowStock(ctx, raised);
  }
  const opened = [...stocked.filter((balance) => isNew.has(balance.variantId)), ...late];
  await insertMany(
    ctx.db,
    stockMovements,
    opened.map((balance) => ({
      id: newId("mov"),
      variantId: balance.variantId,
      locationId: location.id,
      kind: "received" as const,
      quantity: balance.quantity,
      reason: "opening balance",
      actor: actorName(ctx.actor),
      reference: balance.reference,
      at: now,
    })),
  );
  return opened.map((balance) => balance.variantId);
}

/** Those whose level is there and empty-handed so far. The levels are locked first, so that two openings are one after the other. */
async function neverMoved(ctx: Context, locationId: string, balances: readonly OpeningBalance[]): Promise<OpeningBalance[]> {
  if (balances.length === 0) return [];
  const ids = balances.map((balance) => balance.variantId);
  const isMeant = and(inArray(stockLevels.variantId, ids), eq(stockLevels.locationId, locationId));
  await lockRow(ctx.db.select({ id: stockLevels.variantId }).from(stockLevels).where(isMeant).orderBy(asc(stockLevels.variantId)));
  const moved = await ctx.db
    .selectDistinct({ variantId: stockMovements.variantId })
    .from(stockMovements)
    .where(and(inArray(stockMovements.variantId, ids), eq(stockMovements.locationId, locationId)));
  const hasMoved = new Set(moved.map((row) => row.variantId));
  return balances.filter((balance) => !hasMoved.has(balance.variantId));
}
