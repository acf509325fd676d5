import { returns } from "@cartwright/db";
import { useDatabase } from "@cartwright/db/testing";
import { eq } from "drizzle-orm";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createAccount } from "../accounts/index.ts";
import { getLevels, listMovements } from "../inventory/index.ts";
import { addPayment, cancelOrder, cancelPayment, deliverOrder, getMyOrder, getOrder, refundOrder, shipOrder } from "../orders/index.ts";
import {
  aCustomer,
  aGuest,
  anAdmin,
  as,
  createPlacedOrder,
  ensureLocation,
  expectPromises,
  makeContext,
  outsiders,
  scriptedGateway,
  type PlacedFacts,
  type ScriptedGateway,
  type TestContext,
} from "../testing/index.ts";
import { approveReturn, cancelReturn, createReturn, getOrderReturns, getReturn, listReturns, receiveReturn, rejectReturn, requestReturn } from "./index.ts";
import { returnDays, type ReceiveReturnInput } from "./schemas.ts";

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

const reason = "damaged" as const;

async function delivered(facts: PlacedFacts = {}) {
  const placed = await createPlacedOrder(system, facts);
  await shipOrder(admin, { order: placed.order });
  await deliverOrder(admin, { order: placed.order });
  return placed;
}

/** Worth 42.40: 32.40 by card, and 10.00 still to be paid on delivery. */
async function sentInParts() {
  const card = { method: "test_card" as const, amountMinor: 3_240, card: { number: "4242424242424242" } };
  const payments = [card, { method: "cash_on_delivery" as const, amountMinor: 1_000 }];
  const placed = await createPlacedOrder(system, { place: { paymentMethod: undefined, card: undefined, payments } });
  await shipOrder(admin, { order: placed.order });
  return placed;
}

type Placed = Awaited<ReturnType<typeof delivered>>;

const unitsOf = ({ lineIds }: Placed, quantity: number, line = 0) => [{ lineId: lineIds[line]!, quantity }];
const ask = (placed: Placed, quantity: number) => requestReturn(placed.buyer, { access: placed.access, lines: unitsOf(placed, quantity), reason });
const receive = (given: Partial<ReceiveReturnInput> & { return: string }) => receiveReturn(admin, { location: undefined, isLast: false, ...given });

/** Asked for by the buyer and approved. */
async function approved(placed: Placed, quantity: number): Promise<string> {
  const { id } = await ask(placed, quantity);
  await approveReturn(admin, { return: id });
  return id;
}

describe("requestReturn", () => {
  it("is for whoever has the link, the number and address, or the account", async () => {
    const account = await createAccount(system, { email: `${crypto.randomUUID()}@example.com`, name: "Robin", password: "long enough", role: "customer" });
    const placed = await delivered({ buyer: aCustomer(account.id) });
    const { order, orderNumber, access, buyer } = placed;
    const lines = unitsOf(placed, 1);
    const first = await requestReturn(as(system, aGuest()), { access, lines, reason, comment: "the lid: cracked" });
    expect(first).toMatchObject({ status: "requested", reason, comment: "the lid: cracked", quantity: 1, orderNumber, refunds: [] });
    const [stored] = await system.db.select({ reason: returns.reason, comment: returns.comment }).from(returns).where(eq(returns.id, first.id));
    expect(stored).toEqual({ reason, comment: "the lid: cracked" });
    // As it was written before the words had a column of their own.
    await system.db.update(returns).set({ reason: `${reason}: the lid: cracked`, comment: null }).where(eq(returns.id, first.id));
    expect(await getReturn(admin, { return: first.id })).toMatchObject({ reason, comment: "the lid: cracked" });
    const second = await requestReturn(as(system, aGuest()), { access: { orderNumber, email: "robin@example.com" }, lines, reason });
    const third = await requestReturn(buyer, { access: { order }, lines, reason });
    expect([second.number, third.number]).toEqual([first.number + 1, first.number + 2]);
    expect((await getOrderReturns(buyer, { access: { order } })).returns.map((one) => one.id)).toEqual([third.id, second.id, first.id]);
  });

  it("is not for anybody else", async () => {
    const placed = await delivered();
    const lines = unitsOf(placed, 1);
    const stranger = as(system, aCustomer("acc_stranger"));
    const missing = { reason: "order.not_found" };
    await expect(requestReturn(stranger, { access: { order: placed.order }, lines, reason })).rejects.toMatchObject(missing);
    await expect(requestReturn(stranger, { access: { token: "not-the-right-word" }, lines, reason })).rejects.toMatchObject(missing);
    await expect(requestReturn(stranger, { access: { orderNumber: placed.orderNumber, email: "other@example.com" }, lines, reason })).rejects.toMatchObject(missing);
    await expect(requestReturn(as(system, aGuest()), { access: { order: placed.order }, lines, reason })).rejects.toMatchObject({ code: "unauthenticated" });
    await expect(getOrderReturns(stranger, { access: { order: placed.order } })).rejects.toMatchObject(missing);
  });

  it("takes only units that have left and that no other return expects", async () => {
    const placed = await createPlacedOrder(system);
    await expect(ask(placed, 1)).rejects.toMatchObject({ reason: "return.too_many_units", details: { left: 0 } });
    await shipOrder(admin, { order: placed.order, lines: unitsOf(placed, 2) });
    await ask(placed, 1);
    await expect(ask(placed, 2)).rejects.toMatchObject({ reason: "return.too_many_units", details: { left: 1 } });
    const other = await createPlacedOrder(system);
    const stolen = { access: placed.access, lines: unitsOf(other, 1), reason };
    await expect(requestReturn(placed.buyer, stolen)).rejects.toMatchObject({ reason: "order_line.not_found" });
  });

  it("lets one of two returns have the last unit", async () => {
    const placed = await delivered({ lines: [{ quantity: 1 }] });
    const outcomes = await Promise.allSettled([ask(placed, 1), ask(placed, 1)]);
    expect(outcomes.map((outcome) => outcome.status).toSorted()).toEqual(["fulfilled", "rejected"]);
  });

  it("ends with the days after delivery, for the buyer and not for staff", async () => {
    const placed = await delivered();
    const { returnable } = await getOrderReturns(placed.buyer, { access: placed.access });
    expect(returnable).toMatchObject([{ quantity: 3, until: new Date(system.clock.now().getTime() + returnDays * 86_400_000).toISOString() }]);
    system.clock.advanceMinutes(returnDays * 24 * 60 + 1);
    expect((await getOrderReturns(placed.buyer, { access: placed.access })).returnable).toEqual([]);
    await expect(ask(placed, 1)).rejects.toMatchObject({ reason: "return.too_late" });
    expect(await createReturn(admin, { order: placed.order, lines: unitsOf(placed, 1), reason })).toMatchObject({ status: "approved" });
  });

  it("is made once for one key", async () => {
    const placed = await delivered();
    const input = { access: placed.access, lines: unitsOf(placed, 1), reason, idempotencyKey: "return-0001" };
    expect(await requestReturn(placed.buyer, input)).toEqual(await requestReturn(placed.buyer, input));
    expect((await getOrderReturns(placed.buyer, { access: placed.access })).returns).toHaveLength(1);
  });
});

describe("what becomes of a request", () => {
  it("is approved, or rejected with a word why", async () => {
    const placed = await delivered();
    const [first, second] = [await ask(placed, 1), await ask(placed, 1)];
    expect(await approveReturn(admin, { return: String(first.number), note: "Send it to us" })).toMatchObject({ status: "approved", note: "Send it to us" });
    expect(await rejectReturn(admin, { return: second.id, note: "It was worn" })).toMatchObject({ status: "rejected", note: "It was worn" });
    await expect(approveReturn(admin, { return: second.id })).rejects.toMatchObject({ reason: "return.wrong_status", details: { status: "rejected" } });
    await expect(approveReturn(admin, { return: "999999" })).rejects.toMatchObject({ reason: "return.not_found" });
    const { events } = await getOrder(admin, { order: placed.order });
    expect(events.slice(-4).map((event) => event.type)).toEqual(["return_requested", "return_requested", "return_approved", "return_rejected"]);
  });

  it("can be called off by its buyer until something has arrived, and by nobody else", async () => {
    const placed = await delivered();
    const other = await delivered();
    const { id } = await ask(placed, 2);
    await expect(cancelReturn(other.buyer, { return: id, access: other.access })).rejects.toMatchObject({ reason: "return.not_found" });
    expect(await cancelReturn(placed.buyer, { return: id, access: placed.access })).toMatchObject({ status: "cancelled" });
    const later = await approved(placed, 3);
    await receive({ return: later, lines: [{ lineId: placed.lineIds[0]!, restocked: 1, writtenOff: 0 }] });
    await expect(cancelReturn(placed.buyer, { return: later, access: placed.access })).rejects.toMatchObject({ reason: "return.wrong_status" });
  });
});

describe("receiveReturn", () => {
  it("puts the goods back on the shelf, gives the money back and ends the order", async () => {
    const placed = await delivered();
    const received = await receive({ return: await approved(placed, 3) });
    expect(received).toMatchObject({ status: "closed", refunded: { amountMinor: 3_750 }, refunds: [{ state: "started" }], lines: [{ quantityRestocked: 3 }] });
    const order = await getOrder(admin, { order: placed.order });
    expect(order).toMatchObject({ status: "returned", returnStatus: "returned", paymentStatus: "partially_refunded", totals: { worth: { amountMinor: 490 } } });
    expect(order.refunds).toMatchObject([{ returnId: received.id, state: "succeeded" }]);
    expect(await getLevels(admin, { variantId: placed.variantIds[0]! })).toMatchObject({ onHand: 10 });
  });

  it("tells the ledger of what can't be sold again", async () => {
    const placed = await delivered();
    const place = await ensureLocation(system, "back", 9);
    const lines = [{ lineId: placed.lineIds[0]!, restocked: 1, writtenOff: 2 }];
    await receive({ return: await approved(placed, 3), lines, location: place });
    const variantId = placed.variantIds[0]!;
    const { items } = await listMovements(admin, { variantId, limit: 2 });
    expect(items).toMatchObject([{ kind: "written_off", quantity: -2, locationCode: "back", reason }, { kind: "returned", quantity: 3, locationCode: "back" }]);
    expect((await getLevels(admin, { variantId })).levels).toMatchObject([{ onHand: 7 }, { onHand: 1 }]);
  });

  it("waits for what is missing, and closes when told that nothing more comes", async () => {
    const placed = await delivered();
    const id = await approved(placed, 3);
    const lines = [{ lineId: placed.lineIds[0]!, restocked: 1, writtenOff: 0 }];
    expect(await receive({ return: id, lines })).toMatchObject({ status: "received", refunded: { amountMinor: 1_250 } });
    expect((await getOrder(admin, { order: placed.order })).returnStatus).toBe("partial");
    await expect(receive({ return: id, lines: [{ ...lines[0]!, restocked: 3 }] })).rejects.toMatchObject({ reason: "return.too_many_units", details: { left: 2 } });
    expect(await receive({ return: id, lines, isLast: true })).toMatchObject({ status: "closed", refunded: { amountMinor: 2_500 } });
    await expect(receive({ return: id })).rejects.toMatchObject({ reason: "return.wrong_status" });
    expect((await getOrderReturns(placed.buyer, { access: placed.access })).returnable).toMatchObject([{ quantity: 1 }]);
  });

  it("closes a return of which nothing came", async () => {
    const placed = await delivered();
    const id = await approved(placed, 1);
    await expect(receive({ return: id, lines: [] })).rejects.toMatchObject({ reason: "return.nothing_received" });
    expect(await receive({ return: id, lines: [], isLast: true })).toMatchObject({ status: "closed", refunds: [] });
  });

  it("gives back another amount when somebody decides so, up to what is left", async () => {
    const placed = await delivered({ lines: [{ quantity: 2 }] });
    const id = await approved(placed, 1);
    const tooMuch = { reason: "payment.refund_too_much", details: { leftMinor: 2_990 } };
    await expect(receive({ return: id, refundMinor: 2_991 })).rejects.toMatchObject(tooMuch);
    expect(await receive({ return: id, refundMinor: 1_000 })).toMatchObject({ refunded: { amountMinor: 1_000 } });
    const packer = as(system, { ...anAdmin(), permissions: ["orders.write"] });
    const next = await approved(placed, 1);
    await expect(receiveReturn(packer, { return: next, refundMinor: 0, location: undefined, isLast: false })).rejects.toMatchObject({ reason: "access.not_allowed" });
  });

  it("does not pay twice for units that were refunded before they came back", async () => {
    const placed = await delivered();
    await refundOrder(admin, { order: placed.order, lines: unitsOf(placed, 2), reason: "never arrived" });
    expect(await receive({ return: await approved(placed, 3) })).toMatchObject({ refunded: { amountMinor: 1_250 } });
  });

  it("leaves due what is due for the rest when units come back whose money was given back before", async () => {
    const { order } = await sentInParts();
    const [line] = (await getOrder(admin, { order })).lines;
    const units = [{ lineId: line!.id, quantity: 1 }];
    await refundOrder(admin, { order, lines: units, reason: "never arrived" });
    await receive({ return: (await createReturn(admin, { order, lines: units, reason })).id });
    const { payments, totals } = await getOrder(admin, { order });
    expect(payments).toMatchObject([{ amount: { amountMinor: 1_000 }, status: "pending" }, { captured: { amountMinor: 3_240 }, refunded: { amountMinor: 1_250 } }]);
    expect(totals.worth.amountMinor).toBe(2_990);
  });

  it("lets no more be promised than the order is worth after it", async () => {
    const { order } = await sentInParts();
    const [{ payments, lines }] = [await getOrder(admin, { order })];
    await cancelPayment(admin, { order, paymentId: payments.find((payment) => payment.status === "pending")!.id });
    const back = await createReturn(admin, { order, lines: [{ lineId: lines[0]!.id, quantity: 1 }], reason });
    expect(await receive({ return: back.id })).toMatchObject({ refunded: { amountMinor: 250 } });
    const again = addPayment(admin, { order, method: "cash_on_delivery", amountMinor: 1_000 });
    await expect(again).rejects.toMatchObject({ reason: "payment.exceeds_total", details: { leftMinor: 0 } });
  });

  it("asks for less on delivery when a parcel comes back unpaid", async () => {
    const placed = await createPlacedOrder(system, { place: { paymentMethod: "cash_on_delivery", card: undefined } });
    const { order } = placed;
    await shipOrder(admin, { order, lines: unitsOf(placed, 1) });
    expect(await receive({ return: await approved(placed, 1) })).toMatchObject({ refunded: { amountMinor: 0 }, refunds: [] });
    expect((await getOrder(admin, { order })).payments).toMatchObject([{ amount: { amountMinor: 2_990 } }]);
    await shipOrder(admin, { order });
    expect(await deliverOrder(admin, { order })).toMatchObject({ paymentStatus: "paid", payments: [{ captured: { amountMinor: 2_990 } }] });
  });

  it("receives a parcel once for one key", async () => {
    const placed = await delivered();
    const input = { return: await approved(placed, 1), idempotencyKey: "receive-0001" };
    const [first, second] = await Promise.all([receive(input), receive(input)]);
    expect(second).toEqual(first);
    expect(gateway.refunds).toHaveLength(1);
  });

  it("leaves cancelling and coming back in any order with exactly what was paid", async () => {
    const step = fc.record({ line: fc.nat(1), isReturn: fc.boolean(), quantity: fc.integer({ min: 1, max: 2 }) });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 6 }), async (steps) => {
        const placed = await createPlacedOrder(system, { lines: [{ quantity: 3, priceMinor: 333 }, { quantity: 2, priceMinor: 1_001 }] });
        const { order } = placed;
        const sent = placed.lineIds.map((lineId) => ({ lineId, quantity: 1 }));
        await shipOrder(admin, { order, lines: sent });
        const run = async ({ line, isReturn, quantity }: { line: number; isReturn: boolean; quantity: number }) => {
          const lines = unitsOf(placed, quantity, line);
          if (!isReturn) return cancelOrder(admin, { order, lines, reason: "x" });
          return receive({ return: (await createReturn(admin, { order, lines, reason })).id });
        };
        for (const one of steps) await run(one).catch((error: unknown) => expect(error).toMatchObject({ code: "conflict" }));
        for (const line of [0, 1]) for (const isReturn of [true, false]) for (const quantity of [2, 1, 1]) await run({ line, isReturn, quantity }).catch(() => null);
        const { status, payments, totals } = await getOrder(admin, { order });
        expect({ status, kept: totals.total.amountMinor - (payments[0]?.refunded.amountMinor ?? 0) }).toEqual({ status: "returned", kept: 490 });
      }),
      { numRuns: 10 },
    );
  });
});

describe("staff's verbs", () => {
  it("lists returns newest first, of a status or of an order", async () => {
    const [one, other] = [await delivered(), await delivered()];
    const first = await ask(one, 1);
    const second = await ask(other, 2);
    await approveReturn(admin, { return: second.id });
    const ids = async (given: Partial<Parameters<typeof listReturns>[1]>) => (await listReturns(admin, { limit: 50, ...given })).items.map((row) => row.id);
    expect((await ids({})).slice(0, 2)).toEqual([second.id, first.id]);
    expect(await ids({ order: one.order })).toEqual([first.id]);
    expect(await ids({ status: "requested" })).toContain(first.id);
    expect(await ids({ status: "requested" })).not.toContain(second.id);
    expect((await listReturns(admin, { limit: 1 })).items).toMatchObject([{ quantity: 2, orderNumber: other.orderNumber }]);
    expect(await getReturn(admin, { return: String(first.number) })).toMatchObject({ id: first.id });
    const page = await listReturns(admin, { limit: 1 });
    expect((await listReturns(admin, { limit: 1, cursor: page.nextCursor })).items).toMatchObject([{ id: first.id }]);
  });

  it.each(outsiders)("are kept from %s", async (_, actor) => {
    const placed = await delivered();
    const { id } = await ask(placed, 1);
    const other = as(system, actor());
    const refused = { reason: expect.stringMatching(/^access\./) };
    await expect(listReturns(other, { limit: 1 })).rejects.toMatchObject(refused);
    await expect(getReturn(other, { return: id })).rejects.toMatchObject(refused);
    await expect(createReturn(other, { order: placed.order, lines: unitsOf(placed, 1), reason })).rejects.toMatchObject(refused);
    await expect(approveReturn(other, { return: id })).rejects.toMatchObject(refused);
    await expect(rejectReturn(other, { return: id, note: "x" })).rejects.toMatchObject(refused);
    await expect(cancelReturn(other, { return: id })).rejects.toMatchObject(refused);
    await expect(receiveReturn(other, { return: id, location: undefined, isLast: false })).rejects.toMatchObject(refused);
  });

  it("does not show a customer somebody else's order among their returns", async () => {
    const account = await createAccount(system, { email: `${crypto.randomUUID()}@example.com`, name: "Kim", password: "long enough", role: "customer" });
    const placed = await delivered({ buyer: aCustomer(account.id) });
    await ask(placed, 1);
    expect(await getMyOrder(placed.buyer, { order: placed.order })).toMatchObject({ number: placed.orderNumber });
    await expect(getOrderReturns(as(system, aCustomer("acc_other")), { access: { order: placed.order } })).rejects.toMatchObject({ code: "not_found" });
  });
});
