import { cartLines } from "@cartwright/db";
import { eq } from "drizzle-orm";
import { trimHolds } from "../inventory/index.ts";
import type { Context } from "../kernel/index.ts";
import { getCartLine } from "./add-cart-line.ts";
import { changeCart } from "./change-cart.ts";
import { checkQuantity, findWanted } from "./check-quantity.ts";
import type { UpdateCartLineInput } from "./schemas.ts";
import type { CartView } from "./views.ts";

/**
 * Sets a line's quantity and accepts today's price. Fewer is always allowed, so that a short
 * line can be settled; what its checkout held too much goes back at once.
 * Errors: `cart_line.not_found`, `cart.not_for_sale`, `cart.insufficient_stock`, `cart.quantity_limit`, `cart.placing`.
 */
export async function updateCartLine(ctx: Context, input: UpdateCartLineInput): Promise<CartView> {
  return changeCart(ctx, { procedure: "cart.updateLine", body: input }, async (ctx, { cart }) => {
    const line = await getCartLine(ctx, cart.id, input.lineId);
    const { variant } = await findWanted(ctx, cart, { variantId: line.variantId, quantity: input.quantity });
    if (input.quantity >= line.quantity) checkQuantity(ctx, variant, input.quantity);
    await ctx.db
      .update(cartLines)
      .set({ quantity: input.quantity, unitPriceMinor: variant?.price?.amountMinor ?? line.unitPriceMinor, updatedAt: ctx.clock.now() })
      .where(eq(cartLines.id, line.id));
    if (cart.heldUntil) await trimHolds(ctx, cart.id, { variantId: line.variantId, keep: input.quantity });
  });
}
