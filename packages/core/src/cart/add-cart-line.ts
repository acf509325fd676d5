import { cartLines, prepared, type Db } from "@cartwright/db";
import { and, eq, sql } from "drizzle-orm";
import { DomainError, newId, notFound, type Context } from "../kernel/index.ts";
import { changeCart } from "./change-cart.ts";
import { checkQuantity, findWanted } from "./check-quantity.ts";
import { listCartLines, type CartLineRow } from "./load-cart.ts";
import { cartReasons, type AddCartLineInput } from "./schemas.ts";
import type { CartView } from "./views.ts";

/**
 * Puts units of a variant into the actor's cart, on top of those already there, at today's price.
 * Errors: `variant.not_found`, `cart.not_for_sale`, `cart.insufficient_stock` with `available`,
 * `cart.quantity_limit`, `cart.line_limit`, `cart.placing`.
 */
export async function addCartLine(ctx: Context, input: AddCartLineInput): Promise<CartView> {
  return changeCart(ctx, { procedure: "cart.addLine", body: input }, async (ctx, { cart, isNew }) => {
    const lines = isNew ? [] : await listCartLines(ctx, cart.id);
    const existing = lines.find((line) => line.variantId === input.variantId);
    if (!existing && lines.length >= ctx.shop.maxCartLines) {
      throw new DomainError("conflict", cartReasons.lineLimit, `A cart holds up to ${ctx.shop.maxCartLines} different things.`);
    }
    const quantity = (existing?.quantity ?? 0) + input.quantity;
    const others = lines.map((line) => line.variantId);
    const { variant, variants } = await findWanted(ctx, cart, { variantId: input.variantId, quantity, others });
    if (!variant) throw notFound("variant", input.variantId);
    checkQuantity(ctx, variant, quantity);
    const [line] = await prepared(ctx, "add cart line", upsertLine).execute({
      id: newId("cln"),
      cartId: cart.id,
      variantId: variant.variantId,
      quantity: input.quantity,
      unitPriceMinor: variant.price.amountMinor,
      now: ctx.clock.now(),
    });
    if (!line) throw new Error("the line was put in above");
    return { lines: withLine(lines, line), variants };
  });
}

function withLine(lines: readonly CartLineRow[], line: CartLineRow): CartLineRow[] {
  return [...lines.filter(({ id }) => id !== line.id), line].toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

/** A line of this cart. Errors: `cart_line.not_found`, also for somebody else's. */
export async function getCartLine(ctx: Context, cartId: string, lineId: string) {
  const [line] = await ctx.db
    .select()
    .from(cartLines)
    .where(and(eq(cartLines.id, lineId), eq(cartLines.cartId, cartId)));
  if (!line) throw notFound("cart_line", lineId);
  return line;
}

const upsertLine = (db: Db) => {
  const [quantity, unitPriceMinor, updatedAt] = [sql.placeholder("quantity"), sql.placeholder("unitPriceMinor"), sql.placeholder("now")];
  return db
    .insert(cartLines)
    .values({
      id: sql.placeholder("id"),
      cartId: sql.placeholder("cartId"),
      variantId: sql.placeholder("variantId"),
      quantity,
      unitPriceMinor,
      createdAt: updatedAt,
      updatedAt,
    })
    .onConflictDoUpdate({
      target: [cartLines.cartId, cartLines.variantId],
      set: { quantity: sql`${cartLines.quantity} + excluded.quantity`, unitPriceMinor: sql`excluded.unit_price_minor`, updatedAt: sql`excluded.updated_at` },
    })
    .returning()
    .prepare("add cart line");
};
