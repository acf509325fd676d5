import { inTransaction, reservations, stockLevels } from "@cartwright/db";
import { and, asc, eq, inArray, lte, sql, type SQL } from "drizzle-orm";
import type { Context } from "../kernel/index.ts";
import { lowStockFacts, noteLowStock } from "./note-low-stock.ts";

/** After a sale many run out at once: their levels are not kept from buyers for longer than so many take. */
const batch = 500;

/**
 * Gives back what was held and has run out: of one variant at once, or of all, some at a time and each time in a
 * transaction of its own. Returns how many holds it released.
 */
export async function releaseExpiredHolds(ctx: Context, only: { variantId?: string } = {}): Promise<number> {
  if (only.variantId) return release(ctx, eq(reservations.variantId, only.variantId));
  let released = 0;
  for (;;) {
    // Mostly there is nothing, which a read finds out without waiting for a writer.
    const oldest = await ctx.db.select({ id: reservations.id }).from(reservations).where(isExpired(ctx)).orderBy(asc(reservations.expiresAt)).limit(batch);
    if (oldest.length > 0) released += await release(ctx, inArray(reservations.id, oldest.map((hold) => hold.id)));
    if (oldest.length < batch) return released;
  }
}

function isExpired(ctx: Context) {
  return and(eq(reservations.status, "held"), lte(reservations.expiresAt, ctx.clock.now()));
}

async function release(ctx: Context, isMeant: SQL): Promise<number> {
  return inTransaction(ctx, async (ctx) => {
    const released = await ctx.db
      .update(reservations)
      .set({ status: "released", endedAt: ctx.clock.now() })
      .where(and(isExpired(ctx), isMeant))
      .returning();
    await giveBack(ctx, released);
    return released.length;
  });
}

type Units = Pick<typeof reservations.$inferSelect, "variantId" | "locationId" | "quantity">;

/** Takes units off `reserved`, level by level in the fixed order, and each level once. */
export async function giveBack(ctx: Context, ended: readonly Units[]): Promise<void> {
  for (const units of sumByLevel(ended)) {
    const levels = await ctx.db
      .update(stockLevels)
      .set({ reserved: sql`${stockLevels.reserved} - ${units.quantity}`, ...settledShort(units.quantity), updatedAt: ctx.clock.now() })
      .where(and(eq(stockLevels.variantId, units.variantId), eq(stockLevels.locationId, units.locationId)))
      .returning(lowStockFacts);
    await noteLowStock(ctx, levels);
  }
}

/** A short level is so no longer once what is reserved fits again. */
function settledShort(quantity: number) {
  return {
    isShort: sql<boolean>`${stockLevels.reserved} - ${quantity} > ${stockLevels.onHand} + ${stockLevels.backorderLimit}`,
  };
}

function sumByLevel(ended: readonly Units[]): Units[] {
  const sums = new Map<string, Units>();
  for (const { variantId, locationId, quantity } of ended) {
    const level = `${variantId} ${locationId}`;
    sums.set(level, { variantId, locationId, quantity: quantity + (sums.get(level)?.quantity ?? 0) });
  }
  return [...sums].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, units]) => units);
}
