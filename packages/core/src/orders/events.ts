import { insertMany, orderEvents, prepared, type Db } from "@cartwright/db";
import type { OrderEventType } from "@cartwright/db/constants/orders";
import { desc, eq, sql } from "drizzle-orm";
import { actorName, type Context } from "../kernel/index.ts";

export interface NewOrderEvent {
  type: OrderEventType;
  /** Ids and amounts only: a person can be erased, an event can't. */
  payload: Record<string, unknown>;
  reason?: string | null;
  /** Of the payload, 1 unless it has changed since (see fold-order.ts). */
  version?: number;
}

/** Adds to an order's story, in the transaction that changes it; the order's row must be locked or new. */
export async function recordOrderEvents(ctx: Context, orderId: string, events: readonly NewOrderEvent[]): Promise<void> {
  const [last] = await prepared(ctx, "last order event", lastEvent).execute({ orderId });
  await insertEvents(ctx, orderId, (last?.seq ?? 0) + 1, events);
}

/** The same for an order that has no events yet. */
export async function recordFirstEvents(ctx: Context, orderId: string, events: readonly NewOrderEvent[]): Promise<void> {
  await insertEvents(ctx, orderId, 1, events);
}

async function insertEvents(ctx: Context, orderId: string, firstSeq: number, events: readonly NewOrderEvent[]) {
  await insertMany(
    ctx.db,
    orderEvents,
    events.map((event, index) => ({
      orderId,
      seq: firstSeq + index,
      type: event.type,
      version: event.version ?? 1,
      payload: event.payload,
      actor: actorName(ctx.actor),
      reason: event.reason ?? null,
      at: ctx.clock.now(),
    })),
  );
}

const lastEvent = (db: Db) =>
  db
    .select({ seq: orderEvents.seq })
    .from(orderEvents)
    .where(eq(orderEvents.orderId, sql.placeholder("orderId")))
    .orderBy(desc(orderEvents.seq))
    .limit(1)
    .prepare("last order event");
