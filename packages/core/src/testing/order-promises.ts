import { orderLines, payments, refunds, returnLines, returns, type orders } from "@cartwright/db";
import { eq } from "drizzle-orm";
import { expect } from "vitest";
import { systemActor, type Context } from "../kernel/index.ts";
import { checkOrder } from "../orders/index.ts";

type Order = typeof orders.$inferSelect;

/** What must be true of an order after it was placed: its story, its refunds and what came back. */
export async function expectAfterOrder(ctx: Context, order: Order): Promise<void> {
  const { differences } = await checkOrder({ ...ctx, actor: systemActor("promises") }, { order: order.id });
  expect(differences, `O3 events of ${order.number}`).toEqual([]);
  expect(order.cancelledMinor, `O2 cancelled of ${order.number}`).toBeLessThanOrEqual(order.totalMinor);
  await expectRefunds(ctx, order);
  await expectReturns(ctx, order);
}

async function expectRefunds(ctx: Context, order: Order): Promise<void> {
  for (const payment of await ctx.db.select().from(payments).where(eq(payments.orderId, order.id))) {
    const given = await ctx.db.select().from(refunds).where(eq(refunds.paymentId, payment.id));
    const promised = given.filter((refund) => refund.status !== "failed").reduce((sum, refund) => sum + refund.amountMinor, 0);
    expect(promised, `P1 refunds of ${payment.id}`).toBe(payment.refundedMinor);
    expect(promised, `P1 refunds within ${payment.id}`).toBeLessThanOrEqual(payment.capturedMinor);
  }
}

async function expectReturns(ctx: Context, order: Order): Promise<void> {
  const rows = await ctx.db
    .select({ line: returnLines, status: returns.status })
    .from(returnLines)
    .innerJoin(returns, eq(returns.id, returnLines.returnId))
    .where(eq(returns.orderId, order.id));
  for (const line of await ctx.db.select().from(orderLines).where(eq(orderLines.orderId, order.id))) {
    const ofLine = rows.filter((row) => row.line.orderLineId === line.id);
    const received = ofLine.reduce((sum, row) => sum + row.line.quantityRestocked + row.line.quantityWrittenOff, 0);
    const expected = ofLine
      .filter((row) => ["requested", "approved", "received"].includes(row.status))
      .reduce((sum, row) => sum + row.line.quantity - row.line.quantityRestocked - row.line.quantityWrittenOff, 0);
    expect(line.quantityReturned, `returned of ${line.id}`).toBe(received);
    expect(received + expected, `returned within shipped of ${line.id}`).toBeLessThanOrEqual(line.quantityShipped);
  }
}
