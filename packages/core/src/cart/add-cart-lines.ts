import { cartLines, insertMany } from "@cartwright/db";
import { eq } from "drizzle-orm";
import { newId, type Context } from "../kernel/index.ts";
import { changeCart } from "./change-cart.ts";
import { listCartLines } from "./load-cart.ts";
import { findAvailable } from "./merge-lines.ts";
import type { AddNotice, CartView } from "./views.ts";

/** Units of a variant, and what it was called when somebody wanted it: it may be gone. */
export interface WantedLine {
  variantId: string;
  quantity: number;
  title: string;
  variantTitle: string;
}

/**
 * Puts as much as there is of several variants into the actor's cart, at today's prices, on top of what is in it. What
 * can't be had as wanted is no error but a notice. Each variant is named once. Errors: `cart.placing`.
 */
export async function addCartLines(ctx: Context, wanted: readonly WantedLine[]): Promise<{ cart: CartView; notices: AddNotice[] }> {
  const notices: AddNotice[] = [];
  const cart = await changeCart(ctx, { procedure: "cart.addLines", body: wanted }, async (ctx, { cart }) => {
    const kept = await listCartLines(ctx, cart.id);
    const ownOf = new Map(kept.map((line) => [line.variantId, line]));
    const variants = await findAvailable(ctx, cart, new Map(wanted.map(({ variantId, quantity }) => [variantId, quantity + (ownOf.get(variantId)?.quantity ?? 0)])));
    const now = ctx.clock.now();
    const fresh: (typeof cartLines.$inferInsert)[] = [];
    // A transaction that is run again says it anew.
    notices.length = 0;
    for (const { variantId, quantity: asked, title, variantTitle } of wanted) {
      const variant = variants.get(variantId);
      if (!variant?.isForSale || !variant.price) {
        notices.push({ kind: "not_for_sale", title, variantTitle });
        continue;
      }
      const about = { title: variant.productTitle, variantTitle: variant.variantTitle };
      const own = ownOf.get(variantId);
      const room = Math.min(variant.available, ctx.shop.maxLineQuantity) - (own?.quantity ?? 0);
      const quantity = Math.max(0, Math.min(asked, room));
      if (!own && quantity > 0 && kept.length + fresh.length >= ctx.shop.maxCartLines) {
        notices.push({ kind: "no_room", ...about, limit: ctx.shop.maxCartLines });
        continue;
      }
      if (quantity < asked) notices.push({ kind: "fewer", ...about, wanted: asked, quantity, by: variant.available > ctx.shop.maxLineQuantity ? "limit" : "available" });
      if (quantity === 0) continue;
      const set = { unitPriceMinor: variant.price.amountMinor, updatedAt: now };
      if (own) await ctx.db.update(cartLines).set({ quantity: own.quantity + quantity, ...set }).where(eq(cartLines.id, own.id));
      else fresh.push({ id: newId("cln"), cartId: cart.id, variantId, quantity, createdAt: now, ...set });
    }
    await insertMany(ctx.db, cartLines, fresh);
  });
  return { cart, notices };
}
