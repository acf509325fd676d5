import { orders, prepared, type Db } from "@cartwright/db";
import type { OrderStatus } from "@cartwright/db/constants/orders";
import { and, eq, sql } from "drizzle-orm";
import type { Context } from "../kernel/index.ts";

/** Moves an order on if it still is where the caller saw it; false when somebody else was first. */
export async function setStatus(ctx: Context, orderId: string, from: OrderStatus, to: OrderStatus): Promise<boolean> {
  const rows = await prepared(ctx, "order status", moveStatus).execute({ orderId, from, to, now: ctx.clock.now() });
  return rows.length > 0;
}

const moveStatus = (db: Db) =>
  db
    .update(orders)
    .set({ status: sql`${sql.placeholder("to")}`, updatedAt: sql`${sql.placeholder("now")}` })
    .where(and(eq(orders.id, sql.placeholder("orderId")), eq(orders.status, sql.placeholder("from"))))
    .returning({ id: orders.id })
    .prepare("order status");
