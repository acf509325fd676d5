import { orders } from "@cartwright/db";
import type { OrderStatus } from "@cartwright/db/constants/orders";
import { and, eq } from "drizzle-orm";
import type { Context } from "../kernel/index.ts";

/** Moves an order on if it still is where the caller saw it; false when somebody else was first. */
export async function setStatus(ctx: Context, orderId: string, from: OrderStatus, to: OrderStatus): Promise<boolean> {
  const rows = await ctx.db
    .update(orders)
    .set({ status: to, updatedAt: ctx.clock.now() })
    .where(and(eq(orders.id, orderId), eq(orders.status, from)))
    .returning({ id: orders.id });
  return rows.length > 0;
}
