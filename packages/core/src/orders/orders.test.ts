import { useDatabase } from "@cartwright/db/testing";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createAccount } from "../accounts/index.ts";
import { placeOrder } from "../checkout/index.ts";
import { getLevels } from "../inventory/index.ts";
import {
  aCustomer,
  aGuest,
  anAdmin,
  as,
  createSellable,
  expectPromises,
  makeContext,
  outsiders,
  placeInput,
  readyCheckout,
  scriptedGateway,
  type ScriptedGateway,
  type TestContext,
} from "../testing/index.ts";
import { cancelOrder, checkOrder, checkOrders, countOrders, deliverOrder, explainOrder, getMyOrder, getOrder, getOrderByToken, listMyOrders, listOrders, lookUpOrder, refundOrder, shipOrder, updateShipment } from "./index.ts";

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

async function ordered(quantity = 3, given: Parameters<typeof placeInput>[1] = {}, actor = aGuest()) {
  const { variantId } = await createSellable(system, { stock: 10 });
  const buyer = as(system, actor);
  await readyCheckout(buyer, variantId, quantity);
  const placed = await placeOrder(buyer, await placeInput(buyer, given));
  return { ...placed, buyer, variantId, order: String(placed.orderNumber) };
}

describe("shipOrder", () => {
  it("sends everything that is left, and the stock leaves with it", async () => {
    const { order, variantId } = await ordered();
    const shipped = await shipOrder(admin, { order, carrier: "DHL", trackingNumber: "00340" });
    expect(shipped).toMatchObject({ status: "shipped", fulfilmentStatus: "shipped", shipments: [{ carrier: "DHL", trackingNumber: "00340" }] });
    expect(await getLevels(admin, { variantId })).toMatchObject({ onHand: 7, reserved: 0 });
    await expect(shipOrder(admin, { order })).rejects.toMatchObject({ reason: "order.wrong_status" });
  });

  it("sends part quantities in several parcels", async () => {
    const { order } = await ordered(3);
    const [line] = (await getOrder(admin, { order })).lines;
    const lines = (quantity: number) => ({ order, lines: [{ lineId: line!.id, quantity }] });
    expect(await shipOrder(admin, lines(1))).toMatchObject({ status: "processing", fulfilmentStatus: "partial" });
    await expect(shipOrder(admin, lines(3))).rejects.toMatchObject({ reason: "order.too_many_units", details: { left: 2 } });
    expect(await shipOrder(admin, lines(1))).toMatchObject({ status: "processing" });
    expect(await shipOrder(admin, { order })).toMatchObject({ status: "shipped", shipments: [{}, {}, {}] });
  });

  it("sends one parcel for one key", async () => {
    const { order, variantId } = await ordered(2);
    const input = { order, idempotencyKey: "parcel-0001" };
    const [first, second] = await Promise.all([shipOrder(admin, input), shipOrder(admin, input)]);
    expect(first).toEqual(second);
    expect(await getLevels(admin, { variantId })).toMatchObject({ onHand: 8 });
  });

  it("records one delivery for one key", async () => {
    const { order } = await ordered(1);
    await shipOrder(admin, { order });
    const input = { order, idempotencyKey: "arrival-0001" };
    expect(await deliverOrder(admin, input)).toEqual(await deliverOrder(admin, input));
  });

  it("names a line that is not the order's", async () => {
    const { order } = await ordered();
    await expect(shipOrder(admin, { order, lines: [{ lineId: "oln_other", quantity: 1 }] })).rejects.toMatchObject({ reason: "order_line.not_found" });
    await expect(shipOrder(admin, { order: "999999999" })).rejects.toMatchObject({ code: "not_found", reason: "order.not_found" });
  });
});

describe("deliverOrder", () => {
  it("ends the order when every parcel has arrived, and tells its story", async () => {
    const { order } = await ordered();
    await expect(deliverOrder(admin, { order })).rejects.toMatchObject({ reason: "order.nothing_on_its_way" });
    await shipOrder(admin, { order });
    const delivered = await deliverOrder(admin, { order });
    expect(delivered).toMatchObject({ status: "delivered", fulfilmentStatus: "delivered", paymentStatus: "paid" });
    expect(delivered.events.map((event) => event.type)).toEqual(["placed", "payment_recorded", "confirmed", "shipped", "delivered"]);
    expect(delivered.events.map((event) => event.seq)).toEqual([1, 2, 3, 4, 5]);
  });

  it("takes the money that came with the parcel", async () => {
    const { order } = await ordered(1, { paymentMethod: "cash_on_delivery", card: undefined });
    await shipOrder(admin, { order });
    expect(await deliverOrder(admin, { order })).toMatchObject({ paymentStatus: "paid" });
  });

  it("waits for the rest while some units have not left", async () => {
    const { order } = await ordered(2);
    const [line] = (await getOrder(admin, { order })).lines;
    await shipOrder(admin, { order, lines: [{ lineId: line!.id, quantity: 1 }] });
    expect(await deliverOrder(admin, { order })).toMatchObject({ status: "processing", shipments: [{ status: "delivered" }] });
    await shipOrder(admin, { order });
    expect(await deliverOrder(admin, { order })).toMatchObject({ status: "delivered" });
  });
});

describe("who sees an order", () => {
  it("opens for its link, for number and e-mail together, and for its customer", async () => {
    const account = await createAccount(system, { email: `${crypto.randomUUID()}@example.com`, name: "Robin", password: "long enough", role: "customer" });
    const { order, buyer, accessToken, orderNumber } = await ordered(1, {}, aCustomer(account.id));
    expect((await getOrderByToken(as(system, aGuest()), { token: accessToken })).number).toBe(orderNumber);
    expect((await lookUpOrder(as(system, aGuest()), { orderNumber, email: "robin@example.com" })).number).toBe(orderNumber);
    expect((await getMyOrder(buyer, { order })).number).toBe(orderNumber);
    expect((await listMyOrders(buyer, { limit: 10 })).items.map((row) => row.number)).toEqual([orderNumber]);
  });

  it("does not exist for anybody else", async () => {
    const { order, orderNumber } = await ordered(1);
    const stranger = as(system, aCustomer("acc_stranger"));
    await expect(getMyOrder(stranger, { order })).rejects.toMatchObject({ code: "not_found" });
    await expect(lookUpOrder(stranger, { orderNumber, email: "other@example.com" })).rejects.toMatchObject({ code: "not_found" });
    await expect(getOrderByToken(stranger, { token: "not-the-right-word" })).rejects.toMatchObject({ code: "not_found" });
    await expect(listMyOrders(as(system, aGuest()), { limit: 1 })).rejects.toMatchObject({ code: "unauthenticated" });
  });

  it.each(outsiders)("keeps staff's verbs from %s", async (_, actor) => {
    const { order } = await ordered(1);
    const other = as(system, actor());
    const refused = { reason: expect.stringMatching(/^access\./) };
    await expect(listOrders(other, { limit: 1 })).rejects.toMatchObject(refused);
    await expect(getOrder(other, { order })).rejects.toMatchObject(refused);
    await expect(shipOrder(other, { order })).rejects.toMatchObject(refused);
    await expect(deliverOrder(other, { order })).rejects.toMatchObject(refused);
    await expect(cancelOrder(other, { order, reason: "x" })).rejects.toMatchObject(refused);
    await expect(updateShipment(other, { order, shipmentId: "shp_any" })).rejects.toMatchObject(refused);
    await expect(refundOrder(other, { order, amountMinor: 1, reason: "x" })).rejects.toMatchObject(refused);
    await expect(explainOrder(other, { order })).rejects.toMatchObject(refused);
    await expect(checkOrder(other, { order })).rejects.toMatchObject(refused);
    await expect(checkOrders(other, { limit: 1 })).rejects.toMatchObject(refused);
    await expect(countOrders(other, "pending")).rejects.toMatchObject(refused);
  });
});

describe("listOrders", () => {
  it("finds by status, number and part of the address, newest first", async () => {
    const first = await ordered(1);
    const second = await ordered(1);
    await shipOrder(admin, { order: first.order });
    const numbers = async (input: Partial<Parameters<typeof listOrders>[1]>) => (await listOrders(admin, { limit: 100, ...input })).items.map((row) => row.number);
    expect((await numbers({})).slice(0, 2)).toEqual([second.orderNumber, first.orderNumber]);
    expect(await numbers({ status: "shipped" })).toContain(first.orderNumber);
    expect(await numbers({ status: "shipped" })).not.toContain(second.orderNumber);
    expect(await numbers({ text: `#${first.order}` })).toEqual([first.orderNumber]);
    expect(await numbers({ text: "ROBIN@exam" })).toContain(second.orderNumber);
    expect(await numbers({ text: "100%" })).toEqual([]);
  });

  it("says how many units each order has", async () => {
    const { orderNumber } = await ordered(3);
    expect((await listOrders(admin, { limit: 1 })).items).toMatchObject([{ number: orderNumber, quantity: 3 }]);
  });

  it("costs the same statements whatever the number of orders", async () => {
    const one = await database.countQueries(() => listOrders(admin, { limit: 1 }));
    const many = await database.countQueries(() => listOrders(admin, { limit: 100 }));
    expect([one, many]).toEqual([2, 2]);
  });
});
