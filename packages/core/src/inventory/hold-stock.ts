import { insertMany, prepared, reservations, stockLevels, type Db } from "@cartwright/db";
import { and, eq, sql } from "drizzle-orm";
import { DomainError, newId, type Context } from "../kernel/index.ts";
import { findAvailability, loadLevels } from "./availability.ts";
import { releaseExpiredHolds } from "./release-expired-holds.ts";

export interface HoldLine {
  variantId: string;
  quantity: number;
  orderLineId: string;
}

/** The reason a hold is refused with. */
export const insufficientStock = "inventory.insufficient_stock";

/**
 * Holds units for an order until `expiresAt`, all lines or none; call it inside a transaction.
 * Levels are taken by variant, then priority, so that two buyers can't wait for each other.
 * Errors: `inventory.insufficient_stock` with `lines: { variantId, wanted, available }[]`.
 */
export async function holdStock(ctx: Context, ownerId: string, lines: readonly HoldLine[], expiresAt: Date): Promise<void> {
  const ordered = lines.toSorted((a, b) => (a.variantId < b.variantId ? -1 : 1));
  const taken: (HoldLine & { locationId: string })[] = [];
  const levels = await loadLevels(ctx, ordered.map((line) => line.variantId));
  for (const line of ordered) {
    const places = levels.filter(({ level }) => level.variantId === line.variantId);
    let missing = await takeFrom(ctx, line, line.quantity, places, taken);
    if (missing > 0) {
      // An expired hold counts until somebody needs it; and what was read above may be stale by now.
      await releaseExpiredHolds(ctx, { variantId: line.variantId });
      missing = await takeFrom(ctx, line, missing, await loadLevels(ctx, [line.variantId]), taken);
    }
    if (missing > 0) throw await refuse(ctx, lines, line, missing);
  }
  await insertMany(
    ctx.db,
    reservations,
    taken.map((hold) => ({
      id: newId("res"),
      variantId: hold.variantId,
      locationId: hold.locationId,
      ownerId,
      orderLineId: hold.orderLineId,
      quantity: hold.quantity,
      status: "held" as const,
      expiresAt,
      createdAt: ctx.clock.now(),
    })),
  );
}

type Place = Awaited<ReturnType<typeof loadLevels>>[number];

async function takeFrom(
  ctx: Context,
  line: HoldLine,
  wanted: number,
  places: readonly Place[],
  taken: (HoldLine & { locationId: string })[],
): Promise<number> {
  let missing = wanted;
  for (const { level } of places) {
    if (missing === 0) break;
    const quantity = Math.min(missing, level.onHand + level.backorderLimit - level.reserved);
    if (quantity <= 0 || !(await reserve(ctx, level.variantId, level.locationId, quantity))) continue;
    taken.push({ ...line, quantity, locationId: level.locationId });
    missing -= quantity;
  }
  return missing;
}

/** The conditional statement that overselling fails at. */
async function reserve(ctx: Context, variantId: string, locationId: string, quantity: number): Promise<boolean> {
  const now = ctx.clock.now();
  const rows = await prepared(ctx, "reserve", reserveUnits).execute({ variantId, locationId, quantity, now });
  return rows.length > 0;
}

const reserveUnits = (db: Db) => {
  const quantity = sql.placeholder("quantity");
  return db
    .update(stockLevels)
    .set({ reserved: sql`${stockLevels.reserved} + ${quantity}`, updatedAt: sql`${sql.placeholder("now")}` })
    .where(
      and(
        eq(stockLevels.variantId, sql.placeholder("variantId")),
        eq(stockLevels.locationId, sql.placeholder("locationId")),
        sql`${stockLevels.onHand} + ${stockLevels.backorderLimit} - ${stockLevels.reserved} >= ${quantity}`,
      ),
    )
    .returning({ variantId: stockLevels.variantId })
    .prepare("reserve");
};

async function refuse(ctx: Context, lines: readonly HoldLine[], short: HoldLine, missing: number): Promise<DomainError> {
  const available = await findAvailability(ctx, lines.map((line) => line.variantId));
  // What this call itself took is available to this buyer, so the short line is told what it could have had.
  available.set(short.variantId, short.quantity - missing);
  const wanting = lines
    .map((line) => ({ variantId: line.variantId, wanted: line.quantity, available: available.get(line.variantId) ?? 0 }))
    .filter((line) => line.variantId === short.variantId);
  return new DomainError("conflict", insufficientStock, "There is not enough stock left.", { lines: wanting });
}
