import { orderEvents } from "@cartwright/db";
import { asc, eq } from "drizzle-orm";
import type { Context } from "../kernel/index.ts";
import { foldOrder } from "./fold-order.ts";
import type { OrderState } from "./order-state.ts";

/** An order's events, oldest first. */
export async function loadEvents(ctx: Context, orderId: string) {
  return ctx.db.select().from(orderEvents).where(eq(orderEvents.orderId, orderId)).orderBy(asc(orderEvents.seq));
}

/** An order as its events tell it. */
export async function loadOrderState(ctx: Context, orderId: string): Promise<OrderState> {
  return foldOrder(await loadEvents(ctx, orderId));
}
