import { lockRow, reservations } from "@cartwright/db";
import { and, eq } from "drizzle-orm";
import type { Context } from "../kernel/index.ts";
import { releaseExcess } from "./release-excess.ts";

/** Gives back at once what an owner holds of a variant beyond `keep` units. Call it inside a transaction. */
export async function trimHolds(ctx: Context, ownerId: string, { variantId, keep }: { variantId: string; keep: number }): Promise<void> {
  const held = await lockRow(
    ctx.db
      .select({ id: reservations.id, variantId: reservations.variantId, locationId: reservations.locationId, quantity: reservations.quantity })
      .from(reservations)
      .where(and(eq(reservations.ownerId, ownerId), eq(reservations.variantId, variantId), eq(reservations.status, "held"))),
  );
  await releaseExcess(ctx, held, new Map([[variantId, keep]]));
}
