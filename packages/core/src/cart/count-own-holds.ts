import type { SellableVariant } from "../catalog/index.ts";
import { findHeldUnits } from "../inventory/index.ts";
import type { Context } from "../kernel/index.ts";
import type { CartRow } from "./find-cart.ts";

type Variants = ReadonlyMap<string, SellableVariant>;

/**
 * The variants as this cart can have them: what its own checkout holds is available to it. One statement, and none
 * for a cart that holds nothing.
 */
export async function countOwnHolds(ctx: Context, cart: Pick<CartRow, "id" | "heldUntil">, variants: Variants): Promise<Variants> {
  return cart.heldUntil && variants.size > 0 ? withHeld(variants, await findHeldUnits(ctx, cart.id)) : variants;
}

/** The same while an order is made of the cart: that order holds all its lines want. */
export function countPlacedLines(lines: readonly { variantId: string; quantity: number }[], variants: Variants): Variants {
  return withHeld(variants, new Map(lines.map((line) => [line.variantId, line.quantity])));
}

function withHeld(variants: Variants, held: ReadonlyMap<string, number>): Variants {
  return new Map([...variants].map(([id, variant]) => [id, { ...variant, available: variant.available + (held.get(id) ?? 0) }]));
}
