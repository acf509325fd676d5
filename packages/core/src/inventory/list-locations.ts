import { locations, stockLevels, transferLines, transfers } from "@cartwright/db";
import { asc, eq, isNull, sql } from "drizzle-orm";
import { requirePermission, type Context } from "../kernel/index.ts";
import { locationView, type LocationUnits, type LocationView } from "./views.ts";

/** Every living location with its units, in the order in which they serve. Errors: `access.*`. */
export async function listLocations(ctx: Context): Promise<LocationView[]> {
  requirePermission(ctx, "stock.read");
  const rows = await ctx.db.select().from(locations).where(isNull(locations.archivedAt)).orderBy(asc(locations.priority), asc(locations.id));
  const units = await unitsAtLocations(ctx);
  return rows.map((row) => locationView(row, units.get(row.id)));
}

/** What lies at the locations and what is on its way to them, by location id. Two statements. */
export async function unitsAtLocations(ctx: Context): Promise<Map<string, LocationUnits>> {
  const sum = (units: unknown) => sql<number>`sum(${units})`.mapWith(Number);
  const there = await ctx.db
    .select({ locationId: stockLevels.locationId, onHand: sum(stockLevels.onHand), reserved: sum(stockLevels.reserved) })
    .from(stockLevels)
    .groupBy(stockLevels.locationId);
  const coming = await ctx.db
    .select({
      locationId: transfers.toLocationId,
      inTransit: sum(sql`${transferLines.quantity} - ${transferLines.quantityReceived} - ${transferLines.quantityLost}`),
    })
    .from(transfers)
    .innerJoin(transferLines, eq(transferLines.transferId, transfers.id))
    .where(eq(transfers.status, "in_transit"))
    .groupBy(transfers.toLocationId);
  const found = new Map<string, LocationUnits>(there.map(({ locationId, onHand, reserved }) => [locationId, { onHand, reserved, inTransit: 0 }]));
  for (const { locationId, inTransit } of coming) found.set(locationId, { onHand: 0, reserved: 0, ...found.get(locationId), inTransit });
  return found;
}
