import { orderLines, orders, shipments, stockMovements } from "@cartwright/db";
import { useDatabase } from "@cartwright/db/testing";
import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createReturn, receiveReturn } from "../returns/index.ts";
import { anAdmin, as, createPlacedOrder, expectPromises, makeContext, type TestContext } from "../testing/index.ts";
import { cancelOrder, checkOrder, checkOrders, deliverOrder, explainOrder, getOrder, refundOrder, shipOrder, updateShipment } from "./index.ts";

const database = useDatabase();
let system: TestContext;
let admin: TestContext;

beforeEach(() => {
  system = makeContext(database.db);
  admin = as(system, anAdmin());
});

async function longStory() {
  const placed = await createPlacedOrder(system, { lines: [{ quantity: 3 }, { quantity: 1, priceMinor: 999 }] });
  const { order, lineIds } = placed;
  await shipOrder(admin, { order, lines: [{ lineId: lineIds[0]!, quantity: 2 }] });
  await cancelOrder(admin, { order, lines: [{ lineId: lineIds[1]!, quantity: 1 }], reason: "out of stock" });
  await shipOrder(admin, { order });
  await deliverOrder(admin, { order });
  await refundOrder(admin, { order, amountMinor: 300, reason: "so late" });
  const back = await createReturn(admin, { order, lines: [{ lineId: lineIds[0]!, quantity: 2 }], reason: "damaged" });
  await receiveReturn(admin, { return: back.id, lines: [{ lineId: lineIds[0]!, restocked: 1, writtenOff: 1 }], location: undefined, isLast: false });
  return placed;
}

describe("explainOrder", () => {
  afterEach(() => expectPromises(system));

  it("tells every amount and every stock move, and how it stands after each", async () => {
    const { order, total } = await longStory();
    const story = await explainOrder(admin, { order });
    const sumOf = (kind: string) => story.entries.flatMap((entry) => entry.amounts).filter((one) => one.kind === kind).reduce((sum, one) => sum + one.amount.amountMinor, 0);
    expect({ goods: sumOf("goods"), shipping: sumOf("shipping"), captured: sumOf("captured"), refunded: sumOf("refunded") }).toEqual({
      goods: 1_250,
      shipping: 490,
      captured: total.amountMinor,
      refunded: 999 + 300 + 2_500,
    });
    expect(story.balance).toMatchObject({ worth: { amountMinor: 1_740 }, captured: total, refunded: { amountMinor: 3_799 }, due: { amountMinor: 0 } });
    expect(story.entries.flatMap((entry) => entry.stock).map(({ kind, units }) => [kind, units])).toEqual([
      ["sold", -2],
      ["sold", -1],
      ["returned", 2],
      ["written_off", -1],
    ]);
    expect(story.entries.map((entry) => entry.seq)).toEqual(story.entries.map((_, at) => at + 1));
    expect(story.entries[0]).toMatchObject({ balance: { worth: total, due: total } });
  });

  it("shows a movement that no event tells of", async () => {
    const { order, variantIds } = await longStory();
    const [parcel] = (await getOrder(admin, { order })).shipments;
    const lost = { id: "mov_lost", variantId: variantIds[0]!, locationId: "loc_main", quantity: 0, actor: "test", at: system.clock.now() };
    await system.db.insert(stockMovements).values({ ...lost, kind: "written_off", reference: await referenceOfReturn(order) });
    const story = await explainOrder(admin, { order });
    expect(story.entries.at(-1)).toMatchObject({ seq: null, stock: [{ kind: "written_off", units: 0 }] });
    expect(parcel).toBeDefined();
  });

  it("is found by its number, with or without #", async () => {
    const { order, orderNumber } = await createPlacedOrder(system);
    expect(await explainOrder(admin, { order: `#${order}` })).toMatchObject({ number: orderNumber });
    await expect(explainOrder(admin, { order: "999999999" })).rejects.toMatchObject({ reason: "order.not_found" });
  });
});

async function referenceOfReturn(order: string): Promise<string> {
  const { events } = await getOrder(admin, { order });
  return String(events.find((event) => event.type === "return_requested")?.payload["returnId"]);
}

describe("checkOrder", () => {
  it("finds nothing to say of an order that its events add up to", async () => {
    const { order } = await longStory();
    expect(await checkOrder(admin, { order })).toMatchObject({ number: Number(order), differences: [] });
  });

  it("lists what was changed behind the events' back", async () => {
    const { order, orderId, lineIds } = await longStory();
    await updateShipment(admin, { order, shipmentId: (await getOrder(admin, { order })).shipments[0]!.id, carrier: "DHL", trackingNumber: "1" });
    await system.db.update(orders).set({ status: "shipped", totalMinor: 1 }).where(eq(orders.id, orderId));
    await system.db.update(orderLines).set({ quantityShipped: 1 }).where(eq(orderLines.id, lineIds[0]!));
    await system.db.update(shipments).set({ status: "shipped" }).where(eq(shipments.orderId, orderId));
    const { differences } = await checkOrder(admin, { order });
    expect(differences.map(({ what }) => what.replace(/ \S*_\S* /, " ")).toSorted()).toEqual(["line quantityShipped", "parcel status", "parcel status", "status", "totalMinor"]);
    expect(differences).toContainEqual({ what: "status", stored: "shipped", rebuilt: "delivered" });
  });

  it("walks all orders in pages and names those that differ", async () => {
    const { orderId, orderNumber } = await createPlacedOrder(system);
    await createPlacedOrder(system);
    await system.db.update(orders).set({ cancelledMinor: 5 }).where(eq(orders.id, orderId));
    const found: number[] = [];
    let checked = 0;
    for (let cursor: string | null | undefined; cursor !== null; ) {
      const page = await checkOrders(admin, { limit: 1, cursor });
      checked += page.checked;
      found.push(...page.items.map((item) => item.number));
      cursor = page.nextCursor;
    }
    expect(found).toContain(orderNumber);
    expect(checked).toBe(await system.db.$count(orders));
    await system.db.update(orders).set({ cancelledMinor: 0 }).where(eq(orders.id, orderId));
  });
});

describe("updateShipment", () => {
  it("corrects carrier and number, and leads to the carrier's page", async () => {
    const { order } = await createPlacedOrder(system);
    const [parcel] = (await shipOrder(admin, { order, carrier: "Uncle Bob", trackingNumber: "1" })).shipments;
    expect(parcel).toMatchObject({ trackingUrl: null });
    const input = { order, shipmentId: parcel!.id, carrier: "DHL", idempotencyKey: "tracking-0001" };
    const updated = await updateShipment(admin, input);
    expect(updated).toMatchObject({ shipments: [{ carrier: "DHL", trackingNumber: "1", trackingUrl: expect.stringMatching(/^https:\/\/www\.dhl\.com\/.*1$/) }] });
    expect(await updateShipment(admin, input)).toEqual(updated);
    expect(updated.events.at(-1)).toMatchObject({ type: "tracking_changed" });
    expect(await updateShipment(admin, { order, shipmentId: parcel!.id, carrier: null })).toMatchObject({ shipments: [{ carrier: null, trackingUrl: null }] });
  });

  it("knows only the order's own parcels", async () => {
    const [one, other] = [await createPlacedOrder(system), await createPlacedOrder(system)];
    const [parcel] = (await shipOrder(admin, { order: one.order })).shipments;
    await expect(updateShipment(admin, { order: other.order, shipmentId: parcel!.id, carrier: "UPS" })).rejects.toMatchObject({ reason: "shipment.not_found" });
  });
});
