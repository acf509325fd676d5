import { orderEvents, orderLines, orders, prepared, type Db } from "@cartwright/db";
import type { OrderStatus } from "@cartwright/db/constants/orders";
import { and, asc, gt, gte, inArray, or, sql } from "drizzle-orm";
import { requirePermission, type ChangePage, type ChangePosition, type Context } from "../kernel/index.ts";
import { orderRowView } from "./load-order.ts";
import type { OrderChangeView } from "./views.ts";

export interface OrderChangesFrom {
  since: Date;
  /** Goes on behind this place. */
  after: ChangePosition | null;
  /** Versions that the reader has by order id: those orders are left out, and of others only later events are told. */
  known: ReadonlyMap<string, { version: number | string }>;
  status?: OrderStatus | undefined;
}

const pageSize = 500;

/**
 * Orders that were changed since, in the order of their last changes. One statement along an index, and two more
 * when any of them is not known. Errors: `access.*`.
 */
export async function listOrderChanges(ctx: Context, from: OrderChangesFrom): Promise<ChangePage<OrderChangeView>> {
  requirePermission(ctx, "orders.read");
  const { since, known, status } = from;
  const after = from.after ?? { at: since, id: "" };
  const found = await prepared(ctx, "order changes", changedOrders).execute({ at: after.at, id: after.id });
  // Asked of the database, the status would lead it to the index of all orders that have it.
  const news = found.filter((order) => known.get(order.id)?.version !== order.version && (!status || order.status === status));
  const last = found.length === pageSize ? found.at(-1) : undefined;
  const items = await loadChanges(ctx, from, new Map(news.map(({ id, version }) => [id, version])));
  return { items, next: last ? { at: last.updatedAt, id: last.id } : null };
}

/** Events that came meanwhile wait for the next reading, so that none is told twice. */
async function loadChanges(ctx: Context, { since, known }: OrderChangesFrom, versions: ReadonlyMap<string, number>): Promise<OrderChangeView[]> {
  if (versions.size === 0) return [];
  const ids = [...versions.keys()];
  const rows = await ctx.db
    .select({
      order: orders,
      // A column of the only table is written without its table, and would mean the line's own id inside.
      quantity: sql<number>`(select coalesce(sum(${orderLines.quantity}), 0) from ${orderLines} where ${orderLines.orderId} = ${orders}."id")`.mapWith(Number),
    })
    .from(orders)
    .where(inArray(orders.id, ids))
    .orderBy(asc(orders.updatedAt), asc(orders.id));
  const events = await ctx.db
    .select()
    .from(orderEvents)
    .where(and(inArray(orderEvents.orderId, ids), gte(orderEvents.at, since)))
    .orderBy(asc(orderEvents.orderId), asc(orderEvents.seq));
  return rows.map(({ order, quantity }) => {
    const before = Number(known.get(order.id)?.version ?? 0);
    const version = versions.get(order.id) ?? before;
    const story = events.filter(({ orderId, seq }) => orderId === order.id && seq > before && seq <= version);
    return {
      ...orderRowView(order, quantity),
      updatedAt: order.updatedAt.toISOString(),
      version,
      events: story.map(({ seq, type, actor, reason, at }) => ({ seq, type, actor, reason, at: at.toISOString() })),
    };
  });
}

const changedOrders = (db: Db) =>
  db
    .select({
      id: orders.id,
      status: orders.status,
      updatedAt: orders.updatedAt,
      version: sql<number>`(select coalesce(max(${orderEvents.seq}), 0) from ${orderEvents} where ${orderEvents.orderId} = ${orders}."id")`.mapWith(Number),
    })
    .from(orders)
    .where(
      and(
        gte(orders.updatedAt, sql.placeholder("at")),
        or(gt(orders.updatedAt, sql.placeholder("at")), gt(orders.id, sql.placeholder("id"))),
      ),
    )
    .orderBy(asc(orders.updatedAt), asc(orders.id))
    .limit(pageSize)
    .prepare("order changes");
