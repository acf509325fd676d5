import { reservations, stockLevels, stockMovements } from "@cartwright/db";
import { and, eq, gte, sql } from "drizzle-orm";
import { actorName, DomainError, newId, type Context } from "../kernel/index.ts";
import { lockReservations } from "./lock-reservations.ts";

export interface ShipLine {
  orderLineId: string;
  quantity: number;
}

/**
 * Stock leaves for a parcel: allocations of the order's lines become `sold` movements. Call it inside a
 * transaction. Errors: `inventory.not_allocated` when a line has fewer units allocated than it ships,
 * `inventory.not_on_hand` when they are promised but not on the shelf (a backorder).
 */
export async function shipStock(ctx: Context, ownerId: string, lines: readonly ShipLine[], reference: string): Promise<void> {
  await lockReservations(ctx, ownerId, ["allocated"]);
  const allocated = await ctx.db
    .select()
    .from(reservations)
    .where(and(eq(reservations.ownerId, ownerId), eq(reservations.status, "allocated")))
    .orderBy(reservations.variantId, reservations.locationId, reservations.id);
  const place = (line: ShipLine) => allocated.findIndex((row) => row.orderLineId === line.orderLineId);
  // Levels are taken in the fixed order, whichever way the parcel was packed.
  for (const line of lines.toSorted((a, b) => place(a) - place(b))) {
    let missing = line.quantity;
    for (const reservation of allocated.filter((row) => row.orderLineId === line.orderLineId)) {
      const quantity = Math.min(missing, reservation.quantity);
      if (quantity === 0) break;
      await shipFrom(ctx, reservation, quantity, reference);
      missing -= quantity;
    }
    if (missing > 0) {
      throw new DomainError("conflict", "inventory.not_allocated", "These units are not allocated to the order.", {
        orderLineId: line.orderLineId,
        missing,
      });
    }
  }
}

async function shipFrom(ctx: Context, reservation: typeof reservations.$inferSelect, quantity: number, reference: string) {
  const { variantId, locationId } = reservation;
  const now = ctx.clock.now();
  const left = await ctx.db
    .update(stockLevels)
    .set({
      onHand: sql`${stockLevels.onHand} - ${quantity}`,
      reserved: sql`${stockLevels.reserved} - ${quantity}`,
      updatedAt: now,
    })
    .where(and(eq(stockLevels.variantId, variantId), eq(stockLevels.locationId, locationId), gte(stockLevels.onHand, quantity)))
    .returning({ onHand: stockLevels.onHand });
  if (left.length === 0) {
    throw new DomainError("conflict", "inventory.not_on_hand", "There are fewer units on the shelf than this parcel takes. Receive stock first.", {
      variantId,
      locationId,
      wanted: quantity,
    });
  }
  const shipped = { status: "shipped" as const, endedAt: now };
  if (quantity === reservation.quantity) {
    await ctx.db.update(reservations).set(shipped).where(eq(reservations.id, reservation.id));
  } else {
    await ctx.db
      .update(reservations)
      .set({ quantity: sql`${reservations.quantity} - ${quantity}` })
      .where(eq(reservations.id, reservation.id));
    await ctx.db.insert(reservations).values({ ...reservation, ...shipped, id: newId("res"), quantity });
  }
  await ctx.db.insert(stockMovements).values({
    id: newId("mov"),
    variantId,
    locationId,
    kind: "sold",
    quantity: -quantity,
    actor: actorName(ctx.actor),
    reference,
    at: now,
  });
}
