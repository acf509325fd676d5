import { locations, stockMovements } from "@cartwright/db";
import { and, desc, eq, lt, sql } from "drizzle-orm";
import { boundedTotal, decodeCursor, encodeCursor, requirePermission, totalBound, type Context, type Page } from "../kernel/index.ts";
import type { ListMovementsInput } from "./schemas.ts";
import { movementView, type MovementView } from "./views.ts";

/** A variant's ledger, newest first. Errors: `page.bad_cursor`, `access.*`. */
export async function listMovements(ctx: Context, input: ListMovementsInput): Promise<Page<MovementView>> {
  requirePermission(ctx, "stock.read");
  const ofVariant = eq(stockMovements.variantId, input.variantId);
  const before = input.cursor ? String(decodeCursor(input.cursor, ["string"])[0]) : null;
  const rows = await ctx.db
    .select({ movement: stockMovements, locationCode: locations.code })
    .from(stockMovements)
    .innerJoin(locations, eq(locations.id, stockMovements.locationId))
    .where(and(ofVariant, before === null ? undefined : lt(stockMovements.id, before)))
    .orderBy(desc(stockMovements.id))
    .limit(input.limit + 1);
  const bounded = ctx.db.select({ id: stockMovements.id }).from(stockMovements).where(ofVariant).limit(totalBound + 1).as("bounded");
  const [counted] = await ctx.db.select({ count: sql<number>`count(*)`.mapWith(Number) }).from(bounded);
  const items = rows.slice(0, input.limit);
  const last = rows.length > input.limit ? items.at(-1) : undefined;
  return {
    items: items.map(({ movement, locationCode }) => movementView(movement, locationCode)),
    nextCursor: last ? encodeCursor([last.movement.id]) : null,
    total: boundedTotal(counted?.count ?? 0),
  };
}
