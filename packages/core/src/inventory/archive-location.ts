import { locations, lockRow, stockAlerts, stockCounts, stockLevels, transfers } from "@cartwright/db";
import { and, asc, eq, gt, isNull, or } from "drizzle-orm";
import { DomainError, notFound, onceByKey, recordAudit, requirePermission, type Context } from "../kernel/index.ts";
import { getLocation } from "./get-location.ts";
import { lowStockFacts, noteLowStock } from "./note-low-stock.ts";
import { unitsAtLocations } from "./list-locations.ts";
import type { ArchiveLocationInput } from "./schemas.ts";
import { locationView, type LocationView } from "./views.ts";

/**
 * Closes a location: nothing is received, sent or sold there any more, and its code is free again.
 * Errors: `location.not_empty` with `onHand`, `reserved`, `transfers` under way from or to it and `counts` that are open,
 * `location.last`, `location.not_found`, `access.*`.
 */
export async function archiveLocation(ctx: Context, input: ArchiveLocationInput): Promise<LocationView> {
  requirePermission(ctx, "stock.adjust");
  const { idempotencyKey, ...body } = input;
  return onceByKey(ctx, { procedure: "inventory.archiveLocation", key: idempotencyKey, body }, async (ctx) => {
    const { id } = await getLocation(ctx, input.location);
    const location = await lockAll(ctx, id);
    await requireEmpty(ctx, location);
    const now = ctx.clock.now();
    // Without a backorder limit no hold succeeds that has read the level a moment ago.
    const closed = await ctx.db
      .update(stockLevels)
      .set({ backorderLimit: 0, isShort: false, isLow: true, updatedAt: now })
      .where(and(eq(stockLevels.locationId, id), gt(stockLevels.backorderLimit, 0)))
      .returning(lowStockFacts);
    await noteLowStock(ctx, closed);
    await ctx.db.update(stockAlerts).set({ clearedAt: now }).where(and(eq(stockAlerts.locationId, id), isNull(stockAlerts.clearedAt)));
    await ctx.db.update(locations).set({ archivedAt: now }).where(eq(locations.id, id));
    await recordAudit(ctx, { action: "location.archive", subject: id, before: { code: location.code, priority: location.priority } });
    return locationView(location);
  });
}

/** Its levels, then the living locations: whoever puts stock somewhere takes them in this order, and no two archives leave none. */
async function lockAll(ctx: Context, id: string) {
  const ofLocation = eq(stockLevels.locationId, id);
  await lockRow(ctx.db.select({ id: stockLevels.variantId }).from(stockLevels).where(ofLocation).orderBy(asc(stockLevels.variantId)));
  const living = await lockRow(ctx.db.select().from(locations).where(isNull(locations.archivedAt)).orderBy(asc(locations.id)));
  const location = living.find((row) => row.id === id);
  if (!location) throw notFound("location", id);
  if (living.length === 1) {
    throw new DomainError("conflict", "location.last", `${location.name} is the only location. Make another one first.`, { location: location.code });
  }
  return location;
}

async function requireEmpty(ctx: Context, { id, name }: typeof locations.$inferSelect): Promise<void> {
  const { onHand, reserved } = (await unitsAtLocations(ctx)).get(id) ?? { onHand: 0, reserved: 0 };
  const underWay = and(eq(transfers.status, "in_transit"), or(eq(transfers.fromLocationId, id), eq(transfers.toLocationId, id)));
  const open = and(eq(stockCounts.status, "open"), eq(stockCounts.locationId, id));
  const left = { onHand, reserved, transfers: await ctx.db.$count(transfers, underWay), counts: await ctx.db.$count(stockCounts, open) };
  if (Object.values(left).every((count) => count === 0)) return;
  const words = `${left.onHand} on hand, ${left.reserved} reserved, ${left.transfers} transfers under way, ${left.counts} counts open`;
  throw new DomainError("conflict", "location.not_empty", `${name} is not empty: ${words}.`, left);
}
