import { lockRow, stockCountLines, stockCounts, stockMovements } from "@cartwright/db";
import { and, asc, count, eq, inArray, sql } from "drizzle-orm";
import { DomainError, notFound, type Context } from "../kernel/index.ts";
import { findLocations } from "./get-location.ts";
import { isNumberOrId } from "./number-or-id.ts";
import type { StockCountLineView, StockCountRowView, StockCountView, StockCountWarning } from "./views.ts";

export type CountRow = typeof stockCounts.$inferSelect;
export type CountLineRow = typeof stockCountLines.$inferSelect;

/** A count that is open, locked until the transaction ends. Errors: `stock_count.not_found`, `stock_count.wrong_status`. */
export async function lockOpenCount(ctx: Context, handle: string): Promise<CountRow> {
  const [row] = await lockRow(ctx.db.select().from(stockCounts).where(isNumberOrId(stockCounts, handle)));
  if (!row) throw notFound("stock_count", handle);
  if (row.status === "open") return row;
  throw new DomainError("conflict", "stock_count.wrong_status", `Count ${row.number} is ${row.status} already.`, { status: row.status });
}

/** By variant: the order in which levels are taken. */
export async function loadCountLines(ctx: Context, countId: string): Promise<CountLineRow[]> {
  return ctx.db.select().from(stockCountLines).where(eq(stockCountLines.countId, countId)).orderBy(asc(stockCountLines.variantId));
}

export async function loadCountView(ctx: Context, row: CountRow): Promise<StockCountView> {
  const [shown] = await countRowViews(ctx, [row]);
  if (!shown) throw new Error("one row makes one view");
  const adjusted = row.status === "posted" ? await loadAdjusted(ctx, row) : null;
  const lines = (await loadCountLines(ctx, row.id)).map((line) => countLineView(line, adjusted && (adjusted.get(line.variantId) ?? 0)));
  return { ...shown, lines, warnings: warningsOf(lines) };
}

/** What a list shows of counts. Two statements, however many. */
export async function countRowViews(ctx: Context, rows: readonly CountRow[]): Promise<StockCountRowView[]> {
  const places = await findLocations(ctx, rows.map((row) => row.locationId));
  const sums = rows.length === 0 ? [] : await sumLines(ctx, rows.map((row) => row.id));
  return rows.map((row) => {
    const location = places.get(row.locationId);
    if (!location) throw new Error("a location is never deleted");
    const { id, number, status, note, actor } = row;
    const { lineCount, expected, counted } = sums.find((sum) => sum.countId === id) ?? { lineCount: 0, expected: 0, counted: 0 };
    const dates = { startedAt: row.startedAt.toISOString(), closedAt: row.closedAt?.toISOString() ?? null };
    return { id, number, location, status, note, actor, ...dates, lineCount, expected, counted };
  });
}

export function countLineView({ variantId, expected, counted, countedAt }: CountLineRow, adjusted: number | null): StockCountLineView {
  return { variantId, expected, counted, difference: counted - expected, adjusted, countedAt: countedAt.toISOString() };
}

function sumLines(ctx: Context, ids: string[]) {
  const sum = (units: typeof stockCountLines.expected | typeof stockCountLines.counted) => sql<number>`sum(${units})`.mapWith(Number);
  return ctx.db
    .select({
      countId: stockCountLines.countId,
      lineCount: count(),
      expected: sum(stockCountLines.expected),
      counted: sum(stockCountLines.counted),
    })
    .from(stockCountLines)
    .where(inArray(stockCountLines.countId, ids))
    .groupBy(stockCountLines.countId);
}

/** What the ledger has of a posted count, by variant. */
async function loadAdjusted(ctx: Context, row: CountRow): Promise<Map<string, number>> {
  const rows = await ctx.db
    .select({ variantId: stockMovements.variantId, quantity: stockMovements.quantity })
    .from(stockMovements)
    .where(and(eq(stockMovements.reference, row.id), eq(stockMovements.locationId, row.locationId)));
  return new Map(rows.map(({ variantId, quantity }) => [variantId, quantity]));
}

function warningsOf(lines: readonly StockCountLineView[]): StockCountWarning[] {
  const clamped = lines.filter((line) => line.adjusted !== null && line.adjusted !== line.difference);
  if (clamped.length === 0) return [];
  const message = "More had left since the counting than was counted: what is on hand was set to 0. Count these again.";
  return [{ reason: "inventory.below_zero", message, lines: clamped }];
}
