import { stockMovements } from "@cartwright/db";
import { actorName, newId, type Context } from "../kernel/index.ts";
import { getLocation, requireLiving } from "./get-location.ts";
import { raiseOnHand } from "./put-on-hand.ts";

export interface ReturnedUnits {
  variantId: string;
  /** Units that go back on the shelf. */
  restocked: number;
  /** Units that came back and can't be sold: they are in the ledger twice, `returned` and `written_off`. */
  writtenOff: number;
}

/**
 * Goods that came back arrive at a location, by default the one that serves first. Call it inside a transaction.
 * Returns the ids of the movements. Errors: `location.not_found`.
 */
export async function takeBackStock(
  ctx: Context,
  units: readonly ReturnedUnits[],
  { location: handle, reference, reason }: { location?: string | undefined; reference: string; reason: string },
): Promise<{ locationId: string; movementIds: string[] }> {
  const location = await getLocation(ctx, handle);
  const at = ctx.clock.now();
  const movements: (typeof stockMovements.$inferInsert)[] = [];
  // Levels are taken in the fixed order, so that two parcels can't wait for each other.
  for (const { variantId, restocked, writtenOff } of units.toSorted((a, b) => (a.variantId < b.variantId ? -1 : 1))) {
    await raiseOnHand(ctx, variantId, location.id, restocked);
    const movement = { variantId, locationId: location.id, reason, reference, actor: actorName(ctx.actor), at };
    movements.push({ ...movement, id: newId("mov"), kind: "returned", quantity: restocked + writtenOff });
    if (writtenOff > 0) movements.push({ ...movement, id: newId("mov"), kind: "written_off", quantity: -writtenOff });
  }
  await ctx.db.insert(stockMovements).values(movements);
  await requireLiving(ctx, [location]);
  return { locationId: location.id, movementIds: movements.map((movement) => movement.id) };
}
