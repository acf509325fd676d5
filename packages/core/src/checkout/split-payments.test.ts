import { orders, payments, stockLevels } from "@cartwright/db";
import { useDatabase } from "@cartwright/db/testing";
import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { getOrder, getOrderByToken } from "../orders/index.ts";
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
import { getCheckout } from "./get-checkout.ts";
import { placeOrder } from "./place-order.ts";
import { resumePlacements } from "./resume-placements.ts";
import { PlaceOrderInput } from "./schemas.ts";

const database = useDatabase();
let system: TestContext;
let gateway: ScriptedGateway;

beforeEach(() => {
  gateway = scriptedGateway();
  system = makeContext(database.db, { ports: { gateways: { test_card: gateway, bank_transfer: paperGateway() } } });
});
afterEach(() => expectPromises(system));

async function buyer(stock = 3) {
  const { variantId } = await createSellable(system, { stock });
  const ctx = as(system, aGuest());
  await readyCheckout(ctx, variantId);
  return { ctx, variantId };
}
const lastOrder = async () => {
  const rows = await system.db.select().from(orders).orderBy(orders.number);
  return getOrder(as(system, anAdmin()), { order: rows.at(-1)!.id });
};

describe("placing with several payments", () => {
  it("notes the transfer first, charges the card for the rest, and keeps the state of each", async () => {
    const { ctx } = await buyer();
    const input = await splitInput(ctx, 500);
    const placed = await placeOrder(ctx, input);
    expect(gateway.charges).toMatchObject([{ amount: { amountMinor: 1_240, currency: "EUR" }, card: { number: "4242424242424242" } }]);
    const order = await getOrderByToken(ctx, { token: placed.accessToken });
    expect(order).toMatchObject({ status: "confirmed", paymentStatus: "due", paymentMethod: "bank_transfer+test_card" });
    expect(order.payments).toMatchObject([
      { method: "bank_transfer", status: "pending", amount: { amountMinor: 500 }, captured: { amountMinor: 0 } },
      { method: "test_card", status: "captured", amount: { amountMinor: 1_240 }, captured: { amountMinor: 1_240 } },
    ]);
    expect(await placeOrder(ctx, input)).toEqual(placed);
    expect(gateway.charges).toHaveLength(1);
    expect((await lastOrder()).events.map((event) => event.type)).toEqual(["placed", "payment_recorded", "payment_recorded", "confirmed"]);
  });

  it("asks two cards one after the other, each under a key of its own", async () => {
    const { ctx } = await buyer();
    const input = await splitInput(ctx, 700);
    const parts = input.payments!.map((part) => ({ ...part, method: "test_card" as const, card: { number: "4242424242424242" } }));
    const placed = await placeOrder(ctx, { ...input, payments: parts });
    expect(await getOrderByToken(ctx, { token: placed.accessToken })).toMatchObject({ paymentStatus: "paid" });
    expect(new Set(gateway.charges.map((charge) => charge.idempotencyKey)).size).toBe(2);
  });

  it("stops at the first decline: what was taken goes back, what was not asked for is cancelled", async () => {
    const { ctx, variantId } = await buyer(1);
    const { expectedTotalMinor, idempotencyKey } = await placeInput(ctx);
    const part = (amountMinor: number) => ({ method: "test_card" as const, amountMinor, card: { number: "4242424242424242" } });
    gateway.onCharge = async ({ amount }) => {
      gateway.outcome = amount.amountMinor === 200 ? { status: "declined", reason: "insufficient funds" } : { status: "captured" };
    };
    const parts = [part(100), part(200), part(expectedTotalMinor - 800), { method: "bank_transfer" as const, amountMinor: 500 }];
    await expect(placeOrder(ctx, { expectedTotalMinor, idempotencyKey, payments: parts })).rejects.toMatchObject({
      reason: "checkout.payment_declined",
      message: expect.stringContaining("What was taken is on its way back") as string,
    });
    expect(gateway.charges.map((charge) => charge.amount.amountMinor)).toEqual([100, 200]);
    expect(gateway.refunds).toMatchObject([{ amount: { amountMinor: 100 } }]);
    expect((await lastOrder()).payments.map((payment) => payment.status)).toEqual(["cancelled", "captured", "declined", "cancelled"]);
    const [level] = await system.db.select().from(stockLevels).where(eq(stockLevels.variantId, variantId));
    expect(level?.reserved).toBe(1);
    gateway.onCharge = async () => {};
    gateway.outcome = { status: "captured" };
    await placeOrder(ctx, await splitInput(ctx, 500));
  });

  it("leaves an order pending while one of its gateways is silent, and finishes it when all is known", async () => {
    const { ctx } = await buyer();
    const input = await splitInput(ctx, 500);
    gateway.isBookedFirst = true;
    gateway.isReachable = false;
    gateway.onCharge = async () => {
      throw new Error("connection lost");
    };
    await expect(placeOrder(ctx, input)).rejects.toMatchObject({ reason: "checkout.payment_unclear" });
    expect(await lastOrder()).toMatchObject({ status: "pending", payments: [{ status: "started" }, { status: "started" }] });
    system.clock.advanceMinutes(2);
    expect(await resumePlacements(system)).toEqual({ settled: 0, waiting: 1 });
    gateway.isReachable = true;
    expect(await resumePlacements(system)).toEqual({ settled: 1, waiting: 0 });
    expect(await lastOrder()).toMatchObject({ status: "confirmed", payments: [{ status: "pending" }, { status: "captured" }] });
    await placeOrder(ctx, input);
    expect(gateway.charges).toHaveLength(1);
  });

  it("waits longer for an order with several payments, which may still be at work", async () => {
    const { ctx } = await buyer();
    const input = await splitInput(ctx, 500);
    gateway.onCharge = async () => {
      system.clock.advanceMinutes(1);
      expect(await resumePlacements(system)).toEqual({ settled: 0, waiting: 1 });
    };
    await placeOrder(ctx, input);
    expect(await system.db.select().from(payments).where(eq(payments.status, "failed"))).toEqual([]);
  });
});

describe("bank transfer", () => {
  it("is offered, and taken, once the shop has told where transfers go", async () => {
    const { ctx } = await buyer();
    expect((await getCheckout(ctx)).paymentMethods).toEqual(["test_card", "bank_transfer"]);
    const untold = { ...ctx, shop: { ...ctx.shop, bankAccount: "" } };
    expect((await getCheckout(untold)).paymentMethods).toEqual(["test_card"]);
    await expect(placeOrder(untold, await splitInput(untold, 500))).rejects.toMatchObject({ reason: "checkout.incomplete", details: { fields: ["paymentMethod"] } });
  });
});

describe("PlaceOrderInput", () => {
  const base = { idempotencyKey: "key-0001", expectedTotalMinor: 1_000 };
  const refusedFields = (input: object) => PlaceOrderInput.safeParse({ ...base, ...input }).error?.issues.map((issue) => issue.path.join("."));
  const transfer = (amountMinor: number) => ({ method: "bank_transfer", amountMinor });

  it("takes one way to pay, or two to five parts that come to the total", () => {
    expect(refusedFields({ paymentMethod: "cash_on_delivery" })).toBeUndefined();
    expect(refusedFields({ payments: [transfer(400), transfer(600)] })).toBeUndefined();
    expect(refusedFields({})).toEqual(["paymentMethod"]);
    expect(refusedFields({ paymentMethod: "test_card", payments: [transfer(400), transfer(600)] })).toEqual(["paymentMethod"]);
  });

  it("names what is wrong with the parts", () => {
    expect(refusedFields({ payments: [transfer(400), transfer(601)] })).toEqual(["payments"]);
    expect(refusedFields({ payments: [transfer(1_000)] })).toEqual(["payments"]);
    expect(refusedFields({ payments: Array.from({ length: 6 }, () => transfer(1)) })).toContain("payments");
    expect(refusedFields({ payments: [transfer(0), transfer(1_000)] })).toEqual(["payments.0.amountMinor"]);
    expect(refusedFields({ payments: [transfer(500), transfer(0.5)] })).toContain("payments.1.amountMinor");
  });
});
