import { lockRow, reservations, stockLevels } from "@cartwright/db";
import { and, asc, eq, ne, sql } from "drizzle-orm";
import { newId, type Context } from "../kernel/index.ts";
import { lowStockFacts, noteLowStock } from "./note-low-stock.ts";
import { giveBack } from "./release-expired-holds.ts";

interface Arrival {
  variantId: string;
  locationId: string;
}

/**
 * Whether orders wait for this variant at another location than the one where units are about to arrive. If so, their
 * allocations and the variant's levels are locked, in the order in which everybody takes them. Call it before the level of the arrival is touched.
 */
export async function lockBackorders(ctx: Context, { variantId, locationId }: Arrival): Promise<boolean> {
  const isWaiting = and(eq(stockLevels.variantId, variantId), ne(stockLevels.locationId, locationId), sql`${stockLevels.reserved} > ${stockLevels.onHand}`);
  const [waiting] = await ctx.db.select({ id: stockLevels.locationId }).from(stockLevels).where(isWaiting).limit(1);
  if (!waiting) return false;
  const allocated = and(eq(reservations.variantId, variantId), eq(reservations.status, "allocated"), ne(reservations.locationId, locationId));
  await lockRow(ctx.db.select({ id: reservations.id }).from(reservations).where(allocated).orderBy(asc(reservations.id)));
  await lockRow(ctx.db.select({ id: stockLevels.locationId }).from(stockLevels).where(eq(stockLevels.variantId, variantId)).orderBy(asc(stockLevels.locationId)));
  return true;
}

/**
 * Units have arrived: orders that wait for theirs at other locations, the oldest first, get them from here. Their
 * allocations move, as far as units are free. Call it in the transaction of the arrival, after `lockBackorders`.
 */
export async function fillBackorders(ctx: Context, { variantId, locationId }: Arrival): Promise<void> {
  const levels = await ctx.db.select().from(stockLevels).where(eq(stockLevels.variantId, variantId));
  const here = levels.find((level) => level.locationId === locationId);
  let free = here ? here.onHand - here.reserved : 0;
  if (free <= 0) return;
  const missing = new Map(levels.filter((level) => level.locationId !== locationId).map((level) => [level.locationId, level.reserved - level.onHand]));
  const onShelf = new Map(levels.map((level) => [level.locationId, level.onHand]));
  const allocated = await ctx.db
    .select()
    .from(reservations)
    .where(and(eq(reservations.variantId, variantId), eq(reservations.status, "allocated"), ne(reservations.locationId, locationId)))
    .orderBy(asc(reservations.createdAt), asc(reservations.id));
  const left: Reservation[] = [];
  for (const reservation of allocated) {
    const from = reservation.locationId;
    // What lies there is for those who came first.
    const served = Math.min(reservation.quantity, onShelf.get(from) ?? 0);
    onShelf.set(from, (onShelf.get(from) ?? 0) - served);
    const quantity = Math.min(reservation.quantity - served, missing.get(from) ?? 0, free);
    if (quantity <= 0) continue;
    await move(ctx, reservation, { quantity, locationId });
    missing.set(from, (missing.get(from) ?? 0) - quantity);
    free -= quantity;
    left.push({ ...reservation, quantity });
  }
  const moved = left.reduce((units, { quantity }) => units + quantity, 0);
  if (moved === 0) return;
  const taken = await ctx.db
    .update(stockLevels)
    .set({ reserved: sql`${stockLevels.reserved} + ${moved}`, updatedAt: ctx.clock.now() })
    .where(and(eq(stockLevels.variantId, variantId), eq(stockLevels.locationId, locationId)))
    .returning(lowStockFacts);
  await noteLowStock(ctx, taken);
  await giveBack(ctx, left);
}

type Reservation = typeof reservations.$inferSelect;

async function move(ctx: Context, reservation: Reservation, to: { quantity: number; locationId: string }): Promise<void> {
  const isThis = eq(reservations.id, reservation.id);
  if (to.quantity === reservation.quantity) return void (await ctx.db.update(reservations).set({ locationId: to.locationId }).where(isThis));
  await ctx.db.update(reservations).set({ quantity: reservation.quantity - to.quantity }).where(isThis);
  await ctx.db.insert(reservations).values({ ...reservation, ...to, id: newId("res") });
}
