import type { Context } from "../kernel/index.ts";
import { keepHolds, takeUnits, type HoldLine, type Shortage } from "./hold-stock.ts";
import { releaseExcess } from "./release-excess.ts";
import type { HeldUnits } from "./take-over-holds.ts";

export interface HoldWish {
  ownerId: string;
  /** What the owner holds already, as `takeOverHolds` returns it. */
  held: readonly HeldUnits[];
  /** What it is to hold, one line a variant. */
  lines: readonly HoldLine[];
  expiresAt: Date | null;
}

/**
 * Brings an owner's holds to what its lines want: gives back what is too much and takes what is missing. A line that
 * can't have all gets what there is. Call it inside a transaction. Returns the lines that are short.
 */
export async function bringHolds(ctx: Context, { ownerId, held, lines, expiresAt }: HoldWish): Promise<Shortage[]> {
  await releaseExcess(ctx, held, new Map(lines.map((line) => [line.variantId, line.quantity])));
  const units = new Map<string, number>();
  for (const hold of held) units.set(hold.variantId, (units.get(hold.variantId) ?? 0) + hold.quantity);
  const missing = lines
    .map((line) => ({ ...line, quantity: line.quantity - (units.get(line.variantId) ?? 0) }))
    .filter((line) => line.quantity > 0);
  if (missing.length === 0) return [];
  const { taken, shortages } = await takeUnits(ctx, missing);
  await keepHolds(ctx, { ownerId, taken, expiresAt });
  return shortages.map(({ variantId, wanted, available }) => {
    const own = units.get(variantId) ?? 0;
    return { variantId, wanted: wanted + own, available: available + own };
  });
}
