import { lockRow, reservations } from "@cartwright/db";
import type { ReservationStatus } from "@cartwright/db/constants/inventory";
import { and, asc, eq, inArray } from "drizzle-orm";
import type { Context } from "../kernel/index.ts";

/**
 * Locks what an owner has of these kinds, before its levels: stock that arrives elsewhere moves allocations there, and may
 * split them. Read them after this, not by it. Call it inside a transaction.
 */
export async function lockReservations(ctx: Context, ownerId: string, statuses: readonly ReservationStatus[]): Promise<void> {
  const isMeant = and(eq(reservations.ownerId, ownerId), inArray(reservations.status, [...statuses]));
  await lockRow(ctx.db.select({ id: reservations.id }).from(reservations).where(isMeant).orderBy(asc(reservations.id)));
}
