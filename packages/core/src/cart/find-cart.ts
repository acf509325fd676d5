import { carts, lockRow, prepared, type Db } from "@cartwright/db";
import { and, desc, eq, sql } from "drizzle-orm";
import { hashToken, newId, type Context } from "../kernel/index.ts";
import { adoptCart } from "./adopt-cart.ts";

export type CartRow = typeof carts.$inferSelect;

/** Said in the words of the partial indexes, which serve a query only when it repeats them. */
const isLiving = sql`${carts.status} in ('open', 'placing')`;

export interface FindCartOptions {
  isLocked?: boolean;
  /** Not the cart that a sign-in had to leave with the cookie: for placing, which takes only what the buyer has opened. */
  isOwnOnly?: boolean;
}

/**
 * The actor's living cart: the customer's own, else the open one of the cookie, which is the customer's once it is
 * locked; null before anything was put in.
 */
export async function findCart(ctx: Context, { isLocked = false, isOwnOnly = false }: FindCartOptions = {}): Promise<CartRow | null> {
  const owner = ownerOf(ctx);
  if (!owner) return null;
  const cart = await findLivingCart(ctx, owner, isLocked);
  const { cartToken } = ctx.actor;
  if (cart || isOwnOnly || owner.by === "tokenHash" || cartToken === null) return cart;
  const waiting = await findLivingCart(ctx, { by: "tokenHash", value: hashToken(cartToken) }, isLocked);
  if (waiting?.status !== "open") return null;
  return isLocked ? ((await adoptCart(ctx, waiting, owner.value)) ?? findLivingCart(ctx, owner, true)) : waiting;
}

export interface CartOwner {
  by: "accountId" | "tokenHash";
  value: string;
}

/** By its cookie's hash or its account. */
export async function findLivingCart(ctx: Context, { by, value }: CartOwner, isLocked: boolean): Promise<CartRow | null> {
  const key = `living cart by ${by}${isLocked ? ", locked" : ""}`;
  const [cart] = await prepared(ctx, key, (db) => livingCart(db, by, isLocked).prepare(key)).execute({ owner: value });
  return cart ?? null;
}

export interface OpenedCart {
  cart: CartRow;
  /** Made by this transaction: there is nothing in it. */
  isNew: boolean;
}

/** The same, made when there is none; locked. Call it inside a transaction. */
export async function openCart(ctx: Context): Promise<OpenedCart> {
  const existing = await findCart(ctx, { isLocked: true });
  if (existing) return { cart: existing, isNew: false };
  const owner = ownerOf(ctx);
  if (!owner) throw new Error("the server gives every shopper who changes a cart a token");
  const key = `open cart by ${owner.by}`;
  const values = { id: newId("crt"), owner: owner.value, currency: ctx.shop.currency, now: ctx.clock.now() };
  const [made] = await prepared(ctx, key, (db) => insertCart(db, owner.by).prepare(key)).execute(values);
  if (made) return { cart: made, isNew: true };
  // Another tab has just opened it.
  const cart = await findCart(ctx, { isLocked: true });
  if (!cart) throw new Error("the cart was opened by somebody");
  return { cart, isNew: false };
}

function ownerOf({ actor }: Context): CartOwner | null {
  if (actor.id !== null && actor.kind !== "system") return { by: "accountId", value: actor.id };
  return actor.cartToken === null ? null : { by: "tokenHash", value: hashToken(actor.cartToken) };
}

function insertCart(db: Db, by: CartOwner["by"]) {
  const now = sql.placeholder("now");
  return db
    .insert(carts)
    .values({
      id: sql.placeholder("id"),
      status: "open",
      [by]: sql.placeholder("owner"),
      currency: sql.placeholder("currency"),
      createdAt: now,
      updatedAt: now,
    })
    .onConflictDoNothing()
    .returning();
}

function livingCart(db: Db, by: CartOwner["by"], isLocked: boolean) {
  const query = db
    .select()
    .from(carts)
    .where(and(eq(carts[by], sql.placeholder("owner")), isLiving))
    .orderBy(desc(carts.id))
    .limit(1);
  return isLocked ? lockRow(query) : query;
}
