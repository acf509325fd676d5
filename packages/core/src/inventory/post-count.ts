import { chunked, insertMany, lockRow, stockCounts, stockLevels, stockMovements } from "@cartwright/db";
import { and, asc, eq, inArray } from "drizzle-orm";
import { actorName, newId, onceByKey, recordAudit, requirePermission, type Context } from "../kernel/index.ts";
import { loadCountLines, loadCountView, lockOpenCount, type CountLineRow, type CountRow } from "./find-count.ts";
import { mostOnHand, tooManyOnHand } from "./most-on-hand.ts";
import { newLevel } from "./new-level.ts";
import { lowStockFacts, noteLowStock } from "./note-low-stock.ts";
import type { CountInput } from "./schemas.ts";
import type { StockCountView } from "./views.ts";

/**
 * Each difference of a count becomes one `adjusted` movement. What was sold after the counting stays sold: the difference is
 * taken off what is on hand now. Where that would go below zero, it stops at zero and the view's `warnings` name the lines
 * (`inventory.below_zero`). A level with less than is promised is flagged short.
 * Errors: `stock_count.not_found`, `stock_count.wrong_status`, `inventory.too_many_on_hand`, `access.*`.
 */
export async function postCount(ctx: Context, input: CountInput): Promise<StockCountView> {
  requirePermission(ctx, "stock.adjust");
  const { idempotencyKey, ...body } = input;
  return onceByKey(ctx, { procedure: "inventory.postCount", key: idempotencyKey, body }, async (ctx) => {
    const count = await lockOpenCount(ctx, input.count);
    const lines = (await loadCountLines(ctx, count.id)).filter((line) => line.counted !== line.expected);
    let adjusted = 0;
    for (const chunk of chunked(lines)) adjusted += await adjustLevels(ctx, count, chunk);
    const closed = { status: "posted" as const, closedAt: ctx.clock.now() };
    await ctx.db.update(stockCounts).set(closed).where(eq(stockCounts.id, count.id));
    await recordAudit(ctx, { action: "stock_count.post", subject: count.id, after: { number: count.number, differences: lines.length, adjusted } });
    return loadCountView(ctx, { ...count, ...closed });
  });
}

/** Answers with how many units on hand were changed by, all in all. */
async function adjustLevels(ctx: Context, count: CountRow, lines: readonly CountLineRow[]): Promise<number> {
  const now = ctx.clock.now();
  const { locationId } = count;
  const ids = lines.map((line) => line.variantId);
  await ctx.db.insert(stockLevels).values(ids.map((id) => newLevel(id, locationId, now))).onConflictDoNothing();
  const isMeant = and(eq(stockLevels.locationId, locationId), inArray(stockLevels.variantId, ids));
  const levels = await lockRow(ctx.db.select().from(stockLevels).where(isMeant).orderBy(asc(stockLevels.variantId)));
  const differences = new Map(lines.map((line) => [line.variantId, line.counted - line.expected]));
  const changes = levels
    .map((level) => ({ level, quantity: Math.max(-level.onHand, differences.get(level.variantId) ?? 0) }))
    .filter(({ quantity }) => quantity !== 0);
  for (const { level, quantity } of changes) {
    const onHand = level.onHand + quantity;
    if (onHand > mostOnHand) throw tooManyOnHand(level.variantId, "counted");
    const changed = await ctx.db
      .update(stockLevels)
      .set({ onHand, isShort: level.reserved > onHand + level.backorderLimit, updatedAt: now })
      .where(and(eq(stockLevels.locationId, locationId), eq(stockLevels.variantId, level.variantId)))
      .returning(lowStockFacts);
    await noteLowStock(ctx, changed);
  }
  const movement = { locationId, kind: "adjusted" as const, reason: `count ${count.number}`, actor: actorName(ctx.actor), reference: count.id, at: now };
  const movements = changes.map(({ level, quantity }) => ({ id: newId("mov"), variantId: level.variantId, quantity, ...movement }));
  await insertMany(ctx.db, stockMovements, movements);
  return changes.reduce((units, { quantity }) => units + quantity, 0);
}
