import { orders, returns } from "@cartwright/db";
import { desc, eq, lt } from "drizzle-orm";
import { cutPage, decodeCursor, notFound, requirePermission, type Context } from "../kernel/index.ts";
import { listPayments, listRefunds } from "../payments/index.ts";
import { loadOrderState } from "./load-order-state.ts";
import { orderIs, type OrderRow } from "./lock-order.ts";
import { loadParts } from "./order-lines.ts";
import type { OrderState } from "./order-state.ts";
import type { CheckOrdersInput } from "./schemas.ts";
import type { OrderCheckView, OrdersCheckView } from "./views.ts";

/**
 * Rebuilds an order from its events and lists where the stored one differs. It changes nothing: what to believe is for a
 * person to decide. Errors: `order.not_found`, `access.*`.
 */
export async function checkOrder(ctx: Context, input: { order: string }): Promise<OrderCheckView> {
  requirePermission(ctx, "orders.read");
  const [order] = await ctx.db.select().from(orders).where(orderIs(input.order));
  if (!order) throw notFound("order", input.order);
  return compare(ctx, order);
}

/** The same for a page of all orders, newest first: how many were looked at, and those that differ. Errors: `page.bad_cursor`, `access.*`. */
export async function checkOrders(ctx: Context, input: CheckOrdersInput): Promise<OrdersCheckView> {
  requirePermission(ctx, "orders.read");
  const before = input.cursor ? String(decodeCursor(input.cursor, ["string"])[0]) : null;
  const rows = await ctx.db
    .select()
    .from(orders)
    .where(before === null ? undefined : lt(orders.id, before))
    .orderBy(desc(orders.id))
    .limit(input.limit + 1);
  const { shown, nextCursor } = cutPage(rows, input.limit, (order) => [order.id]);
  const differing: OrderCheckView[] = [];
  for (const order of shown) {
    const view = await compare(ctx, order);
    if (view.differences.length > 0) differing.push(view);
  }
  return { checked: shown.length, items: differing, nextCursor };
}

type Facts = Record<string, string | number>;

async function compare(ctx: Context, order: OrderRow): Promise<OrderCheckView> {
  const stored = await storedFacts(ctx, order);
  const rebuilt = rebuiltFacts(await loadOrderState(ctx, order.id));
  const names = [...new Set([...Object.keys(stored), ...Object.keys(rebuilt)])];
  const differences = names
    .filter((name) => stored[name] !== rebuilt[name])
    .map((what) => ({ what, stored: stored[what] ?? null, rebuilt: rebuilt[what] ?? null }));
  return { id: order.id, number: order.number, differences };
}

async function storedFacts(ctx: Context, order: OrderRow): Promise<Facts> {
  const { lines, shipments } = await loadParts(ctx, order.id);
  const payments = await listPayments(ctx, order.id);
  const refunds = (await listRefunds(ctx, order.id)).filter((refund) => refund.status !== "failed");
  const sentBack = await ctx.db.select().from(returns).where(eq(returns.orderId, order.id));
  const { linesMinor, discountMinor, shippingMinor, taxMinor, totalMinor } = order;
  return {
    status: order.status,
    cancelledMinor: order.cancelledMinor,
    linesMinor,
    discountMinor,
    shippingMinor,
    taxMinor,
    totalMinor,
    ...lineFacts(lines),
    ...named(shipments, ({ id, status }) => [[`parcel ${id} status`, status]]),
    ...named(payments, ({ id, capturedMinor }) => (capturedMinor > 0 ? [[`payment ${id} capturedMinor`, capturedMinor]] : [])),
    ...named(refunds, ({ id, amountMinor }) => [[`refund ${id} amountMinor`, amountMinor]]),
    refundedMinor: payments.reduce((sum, payment) => sum + payment.refundedMinor, 0),
    ...named(sentBack, ({ id, status, refundedMinor }) => [[`return ${id} status`, status], [`return ${id} refundedMinor`, refundedMinor]]),
  };
}

function rebuiltFacts(state: OrderState): Facts {
  const entries = <T extends object>(record: Record<string, T>) => Object.entries(record).map(([id, value]) => ({ id, ...value }));
  return {
    status: state.status,
    cancelledMinor: state.cancelledMinor,
    ...state.totals,
    ...lineFacts(entries(state.lines)),
    ...named(entries(state.parcels), ({ id, status }) => [[`parcel ${id} status`, status]]),
    ...named(entries(state.payments), ({ id, capturedMinor }) => (capturedMinor > 0 ? [[`payment ${id} capturedMinor`, capturedMinor]] : [])),
    ...named(entries(state.refunds), ({ id, amountMinor }) => [[`refund ${id} amountMinor`, amountMinor]]),
    refundedMinor: Object.values(state.refunds).reduce((sum, refund) => sum + refund.amountMinor, 0),
    ...named(entries(state.returns), ({ id, status, refundedMinor }) => [[`return ${id} status`, status], [`return ${id} refundedMinor`, refundedMinor]]),
  };
}

const counts = ["quantity", "quantityShipped", "quantityCancelled", "quantityReturned"] as const;

function lineFacts(lines: readonly ({ id: string } & Record<(typeof counts)[number], number>)[]): Facts {
  return named(lines, (line) => counts.map((count) => [`line ${line.id} ${count}`, line[count]]));
}

function named<T>(rows: readonly T[], factsOf: (row: T) => [string, string | number][]): Facts {
  return Object.fromEntries(rows.flatMap(factsOf));
}
