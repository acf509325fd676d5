import { locations, lockRow, stockCounts } from "@cartwright/db";
import { and, eq } from "drizzle-orm";
import { actorName, DomainError, newId, nextNumber, onceByKey, recordAudit, requirePermission, type Context } from "../kernel/index.ts";
import { loadCountView } from "./find-count.ts";
import { getLocation, requireLiving } from "./get-location.ts";
import type { StartCountInput } from "./schemas.ts";
import type { StockCountView } from "./views.ts";

/**
 * Begins a walk along the shelves of a location; the first by priority without one. Several people count into the same
 * one: two of one shelf would post its difference twice. Errors: `stock_count.open_already` with `number`,
 * `location.not_found`, `access.*`.
 */
export async function startCount(ctx: Context, input: StartCountInput): Promise<StockCountView> {
  requirePermission(ctx, "stock.adjust");
  const { idempotencyKey, ...body } = input;
  return onceByKey(ctx, { procedure: "inventory.startCount", key: idempotencyKey, body }, async (ctx) => {
    const location = await getLocation(ctx, input.location);
    await lockRow(ctx.db.select({ id: locations.id }).from(locations).where(eq(locations.id, location.id)));
    await requireLiving(ctx, [location]);
    const isOpenThere = and(eq(stockCounts.locationId, location.id), eq(stockCounts.status, "open"));
    const [open] = await ctx.db.select({ number: stockCounts.number }).from(stockCounts).where(isOpenThere).limit(1);
    if (open) {
      throw new DomainError("conflict", "stock_count.open_already", `Count ${open.number} is open at ${location.name} already.`, { number: open.number });
    }
    const row = {
      id: newId("cnt"),
      number: await nextNumber(ctx.db, "stock_count", 1),
      locationId: location.id,
      status: "open" as const,
      note: input.note ?? null,
      actor: actorName(ctx.actor),
      startedAt: ctx.clock.now(),
      closedAt: null,
    };
    await ctx.db.insert(stockCounts).values(row);
    await recordAudit(ctx, { action: "stock_count.start", subject: row.id, after: { number: row.number, location: location.code } });
    return loadCountView(ctx, row);
  });
}
