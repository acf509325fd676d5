import { locations, reservations } from "@cartwright/db";
import { and, desc, eq, getTableColumns, inArray } from "drizzle-orm";
import { DomainError, newId, type Context } from "../kernel/index.ts";
import { lockReservations } from "./lock-reservations.ts";
import { giveBack } from "./release-expired-holds.ts";
import type { ShipLine } from "./ship-stock.ts";

type Reservation = typeof reservations.$inferSelect;

/**
 * Gives back some of the units that are allocated to an order's lines; those of the location that serves last go first, so
 * that the rest can still leave in one parcel. Call it in a transaction that holds the order's lock.
 * Errors: `inventory.not_allocated` when a line has fewer units allocated.
 */
export async function releaseUnits(ctx: Context, ownerId: string, lines: readonly ShipLine[]): Promise<void> {
  await lockReservations(ctx, ownerId, ["allocated"]);
  const allocated = await ctx.db
    .select(getTableColumns(reservations))
    .from(reservations)
    .innerJoin(locations, eq(locations.id, reservations.locationId))
    .where(
      and(
        eq(reservations.ownerId, ownerId),
        eq(reservations.status, "allocated"),
        inArray(reservations.orderLineId, lines.map((line) => line.orderLineId)),
      ),
    )
    .orderBy(desc(locations.priority), desc(locations.id), reservations.id);
  const released: Reservation[] = [];
  for (const line of lines) {
    let missing = line.quantity;
    for (const reservation of allocated.filter((row) => row.orderLineId === line.orderLineId)) {
      const quantity = Math.min(missing, reservation.quantity);
      if (quantity === 0) break;
      await release(ctx, reservation, quantity);
      released.push({ ...reservation, quantity });
      missing -= quantity;
    }
    if (missing > 0) {
      throw new DomainError("conflict", "inventory.not_allocated", "These units are not allocated to the order.", {
        orderLineId: line.orderLineId,
        missing,
      });
    }
  }
  await giveBack(ctx, released);
}

async function release(ctx: Context, reservation: Reservation, quantity: number): Promise<void> {
  const released = { status: "released" as const, endedAt: ctx.clock.now() };
  const isWhole = quantity === reservation.quantity;
  await ctx.db
    .update(reservations)
    .set(isWhole ? released : { quantity: reservation.quantity - quantity })
    .where(eq(reservations.id, reservation.id));
  if (!isWhole) await ctx.db.insert(reservations).values({ ...reservation, ...released, id: newId("res"), quantity });
}
