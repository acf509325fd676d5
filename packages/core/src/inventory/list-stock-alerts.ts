import { locations, stockAlerts } from "@cartwright/db";
import { and, desc, eq, gte, isNull, lt } from "drizzle-orm";
import { countTotal, cutPage, decodeCursor, requirePermission, type Context, type Page } from "../kernel/index.ts";
import type { ListStockAlertsInput } from "./schemas.ts";
import { stockAlertView, type StockAlertView } from "./views.ts";

/** Levels that fell to their threshold, newest first: those that are low still, or all since a moment. Errors: `page.bad_cursor`, `access.*`. */
export async function listStockAlerts(ctx: Context, input: ListStockAlertsInput): Promise<Page<StockAlertView>> {
  requirePermission(ctx, "stock.read");
  const isMeant = input.since === undefined ? isNull(stockAlerts.clearedAt) : gte(stockAlerts.raisedAt, new Date(input.since));
  const before = input.cursor ? String(decodeCursor(input.cursor, ["string"])[0]) : null;
  const rows = await ctx.db
    .select({ alert: stockAlerts, location: locations })
    .from(stockAlerts)
    .innerJoin(locations, eq(locations.id, stockAlerts.locationId))
    .where(and(isMeant, before === null ? undefined : lt(stockAlerts.id, before)))
    .orderBy(desc(stockAlerts.id))
    .limit(input.limit + 1);
  const { shown, nextCursor } = cutPage(rows, input.limit, ({ alert }) => [alert.id]);
  const total = await countTotal(ctx, ctx.db.select({ id: stockAlerts.id }).from(stockAlerts).where(isMeant));
  return { items: shown.map(({ alert, location }) => stockAlertView(alert, location)), nextCursor, total };
}
