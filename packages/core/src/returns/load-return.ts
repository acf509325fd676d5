import { orderLines, orders, returnLines, returns } from "@cartwright/db";
import { asc, desc, eq, inArray, or } from "drizzle-orm";
import { notFound, type Context } from "../kernel/index.ts";
import { lockPlacedOrder, type OrderRow } from "../orders/index.ts";
import { listRefunds } from "../payments/index.ts";
import { readReason } from "./return-reason.ts";
import type { ReturnLineView, ReturnView } from "./views.ts";

export type ReturnRow = typeof returns.$inferSelect;

/** Matches an id (`ret_…`) or a number. */
function returnIs(handle: string) {
  const number = /^#?(\d{1,15})$/.exec(handle)?.[1];
  return number ? or(eq(returns.number, Number(number)), eq(returns.id, handle)) : eq(returns.id, handle);
}

/** A return by id or number. Errors: `return.not_found`. */
export async function getReturnRow(ctx: Context, handle: string): Promise<ReturnRow> {
  const [row] = await ctx.db.select().from(returns).where(returnIs(handle));
  if (!row) throw notFound("return", handle);
  return row;
}

/** A return with its order, whose lock is its own as well. Errors: `return.not_found`. */
export async function lockReturn(ctx: Context, handle: string): Promise<{ row: ReturnRow; order: OrderRow }> {
  const { id, orderId } = await getReturnRow(ctx, handle);
  const order = await lockPlacedOrder(ctx, orderId);
  // As it is now that nobody else can change it.
  return { row: await getReturnRow(ctx, id), order };
}

/** Returns of one order as they may be shown, newest first. Three statements. */
export async function loadReturnViews(ctx: Context, order: Pick<OrderRow, "id" | "number" | "currency">): Promise<ReturnView[]> {
  const rows = await ctx.db.select().from(returns).where(eq(returns.orderId, order.id)).orderBy(desc(returns.id));
  if (rows.length === 0) return [];
  const lines = await loadLines(ctx, rows.map((row) => row.id));
  const refunds = await listRefunds(ctx, order.id);
  return rows.map((row) => {
    const { id, number, status, note } = row;
    const ofReturn = lines.filter((line) => line.returnId === id).map(({ returnId: _, ...line }) => line);
    return {
      id,
      number,
      orderId: order.id,
      orderNumber: order.number,
      status,
      ...readReason(row),
      note,
      quantity: ofReturn.reduce((sum, line) => sum + line.quantity, 0),
      lines: ofReturn,
      refunded: { amountMinor: row.refundedMinor, currency: order.currency },
      refunds: refunds
        .filter((refund) => refund.returnId === id)
        .map((refund) => ({ id: refund.id, amount: { amountMinor: refund.amountMinor, currency: order.currency }, state: refund.status })),
      createdAt: row.createdAt.toISOString(),
      updatedAt: row.updatedAt.toISOString(),
    };
  });
}

/** One return as it may be shown. */
export async function loadReturnView(ctx: Context, { id, orderId }: Pick<ReturnRow, "id" | "orderId">): Promise<ReturnView> {
  const [order] = await ctx.db.select().from(orders).where(eq(orders.id, orderId));
  const view = order && (await loadReturnViews(ctx, order)).find((one) => one.id === id);
  if (!view) throw new Error(`return ${id} was just read`);
  return view;
}

async function loadLines(ctx: Context, returnIds: readonly string[]): Promise<(ReturnLineView & { returnId: string })[]> {
  return ctx.db
    .select({
      returnId: returnLines.returnId,
      lineId: returnLines.orderLineId,
      productTitle: orderLines.productTitle,
      variantTitle: orderLines.variantTitle,
      sku: orderLines.sku,
      quantity: returnLines.quantity,
      quantityRestocked: returnLines.quantityRestocked,
      quantityWrittenOff: returnLines.quantityWrittenOff,
    })
    .from(returnLines)
    .innerJoin(orderLines, eq(orderLines.id, returnLines.orderLineId))
    .where(inArray(returnLines.returnId, [...returnIds]))
    .orderBy(asc(orderLines.position));
}
