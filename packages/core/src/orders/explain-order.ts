import { locations, orders, stockMovements } from "@cartwright/db";
import { asc, eq, inArray } from "drizzle-orm";
import { notFound, requirePermission, type Context } from "../kernel/index.ts";
import { amountsOf } from "./explain-amounts.ts";
import { wordsOf } from "./explain-words.ts";
import { applyEvent } from "./fold-order.ts";
import { loadEvents } from "./load-order-state.ts";
import { orderIs } from "./lock-order.ts";
import { loadParts } from "./order-lines.ts";
import { balancesOf, noOrder, type OrderState } from "./order-state.ts";
import { payloads } from "./event-payloads.ts";
import type { BalanceView, ExplainedEntryView, OrderExplanationView } from "./views.ts";

type Movement = Awaited<ReturnType<typeof loadMovements>>[number];
type Event = Awaited<ReturnType<typeof loadEvents>>[number];

/**
 * Every amount and every stock move of an order, from its events and the ledger, with running balances. A movement that no
 * event tells of stands at the end. Errors: `order.not_found`, `access.*`.
 */
export async function explainOrder(ctx: Context, input: { order: string }): Promise<OrderExplanationView> {
  requirePermission(ctx, "orders.read");
  const [order] = await ctx.db.select().from(orders).where(orderIs(input.order));
  if (!order) throw notFound("order", input.order);
  const { lines } = await loadParts(ctx, order.id);
  const events = await loadEvents(ctx, order.id);
  const rest = new Set(await loadMovements(ctx, events));
  const skuOf = (variantId: string) => lines.find((line) => line.variantId === variantId)?.sku ?? null;
  const nameOf = (lineId: string) => {
    const line = lines.find((one) => one.id === lineId);
    return line?.sku ?? line?.productTitle ?? lineId;
  };
  const stock = (movements: readonly Movement[]) =>
    movements.map(({ variantId, locationCode, kind, quantity }) => ({ variantId, sku: skuOf(variantId), locationCode, kind, units: quantity }));

  const entries: ExplainedEntryView[] = [];
  let state = noOrder();
  for (const event of events) {
    const before = state;
    state = applyEvent(before, event);
    const moved = [...rest].filter((movement) => isOf(event, movement));
    for (const movement of moved) rest.delete(movement);
    entries.push({
      seq: event.seq,
      at: event.at.toISOString(),
      actor: event.actor,
      what: wordsOf(event, nameOf),
      reason: event.reason,
      amounts: amountsOf(event, before, state).map(({ kind, amountMinor }) => ({ kind, amount: { amountMinor, currency: order.currency } })),
      stock: stock(moved),
      balance: balanceView(state, order.currency),
    });
  }
  const balance = balanceView(state, order.currency);
  for (const movement of rest) {
    const { at, actor, reason } = movement;
    entries.push({ seq: null, at: at.toISOString(), actor, what: "Stock moved, and no event says why", reason, amounts: [], stock: stock([movement]), balance });
  }
  const { id, number, status, pricesIncludeTax } = order;
  return { id, number, status, pricesIncludeTax, entries, balance };
}

/** Stock leaves under the parcel's id and comes back under the return's. */
async function loadMovements(ctx: Context, events: readonly Event[]) {
  const references = new Set<string>();
  for (const { type, payload } of events) {
    if (type === "shipped") references.add(payloads.shipped.parse(payload).shipmentId);
    if (type === "return_received") references.add(payloads.ofReturn.parse(payload).returnId);
  }
  return ctx.db
    .select({
      id: stockMovements.id,
      variantId: stockMovements.variantId,
      locationCode: locations.code,
      kind: stockMovements.kind,
      quantity: stockMovements.quantity,
      reason: stockMovements.reason,
      actor: stockMovements.actor,
      reference: stockMovements.reference,
      at: stockMovements.at,
    })
    .from(stockMovements)
    .innerJoin(locations, eq(locations.id, stockMovements.locationId))
    .where(inArray(stockMovements.reference, [...references]))
    .orderBy(asc(stockMovements.id));
}

function isOf({ type, payload }: Event, movement: Movement): boolean {
  if (type === "shipped") return payloads.shipped.parse(payload).shipmentId === movement.reference;
  return type === "return_received" && payloads.returnReceived.parse(payload).movementIds.includes(movement.id);
}

function balanceView(state: OrderState, currency: string): BalanceView {
  const { worthMinor, capturedMinor, refundedMinor, dueMinor } = balancesOf(state);
  const money = (amountMinor: number) => ({ amountMinor, currency });
  return { worth: money(worthMinor), captured: money(capturedMinor), refunded: money(refundedMinor), due: money(dueMinor) };
}
