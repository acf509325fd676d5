import { lockRow, stockLevels } from "@cartwright/db";
import { and, eq } from "drizzle-orm";
import { onceByKey, recordAudit, requirePermission, type Context } from "../kernel/index.ts";
import { getLevels } from "./get-levels.ts";
import { getLocation, requireLiving } from "./get-location.ts";
import { newLevel } from "./new-level.ts";
import { lowStockFacts, noteLowStock } from "./note-low-stock.ts";
import type { SetLevelInput } from "./schemas.ts";
import type { LevelsView } from "./views.ts";

/**
 * Sets from when on a variant is low at a location, and how many units may be promised beyond what is on hand. A limit below
 * what is promised already takes no promise back: it flags the level short. Errors: `location.not_found`, `access.*`.
 */
export async function setLevel(ctx: Context, input: SetLevelInput): Promise<LevelsView> {
  requirePermission(ctx, "stock.adjust");
  const { idempotencyKey, ...body } = input;
  return onceByKey(ctx, { procedure: "inventory.setLevel", key: idempotencyKey, body }, async (ctx) => {
    const { variantId } = input;
    const location = await getLocation(ctx, input.location);
    const now = ctx.clock.now();
    await ctx.db.insert(stockLevels).values(newLevel(variantId, location.id, now)).onConflictDoNothing();
    const atLevel = and(eq(stockLevels.variantId, variantId), eq(stockLevels.locationId, location.id));
    const [before] = await lockRow(ctx.db.select().from(stockLevels).where(atLevel));
    if (!before) throw new Error("the level was made above");
    const { lowStockThreshold = before.lowStockThreshold, backorderLimit = before.backorderLimit } = input;
    const isShort = before.reserved > before.onHand + backorderLimit;
    const levels = await ctx.db
      .update(stockLevels)
      .set({ lowStockThreshold, backorderLimit, isShort, updatedAt: now })
      .where(atLevel)
      .returning(lowStockFacts);
    await requireLiving(ctx, [location]);
    await noteLowStock(ctx, levels);
    await recordAudit(ctx, {
      action: "stock.set_level",
      subject: variantId,
      before: { lowStockThreshold: before.lowStockThreshold, backorderLimit: before.backorderLimit },
      after: { lowStockThreshold, backorderLimit, location: location.code },
    });
    return getLevels(ctx, { variantId });
  });
}
