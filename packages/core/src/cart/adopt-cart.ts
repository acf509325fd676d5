import { carts, inTransaction, isUniqueViolation } from "@cartwright/db";
import { eq } from "drizzle-orm";
import type { Context } from "../kernel/index.ts";
import type { CartRow } from "./find-cart.ts";

/** Makes a cookie's locked cart the customer's own, with all it holds. Null when the customer has got another meanwhile. */
export async function adoptCart(ctx: Context, cart: CartRow, accountId: string): Promise<CartRow | null> {
  const owned = { accountId, tokenHash: null, updatedAt: ctx.clock.now() };
  try {
    // A savepoint: another tab may be opening the customer's cart at this moment.
    await inTransaction(ctx, (ctx) => ctx.db.update(carts).set(owned).where(eq(carts.id, cart.id)));
  } catch (error) {
    if (!isUniqueViolation(error, "carts_account")) throw error;
    return null;
  }
  return { ...cart, ...owned };
}
