import { prepared, reservations, type Db } from "@cartwright/db";
import { and, eq, sql } from "drizzle-orm";
import type { Context } from "../kernel/index.ts";
import { holdStock, type HoldLine } from "./hold-stock.ts";

/**
 * Makes an order's holds allocations. What is missing of them, which nothing should take from an order that is being
 * paid, is held anew first. Errors: `inventory.insufficient_stock` when somebody else has it by now.
 */
export async function allocateHolds(ctx: Context, ownerId: string, lines: readonly HoldLine[]): Promise<void> {
  const kept = await allocate(ctx, ownerId);
  const missing = lines
    .map((line) => ({ ...line, quantity: line.quantity - (kept.get(line.orderLineId) ?? 0) }))
    .filter((line) => line.quantity > 0);
  if (missing.length === 0) return;
  await holdStock(ctx, ownerId, missing, null);
  await allocate(ctx, ownerId);
}

async function allocate(ctx: Context, ownerId: string): Promise<Map<string | null, number>> {
  const rows = await prepared(ctx, "allocate holds", allocateHeld).execute({ ownerId });
  const units = new Map<string | null, number>();
  for (const row of rows) units.set(row.orderLineId, (units.get(row.orderLineId) ?? 0) + row.quantity);
  return units;
}

const allocateHeld = (db: Db) =>
  db
    .update(reservations)
    .set({ status: "allocated", expiresAt: null })
    .where(and(eq(reservations.ownerId, sql.placeholder("ownerId")), eq(reservations.status, "held")))
    .returning({ orderLineId: reservations.orderLineId, quantity: reservations.quantity })
    .prepare("allocate holds");
