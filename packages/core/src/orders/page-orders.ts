import { orderLines, orders } from "@cartwright/db";
import { and, desc, lt, sql, type SQL } from "drizzle-orm";
import { countTotal, cutPage, decodeCursor, type Context, type Page } from "../kernel/index.ts";
import { orderRowView } from "./load-order.ts";
import type { OrderRowView } from "./views.ts";

/** Orders that match, newest first. Two statements. Errors: `page.bad_cursor`. */
export async function pageOrders(
  ctx: Context,
  page: { cursor?: string | null | undefined; limit: number },
  matches: SQL | undefined,
): Promise<Page<OrderRowView>> {
  const before = page.cursor ? String(decodeCursor(page.cursor, ["string"])[0]) : null;
  const rows = await ctx.db
    .select({
      order: orders,
      // A column of the only table is written without its table, and would mean the line's own id inside.
      quantity: sql<number>`(select coalesce(sum(${orderLines.quantity}), 0) from ${orderLines} where ${orderLines.orderId} = ${orders}."id")`.mapWith(Number),
    })
    .from(orders)
    .where(and(matches, before === null ? undefined : lt(orders.id, before)))
    .orderBy(desc(orders.id))
    .limit(page.limit + 1);
  const { shown, nextCursor } = cutPage(rows, page.limit, ({ order }) => [order.id]);
  const total = await countTotal(ctx, ctx.db.select({ id: orders.id }).from(orders).where(matches));
  return { items: shown.map(({ order, quantity }) => orderRowView(order, quantity)), nextCursor, total };
}
