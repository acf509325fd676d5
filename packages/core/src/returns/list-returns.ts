import { orders, returnLines, returns } from "@cartwright/db";
import { and, desc, eq, lt, sql } from "drizzle-orm";
import { countTotal, cutPage, decodeCursor, requirePermission, type Context, type Page } from "../kernel/index.ts";
import { orderIs } from "../orders/index.ts";
import { readReason } from "./return-reason.ts";
import type { ListReturnsInput } from "./schemas.ts";
import type { ReturnRowView } from "./views.ts";

/** Returns for staff, newest first, of all orders or of one. Errors: `page.bad_cursor`, `access.*`. */
export async function listReturns(ctx: Context, input: ListReturnsInput): Promise<Page<ReturnRowView>> {
  requirePermission(ctx, "orders.read");
  const matches = and(input.status ? eq(returns.status, input.status) : undefined, input.order ? orderIs(input.order) : undefined);
  const before = input.cursor ? String(decodeCursor(input.cursor, ["string"])[0]) : null;
  const rows = await ctx.db
    .select({
      row: returns,
      order: { number: orders.number, currency: orders.currency },
      quantity: sql<number>`(select coalesce(sum(${returnLines.quantity}), 0) from ${returnLines} where ${returnLines.returnId} = ${returns.id})`.mapWith(Number),
    })
    .from(returns)
    .innerJoin(orders, eq(orders.id, returns.orderId))
    .where(and(matches, before === null ? undefined : lt(returns.id, before)))
    .orderBy(desc(returns.id))
    .limit(input.limit + 1);
  const { shown, nextCursor } = cutPage(rows, input.limit, ({ row }) => [row.id]);
  const matching = ctx.db.select({ id: returns.id }).from(returns).innerJoin(orders, eq(orders.id, returns.orderId)).where(matches);
  return {
    items: shown.map(({ row, order, quantity }) => ({
      id: row.id,
      number: row.number,
      orderId: row.orderId,
      orderNumber: order.number,
      status: row.status,
      reason: readReason(row).reason,
      quantity,
      refunded: { amountMinor: row.refundedMinor, currency: order.currency },
      createdAt: row.createdAt.toISOString(),
    })),
    nextCursor,
    total: await countTotal(ctx, matching),
  };
}
