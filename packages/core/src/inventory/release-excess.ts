import { reservations } from "@cartwright/db";
import { eq } from "drizzle-orm";
import type { Context } from "../kernel/index.ts";
import { giveBack } from "./release-expired-holds.ts";
import type { HeldUnits } from "./take-over-holds.ts";

/** Releases what the wanted units of a variant leave over; the rows must be locked. */
export async function releaseExcess(ctx: Context, held: readonly HeldUnits[], wanted: ReadonlyMap<string, number>): Promise<void> {
  const left = new Map(wanted);
  const ended: HeldUnits[] = [];
  // The newest is of the location that serves last: it goes first, so that the rest can leave in one parcel.
  for (const hold of held.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
    const kept = Math.min(hold.quantity, left.get(hold.variantId) ?? 0);
    left.set(hold.variantId, (left.get(hold.variantId) ?? 0) - kept);
    if (kept === hold.quantity) continue;
    const change = kept === 0 ? { status: "released" as const, endedAt: ctx.clock.now() } : { quantity: kept };
    await ctx.db.update(reservations).set(change).where(eq(reservations.id, hold.id));
    ended.push({ ...hold, quantity: hold.quantity - kept });
  }
  await giveBack(ctx, ended);
}
