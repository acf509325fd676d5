import { carts, lockRow } from "@cartwright/db";
import { and, desc, eq, inArray } from "drizzle-orm";
import { hashToken, newId, type Context } from "../kernel/index.ts";

export type CartRow = typeof carts.$inferSelect;

/** The actor's living cart: the customer's own, else that of the cookie; null before anything was put in. */
export async function findCart(ctx: Context, options: { isLocked?: boolean } = {}): Promise<CartRow | null> {
  const owner = ownerOf(ctx);
  if (!owner) return null;
  const query = ctx.db
    .select()
    .from(carts)
    .where(and(owner.where, inArray(carts.status, ["open", "placing"])))
    .orderBy(desc(carts.id))
    .limit(1);
  const [cart] = await (options.isLocked ? lockRow(query) : query);
  return cart ?? null;
}

/** The same, made when there is none; locked. Call it inside a transaction. */
export async function openCart(ctx: Context): Promise<CartRow> {
  const existing = await findCart(ctx, { isLocked: true });
  if (existing) return existing;
  const owner = ownerOf(ctx);
  if (!owner) throw new Error("the server gives every shopper who changes a cart a token");
  const now = ctx.clock.now();
  await ctx.db
    .insert(carts)
    .values({ id: newId("crt"), status: "open", ...owner.columns, currency: ctx.shop.currency, createdAt: now, updatedAt: now })
    .onConflictDoNothing();
  // On a conflict another tab has just opened it.
  const cart = await findCart(ctx, { isLocked: true });
  if (!cart) throw new Error("the cart was opened above");
  return cart;
}

function ownerOf(ctx: Context) {
  const { actor } = ctx;
  if (actor.id !== null && actor.kind !== "system") {
    return { where: eq(carts.accountId, actor.id), columns: { accountId: actor.id } };
  }
  if (actor.cartToken === null) return null;
  const tokenHash = hashToken(actor.cartToken);
  return { where: eq(carts.tokenHash, tokenHash), columns: { tokenHash } };
}
