import type { OrderEventType } from "@cartwright/db/constants/orders";
import { emitEvents, type Context } from "../kernel/index.ts";
import type { NewOrderEvent } from "./events.ts";

/** What others want to know of an order's story, and how the news is called. */
const newsTypes: Partial<Record<OrderEventType, string>> = {
  confirmed: "order.confirmed",
  shipped: "order.shipped",
  line_cancelled: "order.cancelled",
  cancelled: "order.cancelled",
  payment_added: "order.payment_added",
  refund_settled: "refund.settled",
  return_requested: "return.requested",
  return_approved: "return.approved",
  return_rejected: "return.rejected",
  return_received: "return.received",
};

/**
 * Tells in the outbox what was added to an order's story. The subject is not the order itself, so that a mail that can't be
 * sent never holds back a refund.
 */
export async function tellOrderNews(ctx: Context, orderId: string, events: readonly NewOrderEvent[]): Promise<void> {
  const news = events.flatMap(({ type, payload }) => {
    const newsType = newsTypes[type];
    // A placement that failed is cancelled without naming units: its buyer was told on the spot.
    if (newsType === undefined || (type === "cancelled" && payload["lines"] === undefined)) return [];
    return [{ type: newsType, subject: `${orderId}/news`, payload: { orderId, ...payload } }];
  });
  await emitEvents(ctx, news);
}
