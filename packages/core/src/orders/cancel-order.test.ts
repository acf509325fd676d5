import { useDatabase } from "@cartwright/db/testing";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { placeOrder } from "../checkout/index.ts";
import { getLevels } from "../inventory/index.ts";
import { runEvents } from "../kernel/index.ts";
import {
  aGuest,
  anAdmin,
  as,
  createPlacedOrder,
  createSellable,
  ensureLocation,
  expectPromises,
  makeContext,
  placeInput,
  readyCheckout,
  scriptedGateway,
  stockAt,
  type ScriptedGateway,
  type TestContext,
} from "../testing/index.ts";
import { cancelOrder, deliverOrder, getOrder, refundOrder, shipOrder, startedRefunds } from "./index.ts";

const database = useDatabase();
let system: TestContext;
let gateway: ScriptedGateway;
let admin: TestContext;

beforeEach(() => {
  gateway = scriptedGateway();
  system = makeContext(database.db, { ports: { gateways: { test_card: gateway, cash_on_delivery: scriptedGateway({ status: "pending" }) } } });
  admin = as(system, anAdmin());
});
afterEach(() => expectPromises(system));

const reason = "out of stock";
const onDelivery = { paymentMethod: "cash_on_delivery" as const, card: undefined };

describe("cancelOrder, whole", () => {
  it("gives stock and money back, once", async () => {
    const { order, variantIds, total } = await createPlacedOrder(system);
    const cancelled = await cancelOrder(admin, { order, reason });
    expect(cancelled).toMatchObject({ status: "cancelled", paymentStatus: "refunded", payments: [{ refunded: total }], totals: { cancelled: total, worth: { amountMinor: 0 } } });
    expect(gateway.refunds).toMatchObject([{ amount: total }]);
    expect(await getLevels(admin, { variantId: variantIds[0]! })).toMatchObject({ onHand: 10, reserved: 0 });
    await expect(cancelOrder(admin, { order, reason: "again" })).rejects.toMatchObject({ reason: "order.wrong_status" });
    expect(gateway.refunds).toHaveLength(1);
  });

  it("answers as before under the same key, also while the refund was on its way", async () => {
    const { order } = await createPlacedOrder(system);
    const input = { order, reason, idempotencyKey: "cancel-0001" };
    const first = await cancelOrder(admin, input);
    expect(first.refunds).toMatchObject([{ state: "started", reason }]);
    expect(await cancelOrder(admin, input)).toEqual(first);
    expect((await getOrder(admin, { order })).refunds).toMatchObject([{ state: "succeeded" }]);
    expect(gateway.refunds).toHaveLength(1);
  });

  it("asks again later when the gateway gives no answer", async () => {
    const { order } = await createPlacedOrder(system);
    gateway.isReachable = false;
    expect(await cancelOrder(admin, { order, reason })).toMatchObject({ status: "cancelled" });
    gateway.isReachable = true;
    for (let round = 0; round < 2; round += 1) expect(await runEvents(system, [startedRefunds], { worker: "w" })).toMatchObject({ failed: 0 });
    expect(gateway.refunds).toHaveLength(1);
  });

  it("either ships or cancels when both are asked for at once", async () => {
    const { order } = await createPlacedOrder(system);
    const outcomes = await Promise.allSettled([shipOrder(admin, { order }), cancelOrder(admin, { order, reason })]);
    expect(outcomes.filter((outcome) => outcome.status === "fulfilled")).toHaveLength(1);
  });

  it("cancels what is left of an order whose first parcel has gone", async () => {
    const { order, lineIds } = await createPlacedOrder(system);
    await shipOrder(admin, { order, lines: [{ lineId: lineIds[0]!, quantity: 1 }] });
    const cancelled = await cancelOrder(admin, { order, reason });
    expect(cancelled).toMatchObject({ status: "shipped", lines: [{ quantityCancelled: 2 }], totals: { cancelled: { amountMinor: 2_500 }, worth: { amountMinor: 1_740 } } });
    await expect(cancelOrder(admin, { order, reason })).rejects.toMatchObject({ reason: "order.wrong_status", details: { status: "shipped" } });
  });
});

describe("cancelOrder, by line", () => {
  it("gives back what the units are worth and keeps the rest reserved", async () => {
    const { order, lineIds, variantIds } = await createPlacedOrder(system, { lines: [{ quantity: 3 }, { quantity: 2, priceMinor: 999 }] });
    const cancelled = await cancelOrder(admin, { order, reason, lines: [{ lineId: lineIds[1]!, quantity: 1 }] });
    expect(cancelled).toMatchObject({ status: "confirmed", paymentStatus: "partially_refunded", totals: { cancelled: { amountMinor: 999 } } });
    expect(gateway.refunds).toMatchObject([{ amount: { amountMinor: 999 } }]);
    expect(await getLevels(admin, { variantId: variantIds[1]! })).toMatchObject({ onHand: 10, reserved: 1 });
    expect(await getLevels(admin, { variantId: variantIds[0]! })).toMatchObject({ reserved: 3 });
  });

  it("gives units back to the location that serves last", async () => {
    const annex = await ensureLocation(system, "annex", 5);
    const { variantId } = await createSellable(system, { stock: 2 });
    await stockAt(system, variantId, annex, 2);
    const buyer = as(system, aGuest());
    await readyCheckout(buyer, variantId, 3);
    const { orderNumber, orderId } = await placeOrder(buyer, await placeInput(buyer));
    const [line] = (await getOrder(admin, { order: orderId })).lines;
    await cancelOrder(admin, { order: String(orderNumber), reason, lines: [{ lineId: line!.id, quantity: 1 }] });
    expect((await getLevels(admin, { variantId })).levels).toMatchObject([{ reserved: 2 }, { reserved: 0 }]);
    expect(await shipOrder(admin, { order: orderId })).toMatchObject({ status: "shipped" });
  });

  it("gives the shipping back with the last unit when nothing was sent", async () => {
    const { order, lineIds, total } = await createPlacedOrder(system);
    const lines = (quantity: number) => [{ lineId: lineIds[0]!, quantity }];
    await cancelOrder(admin, { order, reason, lines: lines(2) });
    expect(await cancelOrder(admin, { order, reason, lines: lines(1) })).toMatchObject({ status: "cancelled", payments: [{ refunded: total }] });
    expect(gateway.refunds.map((refund) => refund.amount.amountMinor)).toEqual([2_500, 1_250 + 490]);
  });

  it("keeps the shipping of an order of which something was sent", async () => {
    const { order, lineIds } = await createPlacedOrder(system);
    await shipOrder(admin, { order, lines: [{ lineId: lineIds[0]!, quantity: 1 }] });
    await cancelOrder(admin, { order, reason, lines: [{ lineId: lineIds[0]!, quantity: 2 }] });
    expect(gateway.refunds.map((refund) => refund.amount.amountMinor)).toEqual([2_500]);
  });

  it("delivers the order when the rest had arrived already, and takes only what is due on delivery", async () => {
    const { order, lineIds } = await createPlacedOrder(system, { place: onDelivery });
    await shipOrder(admin, { order, lines: [{ lineId: lineIds[0]!, quantity: 1 }] });
    await deliverOrder(admin, { order });
    const cancelled = await cancelOrder(admin, { order, reason });
    expect(cancelled).toMatchObject({ status: "delivered", paymentStatus: "paid", payments: [{ status: "captured", captured: { amountMinor: 1_740 } }], refunds: [] });
  });

  it("asks less money on delivery", async () => {
    const { order, lineIds } = await createPlacedOrder(system, { place: onDelivery });
    await cancelOrder(admin, { order, reason, lines: [{ lineId: lineIds[0]!, quantity: 1 }] });
    await shipOrder(admin, { order });
    expect(await deliverOrder(admin, { order })).toMatchObject({ payments: [{ captured: { amountMinor: 2 * 1_250 + 490 } }], refunds: [] });
  });

  it("does not count a refund given for another reason against the buyer, and never gives back more than was paid", async () => {
    const { order, lineIds, total } = await createPlacedOrder(system);
    await refundOrder(admin, { order, amountMinor: 1_000, reason: "so late" });
    const lines = [{ lineId: lineIds[0]!, quantity: 1 }];
    expect(await cancelOrder(admin, { order, reason, lines })).toMatchObject({ payments: [{ refunded: { amountMinor: 2_250 } }] });
    expect(await cancelOrder(admin, { order, reason })).toMatchObject({ status: "cancelled", payments: [{ refunded: total }] });
  });

  it("names a line that has fewer units left, or is not the order's", async () => {
    const { order, lineIds } = await createPlacedOrder(system);
    const cancel = (lineId: string, quantity: number) => cancelOrder(admin, { order, reason, lines: [{ lineId, quantity }] });
    await expect(cancel(lineIds[0]!, 4)).rejects.toMatchObject({ reason: "order.too_many_units", details: { left: 3 } });
    await expect(cancel("oln_other", 1)).rejects.toMatchObject({ reason: "order_line.not_found" });
  });

  it("cancels a unit once when two ask for the last one", async () => {
    const { order, lineIds } = await createPlacedOrder(system, { lines: [{ quantity: 1 }, { quantity: 1 }] });
    const lines = [{ lineId: lineIds[0]!, quantity: 1 }];
    const outcomes = await Promise.allSettled([cancelOrder(admin, { order, reason, lines }), cancelOrder(admin, { order, reason, lines })]);
    expect(outcomes.map((outcome) => outcome.status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(gateway.refunds).toHaveLength(1);
  });
});
