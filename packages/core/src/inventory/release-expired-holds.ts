import { reservations, stockLevels } from "@cartwright/db";
import { and, eq, lte, sql } from "drizzle-orm";
import { inTransaction } from "@cartwright/db";
import type { Context } from "../kernel/index.ts";
import { lowStockFacts, noteLowStock } from "./note-low-stock.ts";

/** Gives back what was held and has run out, of one variant or of all. Returns how many holds it released. */
export async function releaseExpiredHolds(ctx: Context, only: { variantId?: string } = {}): Promise<number> {
  return inTransaction(ctx, async (ctx) => {
    const now = ctx.clock.now();
    const released = await ctx.db
      .update(reservations)
      .set({ status: "released", endedAt: now })
      .where(
        and(
          eq(reservations.status, "held"),
          lte(reservations.expiresAt, now),
          only.variantId ? eq(reservations.variantId, only.variantId) : undefined,
        ),
      )
      .returning();
    await giveBack(ctx, released);
    return released.length;
  });
}

type Units = Pick<typeof reservations.$inferSelect, "variantId" | "locationId" | "quantity">;

/** Takes units off `reserved`, level by level in the fixed order. */
export async function giveBack(ctx: Context, ended: readonly Units[]): Promise<void> {
  for (const units of ended.toSorted(byLevel)) {
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

function byLevel(a: Units, b: Units): number {
  const left = `${a.variantId} ${a.locationId}`;
  const right = `${b.variantId} ${b.locationId}`;
  return left < right ? -1 : left > right ? 1 : 0;
}
