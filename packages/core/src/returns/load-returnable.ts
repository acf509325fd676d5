import { returnLines, returns, shipmentLines, shipments } from "@cartwright/db";
import { and, eq, inArray, sql } from "drizzle-orm";
import type { Context } from "../kernel/index.ts";
import { loadParts, type OrderLineRow } from "../orders/index.ts";
import { livingReturns } from "./return-status.ts";
import { returnableUnits, type Returnable } from "./returnable.ts";

/** An order's lines with what may still be sent back of each. */
export async function loadReturnable(
  ctx: Context,
  orderId: string,
  { isForStaff }: { isForStaff: boolean },
): Promise<{ lines: OrderLineRow[]; units: Map<string, Returnable> }> {
  const { lines } = await loadParts(ctx, orderId);
  const sent = await ctx.db
    .select({ orderLineId: shipmentLines.orderLineId, quantity: shipmentLines.quantity, deliveredAt: shipments.deliveredAt })
    .from(shipmentLines)
    .innerJoin(shipments, eq(shipments.id, shipmentLines.shipmentId))
    .where(eq(shipments.orderId, orderId));
  const expected = await ctx.db
    .select({
      orderLineId: returnLines.orderLineId,
      quantity: sql<number>`sum(${returnLines.quantity} - ${returnLines.quantityRestocked} - ${returnLines.quantityWrittenOff})`.mapWith(Number),
    })
    .from(returnLines)
    .innerJoin(returns, eq(returns.id, returnLines.returnId))
    .where(and(eq(returns.orderId, orderId), inArray(returns.status, [...livingReturns])))
    .groupBy(returnLines.orderLineId);
  const expectedByLine = new Map(expected.map((row) => [row.orderLineId, row.quantity]));
  return { lines, units: returnableUnits({ lines, sent, expected: expectedByLine, now: ctx.clock.now(), isForStaff }) };
}
