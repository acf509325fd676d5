import { locations, stockMovements } from "@cartwright/db";
import { and, desc, eq, lt } from "drizzle-orm";
import { countTotal, cutPage, decodeCursor, requirePermission, type Context, type Page } from "../kernel/index.ts";
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
  const { shown, nextCursor } = cutPage(rows, input.limit, ({ movement }) => [movement.id]);
  const total = await countTotal(ctx, ctx.db.select({ id: stockMovements.id }).from(stockMovements).where(ofVariant));
  return { items: shown.map(({ movement, locationCode }) => movementView(movement, locationCode)), nextCursor, total };
}
