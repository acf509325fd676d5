import { orders } from "@cartwright/db";
import { eq } from "drizzle-orm";
import type { Context } from "../kernel/index.ts";

/** Something happened to an order that moved it nowhere: who follows its changes must see it all the same. */
export async function touchOrder(ctx: Context, orderId: string): Promise<void> {
  await ctx.db.update(orders).set({ updatedAt: ctx.clock.now() }).where(eq(orders.id, orderId));
}
