import { stockLevels, stockMovements } from "@cartwright/db";
import type { MovementKind } from "@cartwright/db/constants/inventory";
import { lte, sql } from "drizzle-orm";
import { actorName, newId, type Context } from "../kernel/index.ts";
import { fillBackorders, lockBackorders } from "./fill-backorders.ts";
import { mostOnHand, tooManyOnHand } from "./most-on-hand.ts";
import { newLevel } from "./new-level.ts";
import { lowStockFacts, noteLowStock } from "./note-low-stock.ts";

export interface ArrivedUnits {
  variantId: string;
  locationId: string;
  /** 1 at least. */
  quantity: number;
  kind: MovementKind;
  reason: string | null;
  reference: string | null;
}

/** Adds units to a level with the movement that explains them. Call it inside a transaction. Errors: `inventory.too_many_on_hand`. */
export async function putOnHand(ctx: Context, { variantId, locationId, quantity, kind, reason, reference }: ArrivedUnits): Promise<void> {
  await raiseOnHand(ctx, variantId, locationId, quantity);
  const movement = { id: newId("mov"), variantId, locationId, kind, quantity, reason, actor: actorName(ctx.actor), reference, at: ctx.clock.now() };
  await ctx.db.insert(stockMovements).values(movement);
}

/**
 * Adds units to a level, which is made when it is new, and gives them to orders that wait for theirs elsewhere; the caller
 * writes the movements that add up to them. Errors: `inventory.too_many_on_hand` with `most`.
 */
export async function raiseOnHand(ctx: Context, variantId: string, locationId: string, quantity: number): Promise<void> {
  const now = ctx.clock.now();
  const isAwaited = quantity > 0 && (await lockBackorders(ctx, { variantId, locationId }));
  const levels = await ctx.db
    .insert(stockLevels)
    .values(newLevel(variantId, locationId, now, quantity))
    .onConflictDoUpdate({
      target: [stockLevels.variantId, stockLevels.locationId],
      set: {
        onHand: sql`${stockLevels.onHand} + ${quantity}`,
        isShort: sql`${stockLevels.reserved} > ${stockLevels.onHand} + ${quantity} + ${stockLevels.backorderLimit}`,
        updatedAt: now,
      },
      setWhere: lte(stockLevels.onHand, mostOnHand - quantity),
    })
    .returning(lowStockFacts);
  if (levels.length === 0) throw tooManyOnHand(variantId, "quantity");
  await noteLowStock(ctx, levels);
  if (isAwaited) await fillBackorders(ctx, { variantId, locationId });
}
