import { locations, stockLevels } from "@cartwright/db";
import { and, asc, eq, gt, isNull, lte, or } from "drizzle-orm";
import { countTotal, cutPage, decodeCursor, requirePermission, type Context, type Page } from "../kernel/index.ts";
import { levelAvailable } from "./availability.ts";
import type { ListLowStockInput } from "./schemas.ts";
import { levelView, type LevelView } from "./views.ts";

/** Levels with no more left to sell than their threshold, emptiest first. Errors: `page.bad_cursor`, `access.*`. */
export async function listLowStock(ctx: Context, input: ListLowStockInput): Promise<Page<LevelView>> {
  requirePermission(ctx, "stock.read");
  const isLow = and(lte(levelAvailable, stockLevels.lowStockThreshold), isNull(locations.archivedAt));
  const [available, variantId, locationId] = input.cursor ? decodeCursor(input.cursor, ["number", "string", "string"]) : [];
  const after = or(
    gt(levelAvailable, available),
    and(eq(levelAvailable, available), gt(stockLevels.variantId, String(variantId))),
    and(eq(levelAvailable, available), eq(stockLevels.variantId, String(variantId)), gt(stockLevels.locationId, String(locationId))),
  );
  const rows = await ctx.db
    .select({ level: stockLevels, location: locations })
    .from(stockLevels)
    .innerJoin(locations, eq(locations.id, stockLevels.locationId))
    .where(and(isLow, available === undefined ? undefined : after))
    .orderBy(asc(levelAvailable), asc(stockLevels.variantId), asc(stockLevels.locationId))
    .limit(input.limit + 1);
  const { shown, nextCursor } = cutPage(rows.map(levelView), input.limit, (level) => [level.available, level.variantId, level.location.id]);
  const low = ctx.db
    .select({ variantId: stockLevels.variantId })
    .from(stockLevels)
    .innerJoin(locations, eq(locations.id, stockLevels.locationId))
    .where(isLow);
  return { items: shown, nextCursor, total: await countTotal(ctx, low) };
}
