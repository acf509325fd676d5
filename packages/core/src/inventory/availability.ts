import { fillPlaces, locations, places, prepared, stockLevels, type Db } from "@cartwright/db";
import { and, eq, inArray, isNull, sql, type SQL, type SQLWrapper } from "drizzle-orm";
import type { Context } from "../kernel/index.ts";

/** Units of one level that can still be promised. */
export const levelAvailable = sql<number>`case when ${stockLevels.onHand} + ${stockLevels.backorderLimit} > ${stockLevels.reserved} then ${stockLevels.onHand} + ${stockLevels.backorderLimit} - ${stockLevels.reserved} else 0 end`;

/** Sellable units of a variant over all locations, as a scalar subquery for another feature's statement. */
export function availableSum(variantId: SQLWrapper): SQL<number> {
  return sql<number>`coalesce((select sum(${levelAvailable}) from ${stockLevels} where ${stockLevels.variantId} = ${variantId}), 0)`.mapWith(
    Number,
  );
}

/** Whether a variant can be sold somewhere. */
export function isAvailable(variantId: SQLWrapper): SQL<boolean> {
  return sql<boolean>`exists (select 1 from ${stockLevels} where ${stockLevels.variantId} = ${variantId} and ${stockLevels.onHand} + ${stockLevels.backorderLimit} > ${stockLevels.reserved})`;
}

/** Sellable units by variant id; a variant nobody stocks has 0. */
export async function findAvailability(ctx: Context, variantIds: readonly string[]): Promise<Map<string, number>> {
  const found = new Map(variantIds.map((id) => [id, 0]));
  if (variantIds.length === 0) return found;
  const ids = fillPlaces(variantIds);
  const rows = await prepared(ctx, `availability of ${ids.count}`, (db) => availabilityOf(db, ids.count)).execute(ids.values);
  for (const row of rows) found.set(row.variantId, row.available);
  return found;
}

/** A variant's levels in the order in which they serve buyers. */
export async function loadLevels(ctx: Context, variantIds: readonly string[]) {
  const ids = fillPlaces(variantIds);
  return prepared(ctx, `levels of ${ids.count}`, (db) => levelsOf(db, ids.count)).execute(ids.values);
}

const levelsOf = (db: Db, count: number) =>
  db
    .select({ level: stockLevels, location: locations })
    .from(stockLevels)
    .innerJoin(locations, and(eq(locations.id, stockLevels.locationId), isNull(locations.archivedAt)))
    .where(inArray(stockLevels.variantId, places(count)))
    .orderBy(stockLevels.variantId, locations.priority, locations.id)
    .prepare(`levels of ${count}`);

const availabilityOf = (db: Db, count: number) =>
  db
    .select({ variantId: stockLevels.variantId, available: sql<number>`sum(${levelAvailable})`.mapWith(Number) })
    .from(stockLevels)
    .where(inArray(stockLevels.variantId, places(count)))
    .groupBy(stockLevels.variantId)
    .prepare(`availability of ${count}`);
