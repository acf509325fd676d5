import { locations, reservations, stockAlerts, stockLevels, stockMovements, transferLines, transfers } from "@cartwright/db";
import { inArray, sql } from "drizzle-orm";
import { expect } from "vitest";
import type { Context } from "../kernel/index.ts";

/** Holds the stock of the whole database against S1 and S2, its transfers and its alerts. */
export async function expectStockPromises(ctx: Context): Promise<void> {
  await expectLevels(ctx);
  await expectTransfers(ctx);
  await expectAlerts(ctx);
}

async function expectLevels(ctx: Context): Promise<void> {
  const levels = await ctx.db.select().from(stockLevels);
  const movements = await sumBy(ctx, stockMovements, undefined);
  const reserved = await sumBy(ctx, reservations, inArray(reservations.status, ["held", "allocated"]));
  for (const level of levels) {
    const key = keyOf(level);
    expect(level.onHand, `S1 ledger of ${key}`).toBe(movements.get(key) ?? 0);
    expect(level.reserved, `S2 holds of ${key}`).toBe(reserved.get(key) ?? 0);
    expect(level.isShort || level.reserved <= level.onHand + level.backorderLimit, `S2 bound of ${key}`).toBe(true);
    expect(level.isLow, `low flag of ${key}`).toBe(level.onHand + level.backorderLimit - level.reserved <= level.lowStockThreshold);
  }
}

/** What left is what was sent less what came back; what arrived is what was received; a closed one is accounted for. */
async function expectTransfers(ctx: Context): Promise<void> {
  const moved = await ctx.db
    .select({ reference: stockMovements.reference, variantId: stockMovements.variantId, locationId: stockMovements.locationId, units: sumOf(stockMovements.quantity) })
    .from(stockMovements)
    .where(sql`${stockMovements.kind} = 'transferred'`)
    .groupBy(stockMovements.reference, stockMovements.variantId, stockMovements.locationId);
  const units = new Map(moved.map((row) => [`${row.reference} ${keyOf(row)}`, row.units]));
  const lines = await ctx.db.select().from(transferLines);
  for (const transfer of await ctx.db.select().from(transfers)) {
    for (const line of lines.filter((each) => each.transferId === transfer.id)) {
      const name = `transfer ${transfer.number}, ${line.variantId}`;
      const left = line.quantity - line.quantityReceived - line.quantityLost;
      const at = (locationId: string) => units.get(`${transfer.id} ${line.variantId} ${locationId}`) ?? 0;
      expect(left, `accounts of ${name}`).toBeGreaterThanOrEqual(0);
      expect(transfer.status === "received" ? left : 0, `end of ${name}`).toBe(0);
      expect(at(transfer.fromLocationId), `what left by ${name}`).toBe((transfer.status === "cancelled" ? left : 0) - line.quantity);
      expect(at(transfer.toLocationId), `what arrived by ${name}`).toBe(line.quantityReceived);
    }
  }
}

/** At most one open alert a level; once a level has crossed its threshold, one is open as long as it is low. */
async function expectAlerts(ctx: Context): Promise<void> {
  const alerts = await ctx.db.select().from(stockAlerts);
  const closed = new Set((await ctx.db.select().from(locations)).filter((location) => location.archivedAt !== null).map((location) => location.id));
  for (const level of await ctx.db.select().from(stockLevels)) {
    const raised = alerts.filter((alert) => keyOf(alert) === keyOf(level));
    if (raised.length === 0) continue;
    const isAwaited = level.isLow && !closed.has(level.locationId);
    expect(raised.filter((alert) => alert.clearedAt === null).length, `open alerts of ${keyOf(level)}`).toBe(isAwaited ? 1 : 0);
  }
}

function keyOf({ variantId, locationId }: { variantId: string; locationId: string }): string {
  return `${variantId} ${locationId}`;
}

function sumOf(column: typeof stockMovements.quantity | typeof reservations.quantity) {
  return sql<number>`sum(${column})`.mapWith(Number);
}

async function sumBy(ctx: Context, table: typeof stockMovements | typeof reservations, where: ReturnType<typeof inArray> | undefined) {
  const rows = await ctx.db
    .select({ variantId: table.variantId, locationId: table.locationId, units: sumOf(table.quantity) })
    .from(table)
    .where(where)
    .groupBy(table.variantId, table.locationId);
  return new Map(rows.map((row) => [keyOf(row), row.units]));
}
