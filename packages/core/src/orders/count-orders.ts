import { orders } from "@cartwright/db";
import type { OrderStatus } from "@cartwright/db/constants/orders";
import { count, eq } from "drizzle-orm";
import { requirePermission, type Context } from "../kernel/index.ts";

/** How many orders are in a status. Errors: `access.*`. */
export async function countOrders(ctx: Context, status: OrderStatus): Promise<number> {
  requirePermission(ctx, "orders.read");
  const [row] = await ctx.db.select({ count: count() }).from(orders).where(eq(orders.status, status));
  return row?.count ?? 0;
}
