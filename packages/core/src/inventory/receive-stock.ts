import { stockLevels, stockMovements } from "@cartwright/db";
import { sql } from "drizzle-orm";
import { actorName, newId, onceByKey, recordAudit, requirePermission, type Context } from "../kernel/index.ts";
import { getLevels } from "./get-levels.ts";
import { getLocation } from "./get-location.ts";
import type { ReceiveStockInput } from "./schemas.ts";
import type { LevelsView } from "./views.ts";

/** Adds units that arrived to a level, which is made when it is new. Errors: `location.not_found`, `access.*`. */
export async function receiveStock(ctx: Context, input: ReceiveStockInput): Promise<LevelsView> {
  requirePermission(ctx, "stock.adjust");
  const { idempotencyKey, ...body } = input;
  return onceByKey(ctx, { procedure: "inventory.receive", key: idempotencyKey, body }, async (ctx) => {
    const location = await getLocation(ctx, input.location);
    const now = ctx.clock.now();
    await ctx.db
      .insert(stockLevels)
      .values({ ...emptyLevel(input.variantId, location.id, now), onHand: input.quantity })
      .onConflictDoUpdate({
        target: [stockLevels.variantId, stockLevels.locationId],
        set: {
          onHand: sql`${stockLevels.onHand} + ${input.quantity}`,
          isShort: sql`${stockLevels.reserved} > ${stockLevels.onHand} + ${input.quantity} + ${stockLevels.backorderLimit}`,
          updatedAt: now,
        },
      });
    await ctx.db.insert(stockMovements).values({
      id: newId("mov"),
      variantId: input.variantId,
      locationId: location.id,
      kind: "received",
      quantity: input.quantity,
      reason: input.reason ?? null,
      actor: actorName(ctx.actor),
      reference: input.reference ?? null,
      at: now,
    });
    await recordAudit(ctx, { action: "stock.receive", subject: input.variantId, after: { quantity: input.quantity, location: location.code } });
    return getLevels(ctx, { variantId: input.variantId });
  });
}

/** A level as it is before anything happened at it. */
export function emptyLevel(variantId: string, locationId: string, now: Date): typeof stockLevels.$inferInsert {
  return { variantId, locationId, onHand: 0, reserved: 0, backorderLimit: 0, lowStockThreshold: 3, isShort: false, updatedAt: now };
}
