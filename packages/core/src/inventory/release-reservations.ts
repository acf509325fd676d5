import { reservations } from "@cartwright/db";
import { and, eq, inArray } from "drizzle-orm";
import type { Context } from "../kernel/index.ts";
import { lockReservations } from "./lock-reservations.ts";
import { giveBack } from "./release-expired-holds.ts";

/** Gives back all that is still held or allocated for an order; call it inside a transaction. */
export async function releaseReservations(ctx: Context, ownerId: string): Promise<void> {
  await lockReservations(ctx, ownerId, ["held", "allocated"]);
  const released = await ctx.db
    .update(reservations)
    .set({ status: "released", endedAt: ctx.clock.now() })
    .where(and(eq(reservations.ownerId, ownerId), inArray(reservations.status, ["held", "allocated"])))
    .returning();
  await giveBack(ctx, released);
}
