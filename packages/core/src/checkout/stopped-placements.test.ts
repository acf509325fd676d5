import { carts, orders, outboxEvents, payments, refunds } from "@cartwright/db";
import { useDatabase } from "@cartwright/db/testing";
import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { addCartLine, getCart } from "../cart/index.ts";
import { releaseExpiredHolds } from "../inventory/index.ts";
import { runEvents } from "../kernel/index.ts";
import { cancelOrder, cancelPayment, getOrder } from "../orders/index.ts";
import { endChecks, endedAuthorisations, examinePayments, findStartedPayments, type VoidRequest } from "../payments/index.ts";
import {
  aGuest,
  anAdmin,
  as,
  createSellable,
  expectPromises,
  makeContext,
  paperGateway,
  placeInput,
  readyCheckout,
  scriptedGateway,
  splitInput,
  type ScriptedGateway,
  type TestContext,
} from "../testing/index.ts";
import { askPayments } from "./ask-payments.ts";
import { beginPlacement } from "./begin-placement.ts";
import { checkLatePayments } from "./check-late-payments.ts";
import { finishPlacement } from "./finish-placement.ts";
import { placeOrder } from "./place-order.ts";
import { resumePlacements } from "./resume-placements.ts";
import type { PlaceOrderInput } from "./schemas.ts";

const database = useDatabase();
let system: TestContext;
let gateway: ScriptedGateway;

beforeEach(async () => {
  gateway = scriptedGateway();
  system = makeContext(database.db, { ports: { gateways: { test_card: gateway, bank_transfer: paperGateway() } } });
  // Each test has a gateway of its own, which knows nothing of the payments before.
  for (const { id } of await system.db.select().from(payments)) await endChecks(system, id);
});
afterEach(() => expectPromises(system));

async function buyer() {
  const { variantId } = await createSellable(system, { stock: 1 });
  const ctx = as(system, aGuest());
  await readyCheckout(ctx, variantId);
  return ctx;
}

/** Step 1, by a server that dies behind it. */
async function beginOnly(ctx: TestContext, input: PlaceOrderInput) {
  const begun = await beginPlacement(ctx, input, { procedure: "checkout.place", key: input.idempotencyKey, body: {} });
  if (begun.kind !== "begun") throw new Error(`it is ${begun.kind}`);
  return begun;
}

const orderOf = (orderId: string) => getOrder(as(system, anAdmin()), { order: orderId });
const lastOrderId = async () => (await system.db.select().from(orders).orderBy(orders.number)).at(-1)!.id;

describe("a server that dies", () => {
  it("behind the first step leaves an order that is undone, and a cart that can be ordered", async () => {
    const ctx = await buyer();
    const begun = await beginOnly(ctx, await splitInput(ctx, 500));
    system.clock.advanceMinutes(60);
    await releaseExpiredHolds(system);
    expect((await getCart(ctx)).notices).toEqual([]);
    expect(await resumePlacements(system)).toEqual({ settled: 1, waiting: 0 });
    expect(await orderOf(begun.orderId)).toMatchObject({ status: "cancelled", payments: [{ status: "cancelled" }, { status: "failed" }] });
    await placeOrder(ctx, await placeInput(ctx));
  });

  it("behind the gateway's answer leaves an order that is finished", async () => {
    const ctx = await buyer();
    const begun = await beginOnly(ctx, await splitInput(ctx, 500));
    await askPayments(ctx, begun);
    system.clock.advanceMinutes(5);
    expect(await resumePlacements(system)).toEqual({ settled: 1, waiting: 0 });
    expect(await orderOf(begun.orderId)).toMatchObject({ status: "confirmed", payments: [{ status: "pending" }, { status: "captured" }] });
    expect((await getCart(ctx)).lines).toEqual([]);
  });

  it("between two cards leaves an order that is undone, and the first card's money goes back", async () => {
    const ctx = await buyer();
    const input = await splitInput(ctx, 500);
    const parts = input.payments!.map((part) => ({ ...part, method: "test_card" as const, card: { number: "4242424242424242" } }));
    const begun = await beginOnly(ctx, { ...input, payments: parts });
    await askPayments(ctx, { ...begun, payments: begun.payments.slice(0, 1) });
    system.clock.advanceMinutes(5);
    await resumePlacements(system);
    expect(await orderOf(begun.orderId)).toMatchObject({ status: "cancelled", payments: [{ status: "captured" }, { status: "failed" }] });
    expect(gateway.refunds).toMatchObject([{ amount: { amountMinor: 1_240 } }]);
  });

  it("is finished by one of two reapers, and an answer that comes after them changes nothing", async () => {
    const ctx = await buyer();
    const begun = await beginOnly(ctx, await splitInput(ctx, 500));
    const outcomes = await askPayments(ctx, begun);
    system.clock.advanceMinutes(5);
    const reaped = await Promise.all([resumePlacements(system), resumePlacements(system)]);
    expect(reaped.reduce((sum, { settled }) => sum + settled, 0)).toBe(1);
    const before = await orderOf(begun.orderId);
    expect(await finishPlacement(ctx, begun, outcomes!)).toBeNull();
    expect(await finishPlacement(ctx, begun, outcomes!)).toBeNull();
    expect(await orderOf(begun.orderId)).toEqual(before);
    expect(gateway.charges).toHaveLength(1);
  });
});

describe("while an order is being paid", () => {
  it("what is refused for the moment is not kept: the same keys go through afterwards", async () => {
    const { variantId } = await createSellable(system);
    const ctx = as(system, aGuest());
    await readyCheckout(ctx, variantId);
    const admin = as(system, anAdmin());
    const add = () => addCartLine({ ...ctx, idempotencyKey: "add-again-01" }, { variantId, quantity: 1 });
    let cancel = () => cancelOrder(admin, { order: "", reason: "changed their mind", idempotencyKey: "cancel-again-01" });
    gateway.onCharge = async ({ orderNumber }) => {
      cancel = () => cancelOrder(admin, { order: String(orderNumber), reason: "changed their mind", idempotencyKey: "cancel-again-01" });
      await expect(add()).rejects.toMatchObject({ code: "conflict", reason: "cart.placing" });
      await expect(cancel()).rejects.toMatchObject({ code: "conflict", reason: "order.payment_running" });
    };
    await placeOrder(ctx, await placeInput(ctx));
    expect(await add()).toMatchObject({ quantity: 1 });
    expect(await cancel()).toMatchObject({ status: "cancelled" });
  });
});

describe("payments that nobody answers for", () => {
  it("hold up no others of their gateway: the next sweep begins with those", async () => {
    const ids: string[] = [];
    for (let i = 0; i < 6; i += 1) {
      const ctx = await buyer();
      ids.push((await beginOnly(ctx, await placeInput(ctx))).payments[0]!.id);
    }
    const ctx = await buyer();
    const good = await beginOnly(ctx, await placeInput(ctx));
    const find = gateway.find.bind(gateway);
    gateway.find = (key) => (ids.includes(key) ? Promise.reject(new Error("it stumbles over this one")) : find(key));
    system.clock.advanceMinutes(5);
    expect((await resumePlacements(system)).settled).toBe(0);
    expect((await resumePlacements(system)).settled).toBe(1);
    expect(await orderOf(good.orderId)).toMatchObject({ status: "cancelled" });
    expect(await examinePayments(as(system, anAdmin()))).toMatchObject({ waitingCount: 6, checkCount: 1 });
    expect((await checkLatePayments(system)).checked).toBe(0);
    gateway.find = find;
    expect(await resumePlacements(system)).toEqual({ settled: 6, waiting: 0 });
  });

  it("hold up no other gateway, however many they are", async () => {
    const createdAt = system.clock.now();
    const nothing = { orderId: "ord_none", currency: "EUR", amountMinor: 1, authorisedMinor: 0, capturedMinor: 0, refundedMinor: 0, updatedAt: createdAt };
    const row = (id: string, gateway: string) => ({ ...nothing, id, idempotencyKey: id, gateway, status: "started" as const, createdAt });
    await system.db.insert(payments).values(Array.from({ length: 1_050 }, (_, i) => row(`pay_dead_${i}`, "dead")));
    await system.db.insert(payments).values({ ...row("pay_young", "test_card"), createdAt: new Date(createdAt.getTime() + 1_000) });
    const found = await findStartedPayments(system, { startedBefore: new Date(createdAt.getTime() + 2_000) });
    expect(found.map(({ id }) => id)).toContain("pay_young");
    await system.db.delete(payments).where(eq(payments.orderId, "ord_none"));
  });
});

describe("a silent gateway", () => {
  it("is left alone after five silences, keeps no other from being asked, and is asked again in the next sweep", async () => {
    const stopped: string[] = [];
    for (let i = 0; i < 8; i += 1) {
      const ctx = await buyer();
      const begun = await beginOnly(ctx, await placeInput(ctx));
      await askPayments(ctx, begun);
      stopped.push(begun.orderId);
    }
    system.clock.advanceMinutes(5);
    const find = gateway.find.bind(gateway);
    let asked = 0;
    gateway.find = async (key) => {
      asked += 1;
      return find(key);
    };
    gateway.isReachable = false;
    expect(await resumePlacements(system)).toEqual({ settled: 0, waiting: 8 });
    expect(asked).toBe(5);
    expect((await examinePayments(system)).waitingCount).toBe(8);
    gateway.isReachable = true;
    expect(await resumePlacements(system)).toEqual({ settled: 8, waiting: 0 });
    for (const orderId of stopped) expect(await orderOf(orderId)).toMatchObject({ status: "confirmed" });
    expect(await examinePayments(system)).toMatchObject({ waitingCount: 0, waitingSince: null });
  });
});

describe("an authorisation that turns up late", () => {
  const late = async () => {
    const ctx = await buyer();
    gateway.outcome = { status: "authorised" };
    gateway.onCharge = () => Promise.reject(new Error("connection lost"));
    await expect(placeOrder(ctx, await placeInput(ctx))).rejects.toMatchObject({ reason: "checkout.payment_failed" });
    gateway.bookLost();
    system.clock.advanceMinutes(60);
    await system.db.delete(outboxEvents);
    expect(await checkLatePayments(system)).toMatchObject({ found: 1 });
    expect(await orderOf(await lastOrderId())).toMatchObject({ status: "cancelled", payments: [{ status: "cancelled" }] });
  };
  const work = () => runEvents(system, [endedAuthorisations], { worker: "w" });

  it("is let go of at its gateway, which is asked until it answers", async () => {
    const voids: VoidRequest[] = [];
    let isReachable = false;
    gateway.void = async (request) => {
      if (!isReachable) throw new Error("the gateway can't be reached");
      voids.push(request);
    };
    await late();
    expect(await work()).toMatchObject({ failed: 1 });
    isReachable = true;
    system.clock.advanceMinutes(1);
    expect(await work()).toMatchObject({ done: 1 });
    const { idempotencyKey } = gateway.charges[0]!;
    expect(voids).toEqual([{ idempotencyKey: `${idempotencyKey}:void`, reference: `gw_${idempotencyKey}`, amount: gateway.charges[0]!.amount }]);
    expect(gateway.refunds).toEqual([]);
  });

  it("runs out by itself where the gateway knows no such thing", async () => {
    await late();
    expect(await work()).toMatchObject({ done: 1, failed: 0 });
  });
});

describe("late money", () => {
  /** An order that was given up because its charge got lost on the way. */
  async function lost() {
    const ctx = await buyer();
    gateway.onCharge = async () => {
      throw new Error("connection lost");
    };
    await expect(placeOrder(ctx, await placeInput(ctx))).rejects.toMatchObject({ reason: "checkout.payment_failed" });
    gateway.onCharge = async () => {};
    return { ctx, orderId: await lastOrderId() };
  }

  it("is found when the gateway is asked again, and goes back once", async () => {
    const { ctx, orderId } = await lost();
    expect(await checkLatePayments(system)).toEqual({ checked: 0, found: 0 });
    gateway.bookLost();
    system.clock.advanceMinutes(1);
    expect(await checkLatePayments(system)).toEqual({ checked: 1, found: 1 });
    system.clock.advanceMinutes(60);
    expect(await checkLatePayments(system)).toEqual({ checked: 0, found: 0 });
    expect(gateway.refunds).toMatchObject([{ amount: { amountMinor: 1_740 } }]);
    const order = await orderOf(orderId);
    expect(order).toMatchObject({ status: "cancelled", paymentStatus: "refunded", payments: [{ status: "captured" }] });
    expect(order.events.map((event) => event.type)).toContain("late_payment_found");
    await placeOrder(ctx, await placeInput(ctx));
    expect(gateway.charges).toHaveLength(2);
  });

  it("is looked for in ever longer pauses, over four days and no more", async () => {
    const { orderId } = await lost();
    const looks: number[] = [];
    const start = system.clock.now().getTime();
    for (let minutes = 0; minutes < 7 * 24 * 60; minutes += 30) {
      system.clock.advanceMinutes(30);
      if ((await checkLatePayments(system)).checked > 0) looks.push(Math.round((system.clock.now().getTime() - start) / 3_600_000));
    }
    expect(looks).toEqual([1, 1, 2, 4, 16, 40, 112]);
    expect(await system.db.select().from(payments).where(eq(payments.orderId, orderId))).toMatchObject([{ status: "failed", checkAt: null, checks: 7 }]);
  });

  it("is not given up on while the gateway can't be reached", async () => {
    const { orderId } = await lost();
    gateway.bookLost();
    gateway.isReachable = false;
    for (let day = 0; day < 10; day += 1) {
      system.clock.advanceMinutes(24 * 60);
      expect(await checkLatePayments(system)).toEqual({ checked: 0, found: 0 });
    }
    gateway.isReachable = true;
    system.clock.advanceMinutes(1);
    expect(await checkLatePayments(system)).toEqual({ checked: 1, found: 1 });
    expect(await orderOf(orderId)).toMatchObject({ paymentStatus: "refunded" });
  });

  it("goes back when the answer itself comes after the reaper gave the order up", async () => {
    const ctx = await buyer();
    const input = await placeInput(ctx);
    gateway.onCharge = async () => {
      system.clock.advanceMinutes(5);
      expect(await resumePlacements(system)).toEqual({ settled: 1, waiting: 0 });
    };
    await expect(placeOrder(ctx, input)).rejects.toMatchObject({ reason: "checkout.payment_failed" });
    expect(gateway.charges).toHaveLength(1);
    expect(gateway.refunds).toHaveLength(1);
    expect(await orderOf(await lastOrderId())).toMatchObject({ status: "cancelled", paymentStatus: "refunded" });
    system.clock.advanceMinutes(60);
    await checkLatePayments(system);
    expect(gateway.refunds).toHaveLength(1);
    await expect(placeOrder(ctx, input)).rejects.toMatchObject({ reason: "checkout.payment_failed" });
  });

  it("that several servers find at once goes back once", async () => {
    await lost();
    gateway.bookLost();
    system.clock.advanceMinutes(1);
    await Promise.all([checkLatePayments(system), checkLatePayments(system), checkLatePayments(system)]);
    expect(gateway.refunds).toHaveLength(1);
    expect(await system.db.select().from(refunds).where(eq(refunds.paymentId, gateway.charges[0]!.idempotencyKey))).toHaveLength(1);
  });

  it("of a promise that was only authorised is given up, and nothing is refunded", async () => {
    const { orderId } = await lost();
    gateway.outcome = { status: "authorised" };
    gateway.bookLost();
    system.clock.advanceMinutes(1);
    expect(await checkLatePayments(system)).toEqual({ checked: 1, found: 1 });
    expect(await orderOf(orderId)).toMatchObject({ payments: [{ status: "cancelled" }] });
    expect(gateway.refunds).toEqual([]);
    expect((await system.db.select().from(carts).where(eq(carts.status, "placing"))).length).toBe(0);
  });

  it("of an order that lives counts towards it", async () => {
    const ctx = await buyer();
    const { orderId } = await placeOrder(ctx, await placeInput(ctx, { paymentMethod: "bank_transfer", card: undefined }));
    const { payments: [transfer] } = await orderOf(orderId);
    await cancelPayment(as(system, anAdmin()), { order: orderId, paymentId: transfer!.id });
    const stray = { ...(await system.db.select().from(payments).where(eq(payments.id, transfer!.id)))[0]!, id: "pay_stray", idempotencyKey: "pay_stray" };
    const now = system.clock.now();
    await system.db.insert(payments).values({ ...stray, gateway: "test_card", status: "failed", gatewayReference: null, amountMinor: 700, checkAt: now });
    await gateway.charge({ idempotencyKey: "pay_stray", amount: { amountMinor: 700, currency: "EUR" }, orderNumber: 1 });
    expect(await checkLatePayments(system)).toEqual({ checked: 1, found: 1 });
    expect(await orderOf(orderId)).toMatchObject({ status: "confirmed", paymentStatus: "partially_paid" });
    expect(gateway.refunds).toEqual([]);
  });
});
