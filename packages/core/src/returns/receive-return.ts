import { returnLines, returns } from "@cartwright/db";
import { and, eq, sql } from "drizzle-orm";
import { takeBackStock, type ReturnedUnits } from "../inventory/index.ts";
import { DomainError, notFound, onceByKey, recordAudit, requirePermission, type Context } from "../kernel/index.ts";
import { loadParts, requireNotBeingPaid, settleRefunds, takeBackUnits, type OrderLineRow } from "../orders/index.ts";
import { loadReturnView, lockReturn, type ReturnRow } from "./load-return.ts";
import { readReason } from "./return-reason.ts";
import { requireReturnStep } from "./return-status.ts";
import type { ReceiveReturnInput } from "./schemas.ts";
import type { ReturnView } from "./views.ts";

type ReturnLine = typeof returnLines.$inferSelect;
type Received = { orderLineId: string; restocked: number; writtenOff: number };

/**
 * Goods of a return have arrived: restocked units go back on the shelf, written-off ones only through the ledger, and what
 * was paid for them goes back, or the given amount. What falls short of the return stays expected, unless `isLast`.
 * Errors: `return.not_found`, `return.wrong_status`, `return_line.not_found`, `return.too_many_units` with `left`,
 * `return.nothing_received`, `location.not_found`, `payment.refund_too_much` with `leftMinor`, `order.payment_running`, `access.*`.
 */
export async function receiveReturn(ctx: Context, input: ReceiveReturnInput): Promise<ReturnView> {
  requirePermission(ctx, "orders.write");
  // Sending goods back for what they are worth is the rule of the shop; another amount is somebody's decision.
  if (input.refundMinor !== undefined) requirePermission(ctx, "orders.refund");
  const { idempotencyKey, ...body } = input;
  const view = await onceByKey(ctx, { procedure: "returns.receive", key: idempotencyKey, body }, async (ctx) => {
    const { row, order } = await lockReturn(ctx, input.return);
    await requireNotBeingPaid(ctx, order);
    const lines = await ctx.db.select().from(returnLines).where(eq(returnLines.returnId, row.id));
    const received = chooseReceived(row, lines, input);
    const isClosed = input.isLast || unitsOf(received) === lines.reduce((sum, line) => sum + unitsExpected(line), 0);
    requireReturnStep(row, isClosed ? "closed" : "received");
    const { reason } = readReason(row);
    const { lines: orderLines } = await loadParts(ctx, order.id);
    const stocked = received.map((line) => ({ ...line, variantId: variantOf(orderLines, line.orderLineId) }));
    const { movementIds } = await putAway(ctx, stocked, { location: input.location, reference: row.id, reason });
    const { refundMinor } = input;
    const { refundedMinor } = await takeBackUnits(ctx, order, { returnId: row.id, reason, units: received, refundMinor, isClosed, movementIds });
    await noteReceived(ctx, row, received, { refundedMinor, isClosed, note: input.note });
    await recordAudit(ctx, { action: "return.receive", subject: row.id, after: { lines: received, refundedMinor, isClosed } });
    return loadReturnView(ctx, row);
  });
  await settleRefunds(ctx, { orderId: view.orderId });
  return view;
}

function unitsExpected(line: ReturnLine): number {
  return line.quantity - line.quantityRestocked - line.quantityWrittenOff;
}

function unitsOf(received: readonly Received[]): number {
  return received.reduce((sum, line) => sum + line.restocked + line.writtenOff, 0);
}

function chooseReceived(row: ReturnRow, lines: readonly ReturnLine[], { lines: given, isLast }: ReceiveReturnInput): Received[] {
  const wanted = given ?? lines.map((line) => ({ lineId: line.orderLineId, restocked: unitsExpected(line), writtenOff: 0 }));
  const received = lines.map((line): Received => {
    const ofLine = wanted.filter((one) => one.lineId === line.orderLineId);
    const sum = (part: "restocked" | "writtenOff") => ofLine.reduce((all, one) => all + one[part], 0);
    return { orderLineId: line.orderLineId, restocked: sum("restocked"), writtenOff: sum("writtenOff") };
  });
  const stranger = wanted.find((one) => !lines.some((line) => line.orderLineId === one.lineId));
  if (stranger) throw notFound("return_line", stranger.lineId);
  for (const line of lines) {
    const left = unitsExpected(line);
    const came = received.find((one) => one.orderLineId === line.orderLineId);
    if (came && came.restocked + came.writtenOff > left) {
      throw new DomainError("conflict", "return.too_many_units", `Return ${row.number} expects only ${left} more of this line.`, { lineId: line.orderLineId, left });
    }
  }
  const some = received.filter((line) => line.restocked + line.writtenOff > 0);
  if (some.length === 0 && !isLast) throw new DomainError("invalid", "return.nothing_received", "Say how many units came back.", { field: "lines" });
  return some;
}

function variantOf(lines: readonly OrderLineRow[], lineId: string): string {
  const line = lines.find((one) => one.id === lineId);
  if (!line) throw new Error(`line ${lineId} belongs to the return's order`);
  return line.variantId;
}

async function putAway(ctx: Context, units: readonly ReturnedUnits[], to: Parameters<typeof takeBackStock>[2]) {
  return units.length === 0 ? { movementIds: [] } : takeBackStock(ctx, units, to);
}

async function noteReceived(
  ctx: Context,
  row: ReturnRow,
  received: readonly Received[],
  { refundedMinor, isClosed, note = row.note }: { refundedMinor: number; isClosed: boolean; note: string | null | undefined },
): Promise<void> {
  for (const { orderLineId, restocked, writtenOff } of received) {
    await ctx.db
      .update(returnLines)
      .set({
        quantityRestocked: sql`${returnLines.quantityRestocked} + ${restocked}`,
        quantityWrittenOff: sql`${returnLines.quantityWrittenOff} + ${writtenOff}`,
      })
      .where(and(eq(returnLines.returnId, row.id), eq(returnLines.orderLineId, orderLineId)));
  }
  await ctx.db
    .update(returns)
    .set({ status: isClosed ? "closed" : "received", note, refundedMinor: sql`${returns.refundedMinor} + ${refundedMinor}`, updatedAt: ctx.clock.now() })
    .where(eq(returns.id, row.id));
}
