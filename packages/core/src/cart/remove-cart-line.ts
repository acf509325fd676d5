import { cartLines } from "@cartwright/db";
import { eq } from "drizzle-orm";
import { trimHolds } from "../inventory/index.ts";
import type { Context } from "../kernel/index.ts";
import { getCartLine } from "./add-cart-line.ts";
import { changeCart } from "./change-cart.ts";
import type { RemoveCartLineInput } from "./schemas.ts";
import type { CartView } from "./views.ts";

/** Takes a line out of the actor's cart. Errors: `cart_line.not_found`, `cart.placing`. */
export async function removeCartLine(ctx: Context, input: RemoveCartLineInput): Promise<CartView> {
  return changeCart(ctx, { procedure: "cart.removeLine", body: input }, async (ctx, { cart }) => {
    const line = await getCartLine(ctx, cart.id, input.lineId);
    await ctx.db.delete(cartLines).where(eq(cartLines.id, line.id));
    if (cart.heldUntil) await trimHolds(ctx, cart.id, { variantId: line.variantId, keep: 0 });
  });
}
