import { insertMany, prepared, reservations, stockLevels, type Db } from "@cartwright/db";
import { and, eq, sql } from "drizzle-orm";
import { DomainError, isWithoutGuard, newId, type Context } from "../kernel/index.ts";
import { loadLevels } from "./availability.ts";
import { lowStockFacts, noteLowStock } from "./note-low-stock.ts";
import { releaseExpiredHolds } from "./release-expired-holds.ts";

export interface HoldLine {
  variantId: string;
  quantity: number;
  /** Null while it is a cart that holds. */
  orderLineId: string | null;
}

/** A line that could not be held in full: `available` is what it could have. */
export interface Shortage {
  variantId: string;
  wanted: number;
  available: number;
}

/** The reason a hold is refused with. */
export const insufficientStock = "inventory.insufficient_stock";

/**
 * Holds units for an order until `expiresAt`, all lines or none; call it inside a transaction. Without an end they
 * belong to an order that is being paid. Errors: `inventory.insufficient_stock` with `lines: Shortage[]`.
 */
export async function holdStock(ctx: Context, ownerId: string, lines: readonly HoldLine[], expiresAt: Date | null): Promise<void> {
  const { taken, shortages } = await takeUnits(ctx, lines);
  if (shortages.length > 0) throw tooFew(shortages);
  await keepHolds(ctx, { ownerId, taken, expiresAt });
}

export function tooFew(shortages: readonly Shortage[]): DomainError {
  return new DomainError("conflict", insufficientStock, "There is not enough stock left.", { lines: shortages });
}

/** Units of a line at one location. */
export type TakenUnits = HoldLine & { locationId: string };

/**
 * Takes what there is, by variant and then by location, so that two buyers can't wait for each other. The locations
 * that serve first are emptied first. What was taken has to be kept by `keepHolds` in the same transaction.
 */
export async function takeUnits(ctx: Context, lines: readonly HoldLine[]): Promise<{ taken: TakenUnits[]; shortages: Shortage[] }> {
  const ordered = lines.toSorted((a, b) => (a.variantId < b.variantId ? -1 : 1));
  const taken: TakenUnits[] = [];
  const shortages: Shortage[] = [];
  const levels = await loadLevels(ctx, ordered.map((line) => line.variantId));
  for (const line of ordered) {
    const places = levels.filter(({ level }) => level.variantId === line.variantId);
    let missing = await takeFrom(ctx, line, line.quantity, places, taken);
    if (missing > 0) {
      // An expired hold counts until somebody needs it; and what was read above may be stale by now.
      await releaseExpiredHolds(ctx, { variantId: line.variantId });
      missing = await takeWhatIsLeft(ctx, line, missing, taken);
    }
    if (missing > 0) shortages.push({ variantId: line.variantId, wanted: line.quantity, available: line.quantity - missing });
  }
  return { taken, shortages };
}

export async function keepHolds(
  ctx: Context,
  { ownerId, taken, expiresAt }: { ownerId: string; taken: readonly TakenUnits[]; expiresAt: Date | null },
): Promise<void> {
  const createdAt = ctx.clock.now();
  const holds = taken.map((units) => ({ ...units, id: newId("res"), ownerId, status: "held" as const, expiresAt, createdAt }));
  await insertMany(ctx.db, reservations, holds);
}

type Place = Awaited<ReturnType<typeof loadLevels>>[number];

async function takeFrom(ctx: Context, line: HoldLine, wanted: number, places: readonly Place[], taken: TakenUnits[]): Promise<number> {
  let missing = wanted;
  for (const { locationId, quantity } of share(places, wanted)) {
    if (!(await reserve(ctx, line.variantId, locationId, quantity))) continue;
    taken.push({ ...line, quantity, locationId });
    missing -= quantity;
  }
  return missing;
}

/** Looks again as long as others were faster but left something: nobody is refused because of what was stale. */
async function takeWhatIsLeft(ctx: Context, line: HoldLine, wanted: number, taken: TakenUnits[]): Promise<number> {
  let missing = wanted;
  while (missing > 0) {
    const places = await loadLevels(ctx, [line.variantId]);
    if (share(places, missing).length === 0) break;
    missing = await takeFrom(ctx, line, missing, places, taken);
  }
  return missing;
}

/** Which location is to give how many: by priority, but asked in the order in which units are given back too. */
function share(places: readonly Place[], wanted: number): { locationId: string; quantity: number }[] {
  let missing = wanted;
  const shares: { locationId: string; quantity: number }[] = [];
  for (const { level } of places) {
    // One writer at a time, as on SQLite, makes what was read as good as the condition: without the guard it goes too.
    const left = isWithoutGuard("conditional_hold") ? missing : level.onHand + level.backorderLimit - level.reserved;
    const quantity = Math.min(missing, left);
    if (quantity <= 0) continue;
    shares.push({ locationId: level.locationId, quantity });
    missing -= quantity;
  }
  return shares.length < 2 ? shares : shares.toSorted((a, b) => (a.locationId < b.locationId ? -1 : 1));
}

/** The conditional statement that overselling fails at. */
async function reserve(ctx: Context, variantId: string, locationId: string, quantity: number): Promise<boolean> {
  const isGuarded = !isWithoutGuard("conditional_hold");
  const key = isGuarded ? "reserve" : "reserve, unguarded";
  const values = { variantId, locationId, quantity, now: ctx.clock.now() };
  const rows = await prepared(ctx, key, (db) => reserveUnits(db, isGuarded).prepare(key)).execute(values);
  await noteLowStock(ctx, rows);
  return rows.length > 0;
}

function reserveUnits(db: Db, isGuarded: boolean) {
  const quantity = sql.placeholder("quantity");
  return db
    .update(stockLevels)
    .set({ reserved: sql`${stockLevels.reserved} + ${quantity}`, updatedAt: sql`${sql.placeholder("now")}` })
    .where(
      and(
        eq(stockLevels.variantId, sql.placeholder("variantId")),
        eq(stockLevels.locationId, sql.placeholder("locationId")),
        isGuarded ? sql`${stockLevels.onHand} + ${stockLevels.backorderLimit} - ${stockLevels.reserved} >= ${quantity}` : undefined,
      ),
    )
    .returning(lowStockFacts);
}
