import { lockRow, orders, prepared } from "@cartwright/db";
import { eq, or, sql } from "drizzle-orm";
import type { OrderStatus } from "@cartwright/db/constants/orders";
import { DomainError, notFound, type Context } from "../kernel/index.ts";
import { canBecome } from "./order-status.ts";

/** By id, for the steps of placing. */
export async function lockPlacedOrder(ctx: Context, orderId: string): Promise<OrderRow> {
  const [order] = await prepared(ctx, "lock order by id", (db) =>
    lockRow(db.select().from(orders).where(eq(orders.id, sql.placeholder("orderId")))).prepare("lock order by id"),
  ).execute({ orderId });
  if (!order) throw new Error(`there is no order ${orderId}`);
  return order;
}

export type OrderRow = typeof orders.$inferSelect;

/** An order by id or number, locked for the running transaction. Errors: `order.not_found`. */
export async function lockOrder(ctx: Context, handle: string): Promise<OrderRow> {
  const [order] = await lockRow(ctx.db.select().from(orders).where(orderIs(handle)));
  if (!order) throw notFound("order", handle);
  return order;
}

/** Matches an id (`ord_…`) or a number, with or without `#`. */
export function orderIs(handle: string) {
  const number = /^#?(\d{1,15})$/.exec(handle)?.[1];
  return number ? or(eq(orders.number, Number(number)), eq(orders.id, handle)) : eq(orders.id, handle);
}

/** Errors: `order.wrong_status` with `status` when the table of transitions has no such step. */
export function requireStep(order: OrderRow, to: OrderStatus): void {
  if (canBecome(order.status, to)) return;
  throw new DomainError("conflict", "order.wrong_status", `Order ${order.number} is ${order.status}, so it can't become ${to}.`, {
    status: order.status,
    to,
  });
}
