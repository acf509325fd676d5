import { insertMany, insertNumbered, orderEvents } from "@cartwright/db";
import type { OrderEventType } from "@cartwright/db/constants/orders";
import { actorName, type Context } from "../kernel/index.ts";
import { tellOrderNews } from "./tell-news.ts";

export interface NewOrderEvent {
  type: OrderEventType;
  /** Ids and amounts only: a person can be erased, an event can't. */
  payload: Record<string, unknown>;
  reason?: string | null;
  /** Of the payload, 1 unless it has changed since (see fold-order.ts). */
  version?: number;
}

/** Adds to an order's story, in the transaction that changes it, and tells it to who listens; the order's row must be locked or new. */
export async function recordOrderEvents(ctx: Context, orderId: string, events: readonly NewOrderEvent[]): Promise<void> {
  await insertNumbered(ctx.db, orderEvents, rowsOf(ctx, orderId, events), { number: "seq", owner: "orderId" });
  await tellOrderNews(ctx, orderId, events);
}

/** The same for an order that has no events yet. */
export async function recordFirstEvents(ctx: Context, orderId: string, events: readonly NewOrderEvent[]): Promise<void> {
  await insertMany(ctx.db, orderEvents, rowsOf(ctx, orderId, events));
}

function rowsOf(ctx: Context, orderId: string, events: readonly NewOrderEvent[]) {
  return events.map((event, index) => ({
    orderId,
    seq: index + 1,
    type: event.type,
    version: event.version ?? 1,
    payload: event.payload,
    actor: actorName(ctx.actor),
    reason: event.reason ?? null,
    at: ctx.clock.now(),
  }));
}
