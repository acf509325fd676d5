import { lockRow, stockLevels, stockMovements } from "@cartwright/db";
import { and, eq } from "drizzle-orm";
import { actorName, DomainError, newId, onceByKey, recordAudit, requirePermission, type Context } from "../kernel/index.ts";
import { getLevels } from "./get-levels.ts";
import { getLocation, requireLiving } from "./get-location.ts";
import { fillBackorders, lockBackorders } from "./fill-backorders.ts";
import { mostOnHand, tooManyOnHand } from "./most-on-hand.ts";
import { newLevel } from "./new-level.ts";
import { lowStockFacts, noteLowStock } from "./note-low-stock.ts";
import type { AdjustStockInput } from "./schemas.ts";
import type { LevelsView } from "./views.ts";

/**
 * Corrects a level by a change or to a count. A count below what is promised is kept and flags the level short.
 * Errors: `inventory.below_zero` with `onHand`, `inventory.too_many_on_hand` with `most`, `location.not_found`, `access.*`.
 */
export async function adjustStock(ctx: Context, input: AdjustStockInput): Promise<LevelsView> {
  requirePermission(ctx, "stock.adjust");
  const { idempotencyKey, ...body } = input;
  return onceByKey(ctx, { procedure: "inventory.adjust", key: idempotencyKey, body }, async (ctx) => {
    const location = await getLocation(ctx, input.location);
    const now = ctx.clock.now();
    const isAwaited = await lockBackorders(ctx, { variantId: input.variantId, locationId: location.id });
    await ctx.db.insert(stockLevels).values(newLevel(input.variantId, location.id, now)).onConflictDoNothing();
    const atLevel = and(eq(stockLevels.variantId, input.variantId), eq(stockLevels.locationId, location.id));
    const [level] = await lockRow(ctx.db.select().from(stockLevels).where(atLevel));
    if (!level) throw new Error("the level was made above");
    const onHand = input.to ?? level.onHand + (input.by ?? 0);
    if (onHand < 0) {
      throw new DomainError("invalid", "inventory.below_zero", `Only ${level.onHand} are on hand, so ${-(input.by ?? 0)} can't be taken away.`, {
        field: "by",
        onHand: level.onHand,
      });
    }
    if (onHand > mostOnHand) throw tooManyOnHand(input.variantId, input.to === undefined ? "by" : "to");
    if (onHand !== level.onHand) {
      const levels = await ctx.db
        .update(stockLevels)
        .set({ onHand, isShort: level.reserved > onHand + level.backorderLimit, updatedAt: now })
        .where(atLevel)
        .returning(lowStockFacts);
      await ctx.db.insert(stockMovements).values({
        id: newId("mov"),
        variantId: input.variantId,
        locationId: location.id,
        kind: "adjusted",
        quantity: onHand - level.onHand,
        reason: input.reason,
        actor: actorName(ctx.actor),
        at: now,
      });
      await noteLowStock(ctx, levels);
      if (isAwaited && onHand > level.onHand) await fillBackorders(ctx, { variantId: input.variantId, locationId: location.id });
      await recordAudit(ctx, { action: "stock.adjust", subject: input.variantId, before: { onHand: level.onHand }, after: { onHand, location: location.code } });
    }
    await requireLiving(ctx, [location]);
    return getLevels(ctx, { variantId: input.variantId });
  });
}
