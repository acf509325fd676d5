import { inTransaction } from "@cartwright/db";
import { z } from "zod";
import type { Context, EventHandler } from "../kernel/index.ts";
import { askRefund, findStartedRefunds, recordRefund, refundStarted } from "../payments/index.ts";
import { recordOrderEvents } from "./events.ts";
import { lockPlacedOrder } from "./lock-order.ts";
import { touchOrder } from "./touch-order.ts";

/**
 * Asks for the money of an order's refunds at once, after the transaction that began them. It need not succeed: what no
 * gateway answers now is asked again by `startedRefunds`. Returns how many are settled and how many still wait.
 */
export async function settleRefunds(ctx: Context, { orderId }: { orderId: string }): Promise<{ settled: number; waiting: number }> {
  const refundIds = await findStartedRefunds(ctx, orderId);
  let settled = 0;
  for (const refundId of refundIds) {
    const isAnswered = await settleRefund(ctx, refundId).then(
      () => true,
      () => false,
    );
    if (isAnswered) settled += 1;
  }
  return { settled, waiting: refundIds.length - settled };
}

/** Has every refund that was begun asked for until its gateway answers, and writes the answer into the order's story. */
export const startedRefunds: EventHandler = {
  name: "orders.settle-refund",
  types: [refundStarted],
  handle: (ctx, { payload }) => settleRefund(ctx, Payload.parse(payload).refundId),
};

const Payload = z.object({ refundId: z.string() });

async function settleRefund(ctx: Context, refundId: string): Promise<void> {
  const asked = await askRefund(ctx, refundId);
  if (!asked) return;
  const { orderId, amountMinor, outcome } = asked;
  await inTransaction(ctx, async (ctx) => {
    await lockPlacedOrder(ctx, orderId);
    if (!(await recordRefund(ctx, asked))) return;
    const type = outcome.refusal === undefined ? "refund_settled" : "refund_failed";
    await recordOrderEvents(ctx, orderId, [{ type, payload: { refundId, amountMinor }, reason: outcome.refusal ?? null }]);
    await touchOrder(ctx, orderId);
  });
}
