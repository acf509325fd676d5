import { prepared, reservations, type Db } from "@cartwright/db";
import { and, eq, sql } from "drizzle-orm";
import type { Context } from "../kernel/index.ts";

/** Units by variant that an owner holds. They are not in what is available to anybody, but they are available to it. */
export async function findHeldUnits(ctx: Context, ownerId: string): Promise<Map<string, number>> {
  const rows = await prepared(ctx, "held units", heldUnits).execute({ ownerId });
  return new Map(rows.map((row) => [row.variantId, row.quantity]));
}

const heldUnits = (db: Db) =>
  db
    .select({ variantId: reservations.variantId, quantity: sql<number>`sum(${reservations.quantity})`.mapWith(Number) })
    .from(reservations)
    .where(and(eq(reservations.ownerId, sql.placeholder("ownerId")), eq(reservations.status, "held")))
    .groupBy(reservations.variantId)
    .prepare("held units");
