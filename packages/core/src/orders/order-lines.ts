import { orderLines, shipments } from "@cartwright/db";
import { asc, eq } from "drizzle-orm";
import { DomainError, notFound, type Context } from "../kernel/index.ts";
import type { OrderRow } from "./lock-order.ts";
import type { Units } from "./order-worth.ts";

export type OrderLineRow = typeof orderLines.$inferSelect;

/** An order's lines and parcels, as they were placed and sent. */
export async function loadParts(ctx: Context, orderId: string) {
  const lines = await ctx.db.select().from(orderLines).where(eq(orderLines.orderId, orderId)).orderBy(asc(orderLines.position));
  const parcels = await ctx.db.select().from(shipments).where(eq(shipments.orderId, orderId)).orderBy(asc(shipments.id));
  return { lines, shipments: parcels };
}

/** Units that have neither left nor been cancelled. */
export function unitsOpen(line: Pick<OrderLineRow, "quantity" | "quantityShipped" | "quantityCancelled">): number {
  return line.quantity - line.quantityShipped - line.quantityCancelled;
}

/** What was asked for by line, or everything that `countOf` counts. */
export function chooseUnits(
  lines: readonly OrderLineRow[],
  wanted: readonly { lineId: string; quantity: number }[] | undefined,
  countOf: (line: OrderLineRow) => number,
): Units[] {
  if (!wanted) return lines.map((line) => ({ orderLineId: line.id, quantity: countOf(line) })).filter((line) => line.quantity > 0);
  const units = new Map<string, number>();
  for (const line of wanted) units.set(line.lineId, (units.get(line.lineId) ?? 0) + line.quantity);
  return [...units].map(([orderLineId, quantity]) => ({ orderLineId, quantity }));
}

/** Errors: `order.nothing_left`, `order_line.not_found`, `order.too_many_units` with `lineId` and `left`. */
export function checkUnits(
  order: Pick<OrderRow, "number">,
  lines: readonly OrderLineRow[],
  units: readonly Units[],
  { to, countOf }: { to: string; countOf: (line: OrderLineRow) => number },
): void {
  if (units.length === 0) throw new DomainError("conflict", "order.nothing_left", `Nothing of order ${order.number} is left to ${to}.`);
  for (const { orderLineId, quantity } of units) {
    const line = lines.find((candidate) => candidate.id === orderLineId);
    if (!line) throw notFound("order_line", orderLineId);
    const left = countOf(line);
    if (quantity > left) {
      throw new DomainError("conflict", "order.too_many_units", left === 0 ? `Nothing of ${line.productTitle} is left to ${to}.` : `Only ${left} of ${line.productTitle} are left to ${to}.`, { lineId: orderLineId, left });
    }
  }
}
