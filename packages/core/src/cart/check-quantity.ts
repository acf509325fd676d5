import { findSellableVariants, type SellableVariant } from "../catalog/index.ts";
import { releaseExpiredHolds } from "../inventory/index.ts";
import { DomainError, type Context, type Money } from "../kernel/index.ts";
import { countOwnHolds } from "./count-own-holds.ts";
import type { CartRow } from "./find-cart.ts";
import { cartReasons } from "./schemas.ts";

export interface Wish {
  variantId: string;
  quantity: number;
  /** Variants that the caller needs to know too, in the same statements. */
  others?: readonly string[];
}

export interface Wanted {
  /** As it is for sale to this cart now. */
  variant: SellableVariant | undefined;
  /** This one and the others, as anybody can have them. */
  variants: ReadonlyMap<string, SellableVariant>;
}

/**
 * Finds a variant that a cart wants. When it takes them to fill the wish, what the cart itself holds is counted, and
 * holds of others that have run out are released.
 */
export async function findWanted(ctx: Context, cart: CartRow, { variantId, quantity, others = [] }: Wish): Promise<Wanted> {
  const look = async (): Promise<Wanted> => {
    const variants = await findSellableVariants(ctx, [...new Set([variantId, ...others])]);
    const isEnough = quantity <= (variants.get(variantId)?.available ?? 0);
    return { variant: (isEnough ? variants : await countOwnHolds(ctx, cart, variants)).get(variantId), variants };
  };
  const wanted = await look();
  if (!wanted.variant || quantity <= wanted.variant.available) return wanted;
  const released = await releaseExpiredHolds(ctx, { variantId });
  return released === 0 ? wanted : look();
}

/**
 * Whether a line may hold that many. Errors: `cart.not_for_sale`, `cart.quantity_limit` with `limit`,
 * `cart.insufficient_stock` with `available`.
 */
export function checkQuantity(
  ctx: Context,
  variant: SellableVariant | undefined,
  quantity: number,
): asserts variant is SellableVariant & { price: Money } {
  if (!variant?.isForSale) {
    throw new DomainError("conflict", cartReasons.notForSale, "This is not for sale at the moment.", { variantId: variant?.variantId });
  }
  const limit = ctx.shop.maxLineQuantity;
  if (quantity > limit) {
    throw new DomainError("conflict", cartReasons.quantityLimit, `No more than ${limit} of one thing can be ordered at once.`, {
      field: "quantity",
      limit,
    });
  }
  if (quantity > variant.available) {
    const message = variant.available === 0 ? "This is sold out." : `Only ${variant.available} left.`;
    throw new DomainError("conflict", cartReasons.insufficientStock, message, {
      field: "quantity",
      variantId: variant.variantId,
      wanted: quantity,
      available: variant.available,
    });
  }
}
