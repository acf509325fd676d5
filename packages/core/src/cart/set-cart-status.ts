import { carts, prepared, type Db } from "@cartwright/db";
import type { CartStatus } from "@cartwright/db/constants/cart";
import { eq, sql } from "drizzle-orm";
import type { Context } from "../kernel/index.ts";

/**
 * Moves a cart on while its order is placed; the caller holds its lock or its order's. `heldUntil` is when what it
 * holds runs out: none once its order has taken that over.
 */
export async function setCartStatus(ctx: Context, cartId: string, status: CartStatus, heldUntil: Date | null = null): Promise<void> {
  await prepared(ctx, "cart status", moveCart).execute({ cartId, status, heldUntil, now: ctx.clock.now() });
}

const moveCart = (db: Db) =>
  db
    .update(carts)
    .set({
      status: sql`${sql.placeholder("status")}`,
      heldUntil: sql`${sql.placeholder("heldUntil")}`,
      updatedAt: sql`${sql.placeholder("now")}`,
    })
    .where(eq(carts.id, sql.placeholder("cartId")))
    .prepare("cart status");
