import { returnLines, returns } from "@cartwright/db";
import { actorName, DomainError, newId, nextNumber, notFound, type Context } from "../kernel/index.ts";
import { recordOrderEvents, touchOrder, type OrderRow } from "../orders/index.ts";
import { loadReturnable } from "./load-returnable.ts";
import { returnDays, type CreateReturnInput } from "./schemas.ts";

/** The number of a shop's first return. */
export const firstReturnNumber = 1;

/**
 * Writes a return of a locked order: asked for by its buyer, or opened by staff and approved at once. Returns its id.
 * Errors: `order_line.not_found`, `return.too_many_units` with `left`, `return.too_late`.
 */
export async function openReturn(ctx: Context, order: OrderRow, asked: Pick<CreateReturnInput, "lines" | "reason" | "comment">, isByStaff: boolean): Promise<string> {
  const units = await chooseReturnable(ctx, order, asked.lines, isByStaff);
  const id = newId("ret");
  const now = ctx.clock.now();
  const number = await nextNumber(ctx.db, "return", firstReturnNumber);
  const { reason, comment } = asked;
  await ctx.db.insert(returns).values({
    id,
    number,
    orderId: order.id,
    status: isByStaff ? "approved" : "requested",
    reason,
    comment: comment ?? null,
    actor: actorName(ctx.actor),
    createdAt: now,
    updatedAt: now,
  });
  await ctx.db.insert(returnLines).values(units.map((line) => ({ returnId: id, ...line })));
  const payload = { returnId: id, returnNumber: number, lines: units, isApproved: isByStaff };
  await recordOrderEvents(ctx, order.id, [{ type: "return_requested", payload, reason }]);
  await touchOrder(ctx, order.id);
  return id;
}

async function chooseReturnable(ctx: Context, order: OrderRow, wanted: CreateReturnInput["lines"], isForStaff: boolean) {
  const { lines, units } = await loadReturnable(ctx, order.id, { isForStaff });
  const sums = new Map<string, number>();
  for (const { lineId, quantity } of wanted) sums.set(lineId, (sums.get(lineId) ?? 0) + quantity);
  for (const [lineId, quantity] of sums) {
    const line = lines.find((one) => one.id === lineId);
    if (!line) throw notFound("order_line", lineId);
    const left = units.get(lineId)?.quantity ?? 0;
    if (quantity <= left) continue;
    const ofStaff = isForStaff ? left : (await loadReturnable(ctx, order.id, { isForStaff: true })).units.get(lineId)?.quantity ?? 0;
    if (quantity <= ofStaff) {
      throw new DomainError("conflict", "return.too_late", `More than ${returnDays} days have passed since ${line.productTitle} arrived.`, { lineId, left, returnDays });
    }
    throw new DomainError("conflict", "return.too_many_units", left === 0 ? `No more of ${line.productTitle} can be sent back.` : `Only ${left} of ${line.productTitle} can be sent back.`, { lineId, left });
  }
  return [...sums].map(([orderLineId, quantity]) => ({ orderLineId, quantity }));
}
