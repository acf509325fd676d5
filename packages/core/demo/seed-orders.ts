import { accounts, orders, variants } from "@cartwright/db";
import { asc, eq, inArray } from "drizzle-orm";
import { addCartLine } from "../src/cart/index.ts";
import { getCheckout, placeOrder, updateCheckout } from "../src/checkout/index.ts";
import { systemActor, type Context } from "../src/kernel/index.ts";
import { deliverOrder, getOrder, shipOrder } from "../src/orders/index.ts";
import { approveReturn, receiveReturn, requestReturn } from "../src/returns/index.ts";
import { demoAccounts, demoAddress, demoOrders } from "./shop.ts";

const dayMilliseconds = 86_400_000;

/**
 * What Robin has bought: an order of which one parcel is on its way, and one of which something came back. Each step has
 * its key, so that a seed that was cut short goes on.
 */
export async function seedOrders(ctx: Context): Promise<void> {
  const [robin] = await ctx.db.select().from(accounts).where(eq(accounts.email, demoAccounts.customer.email));
  if (!robin) throw new Error("the demo customer was made above");
  const placed = await ctx.db.select({ number: orders.number }).from(orders).where(eq(orders.accountId, robin.id)).orderBy(asc(orders.id));
  const { onItsWay, sentBack } = demoOrders;
  const number = async (index: number, { lines, daysAgo }: (typeof demoOrders)["onItsWay"]) =>
    String(placed[index]?.number ?? (await buy(agoOf(ctx, daysAgo), robin.id, lines)));

  const first = await number(0, sentBack);
  await shipOrder(agoOf(ctx, sentBack.daysAgo - 1), { order: first, ...sentBack.parcel, idempotencyKey: "demo-order-ship" });
  await deliverOrder(agoOf(ctx, sentBack.daysAgo - 3), { order: first, idempotencyKey: "demo-order-deliver" });
  await sendBack(ctx, first, robin.id);

  const second = await number(1, onItsWay);
  const [line] = (await getOrder(ctx, { order: second })).lines;
  const lines = line ? [{ lineId: line.id, quantity: 1 }] : [];
  await shipOrder(agoOf(ctx, onItsWay.daysAgo - 1), { order: second, lines, ...onItsWay.parcel, idempotencyKey: "demo-order-ship-part" });
}

async function buy(ctx: Context, accountId: string, wanted: readonly (readonly [sku: string, quantity: number])[]): Promise<number> {
  const buyer: Context = { ...ctx, actor: { kind: "customer", id: accountId, permissions: [], cartToken: null } };
  const skus = wanted.map(([sku]) => sku);
  const found = await ctx.db.select({ id: variants.id, sku: variants.sku }).from(variants).where(inArray(variants.sku, skus));
  for (const [sku, quantity] of wanted) {
    const variant = found.find((one) => one.sku === sku);
    if (!variant) throw new Error(`the demo catalogue has no ${sku}`);
    await addCartLine(buyer, { variantId: variant.id, quantity });
  }
  const { email } = demoAccounts.customer;
  await updateCheckout(buyer, { email, shippingAddress: demoAddress, shippingMethod: "standard" });
  const { totals } = await getCheckout(buyer);
  const payment = ctx.ports.gateways.test_card
    ? { paymentMethod: "test_card" as const, card: { number: "4242424242424242" } }
    : { paymentMethod: "cash_on_delivery" as const };
  const key = `demo-order-${skus.join("-")}`.slice(0, 100);
  return (await placeOrder(buyer, { idempotencyKey: key, expectedTotalMinor: totals.total.amountMinor, ...payment })).orderNumber;
}

async function sendBack(ctx: Context, order: string, accountId: string): Promise<void> {
  const { daysAgo, back } = demoOrders.sentBack;
  const [line] = (await getOrder(ctx, { order })).lines;
  if (!line) return;
  const asked = agoOf(ctx, daysAgo - 5);
  const robin: Context = { ...asked, actor: { kind: "customer", id: accountId, permissions: [], cartToken: null } };
  const lines = [{ lineId: line.id, quantity: 1 }];
  const { id } = await requestReturn(robin, { access: { order }, lines, reason: back.reason, comment: back.comment, idempotencyKey: "demo-return-ask" });
  await approveReturn(asked, { return: id, note: back.note, idempotencyKey: "demo-return-approve" });
  const received = { lineId: line.id, restocked: 0, writtenOff: 1 };
  await receiveReturn(agoOf(ctx, daysAgo - 8), { return: id, lines: [received], location: undefined, isLast: false, idempotencyKey: "demo-return-receive" });
}

/** The shop as it was some days ago. */
function agoOf(ctx: Context, days: number): Context {
  const now = ctx.clock.now();
  return { ...ctx, actor: systemActor("demo"), clock: { now: () => new Date(now.getTime() - days * dayMilliseconds) } };
}
