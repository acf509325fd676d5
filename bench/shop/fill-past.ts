import { Address } from "@cartwright/core/accounts/schemas";
import { addCartLine } from "@cartwright/core/cart";
import { placeOrder, updateCheckout } from "@cartwright/core/checkout";
import { emitEvents, newToken, type Context } from "@cartwright/core/kernel";
import { deliverOrder, shipOrder } from "@cartwright/core/orders";
import { inTransaction, outboxEvents, type Database } from "@cartwright/db";
import { multiplyOrders } from "./multiply-orders.ts";
import type { ShopFacts } from "./facts.ts";

/** Few enough to be placed by the verbs in seconds, enough that what was sold is spread over many variants. */
const mostModels = 200;

/**
 * A past of so many orders, sold, paid, shipped and delivered: some by the verbs of core, which the others are copies of, under
 * ids, numbers and dates of their own, one every second until now.
 */
export async function fillPast(ctx: Context, database: Database, { facts, orders }: { facts: ShopFacts; orders: number }): Promise<void> {
  if (orders === 0) return;
  const models = Math.min(mostModels, orders);
  for (let i = 0; i < models; i += 1) await sell(ctx, facts, i);
  await ctx.db.update(outboxEvents).set({ status: "done", handledBy: ["bench"], closedAt: ctx.clock.now() });
  await multiplyOrders(database.dialect, { models, orders });
}

/** One line or two, and news of it that was handled. */
async function sell(ctx: Context, { variantIds, address, shippingMethod }: ShopFacts, i: number): Promise<void> {
  const shopper: Context = { ...ctx, actor: { kind: "anonymous", id: null, permissions: [], cartToken: newToken() } };
  for (let line = 0; line <= i % 2; line += 1) {
    const variantId = variantIds[(i + line * 7 + 1) % variantIds.length];
    if (variantId) await addCartLine(shopper, { variantId, quantity: 1 });
  }
  const details = { email: `past${i}@example.com`, shippingAddress: Address.parse(address), shippingMethod };
  const { totals } = await updateCheckout(shopper, details);
  const paid = { paymentMethod: "test_card", card: { number: "4242424242424242" } } as const;
  const { orderId: order } = await placeOrder(shopper, { idempotencyKey: newToken(), expectedTotalMinor: totals.total.amountMinor, ...paid });
  await shipOrder(ctx, { order, carrier: "Post", trackingNumber: `T${i}` });
  await deliverOrder(ctx, { order });
  await inTransaction(ctx, (ctx) => emitEvents(ctx, [{ type: "bench.sold", subject: order, payload: { orderId: order } }]));
}
