import { insertMany, stockLevels, stockMovements } from "@cartwright/db";
import { and, eq, inArray, sql } from "drizzle-orm";
import { actorName, newId, requirePermission, type Context } from "../kernel/index.ts";
import { getLocation } from "./get-location.ts";
import { emptyLevel } from "./receive-stock.ts";

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
  const ids = balances.map((balance) => balance.variantId);
  await ctx.db.insert(stockLevels).values(ids.map((id) => emptyLevel(id, location.id, now))).onConflictDoNothing();
  const moved = await ctx.db
    .selectDistinct({ variantId: stockMovements.variantId })
    .from(stockMovements)
    .where(and(inArray(stockMovements.variantId, ids), eq(stockMovements.locationId, location.id)));
  const hasMoved = new Set(moved.map((row) => row.variantId));
  const opening = balances.filter((balance) => balance.quantity > 0 && !hasMoved.has(balance.variantId));
  if (opening.length === 0) return [];
  await insertMany(
    ctx.db,
    stockMovements,
    opening.map((balance) => ({
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
  await ctx.db
    .insert(stockLevels)
    .values(opening.map((balance) => ({ ...emptyLevel(balance.variantId, location.id, now), onHand: balance.quantity })))
    .onConflictDoUpdate({
      target: [stockLevels.variantId, stockLevels.locationId],
      set: { onHand: sql`${stockLevels.onHand} + excluded.on_hand`, updatedAt: now },
    });
  return opening.map((balance) => balance.variantId);
}
