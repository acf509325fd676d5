import { carts, prepared, type Db } from "@cartwright/db";
import type { CartStatus } from "@cartwright/db/constants/cart";
import { eq, sql } from "drizzle-orm";
import type { Context } from "../kernel/index.ts";

/** Moves a cart on while its order is placed; the caller holds its lock or its order's. */
export async function setCartStatus(ctx: Context, cartId: string, status: CartStatus): Promise<void> {
  await prepared(ctx, "cart status", moveCart).execute({ cartId, status, now: ctx.clock.now() });
}

const moveCart = (db: Db) =>
  db
    .update(carts)
    .set({ status: sql`${sql.placeholder("status")}`, updatedAt: sql`${sql.placeholder("now")}` })
    .where(eq(carts.id, sql.placeholder("cartId")))
    .prepare("cart status");
