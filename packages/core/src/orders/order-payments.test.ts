import { auditEntries } from "@cartwright/db";
import { useDatabase } from "@cartwright/db/testing";
import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { placeOrder } from "../checkout/index.ts";
import {
  aGuest,
  anAdmin,
  as,
  createSellable,
  expectPromises,
  makeContext,
  outsiders,
  paperGateway,
  placeInput,
  readyCheckout,
  splitInput,
  type TestContext,
} from "../testing/index.ts";
import { addPayment, cancelOrder, cancelPayment, capturePayment, deliverOrder, getOrder, shipOrder } from "./index.ts";

const database = useDatabase();
let system: TestContext;
let admin: TestContext;

beforeEach(() => {
  const fresh = makeContext(database.db);
  system = { ...fresh, ports: { ...fresh.ports, gateways: { ...fresh.ports.gateways, cash_on_delivery: paperGateway() } } };
  admin = as(system, anAdmin());
});
afterEach(() => expectPromises(system));

/** 17.40, confirmed and still to be paid. */
async function due(paymentMethod: "bank_transfer" | "cash_on_delivery" = "cash_on_delivery") {
  const { variantId } = await createSellable(system);
  const buyer = as(system, aGuest());
  await readyCheckout(buyer, variantId);
  const placed = await placeOrder(buyer, await placeInput(buyer, { paymentMethod, card: undefined }));
  const order = String(placed.orderNumber);
  return { order, paymentId: (await getOrder(admin, { order })).payments[0]!.id };
}
const eventsOf = async (order: string) => (await getOrder(admin, { order })).events.slice(3);

describe("capturePayment", () => {
  it("records a transfer that came whole, once", async () => {
    const { order, paymentId } = await due("bank_transfer");
    const paid = await capturePayment(admin, { order, paymentId, amountMinor: 1_740, idempotencyKey: "capture-1" });
    expect(paid).toMatchObject({ paymentStatus: "paid", payments: [{ status: "captured", captured: { amountMinor: 1_740 } }] });
    expect(await capturePayment(admin, { order, paymentId, amountMinor: 1_740, idempotencyKey: "capture-1" })).toEqual(paid);
    await expect(capturePayment(admin, { order, paymentId })).rejects.toMatchObject({ reason: "payment.not_pending", details: { status: "captured" } });
    expect(await eventsOf(order)).toMatchObject([{ type: "payment_captured", payload: { paymentId, amountMinor: 1_740 } }]);
    const audited = await admin.db.select().from(auditEntries).where(eq(auditEntries.action, "order.capture_payment"));
    expect(audited.at(-1)).toMatchObject({ actor: "staff:acc_admin" });
  });

  it("refuses another amount and says which is due", async () => {
    const { order, paymentId } = await due("bank_transfer");
    await expect(capturePayment(admin, { order, paymentId, amountMinor: 1_000 })).rejects.toMatchObject({
      code: "invalid",
      reason: "payment.other_amount",
      details: { amountMinor: 1_740 },
    });
    expect(await getOrder(admin, { order })).toMatchObject({ paymentStatus: "due" });
  });

  it("finds no payment of another order", async () => {
    const [one, other] = [await due(), await due()];
    await expect(capturePayment(admin, { order: one.order, paymentId: other.paymentId })).rejects.toMatchObject({ code: "not_found", reason: "payment.not_found" });
    await expect(cancelPayment(admin, { order: one.order, paymentId: other.paymentId })).rejects.toMatchObject({ reason: "payment.not_found" });
  });

  it("leaves a transfer alone when the parcel arrives: only cash comes with it", async () => {
    const { order } = await due("bank_transfer");
    await shipOrder(admin, { order });
    expect(await deliverOrder(admin, { order })).toMatchObject({ status: "delivered", paymentStatus: "due", payments: [{ status: "pending" }] });
  });
});

describe("addPayment and cancelPayment", () => {
  it("change cash into a transfer and some cash", async () => {
    const { order, paymentId } = await due();
    await expect(addPayment(admin, { order, method: "bank_transfer", amountMinor: 1 })).rejects.toMatchObject({
      reason: "payment.exceeds_total",
      details: { leftMinor: 0 },
    });
    expect(await cancelPayment(admin, { order, paymentId, reason: "pays by transfer" })).toMatchObject({ paymentStatus: "unpaid" });
    await addPayment(admin, { order, method: "bank_transfer", amountMinor: 1_000, idempotencyKey: "add-0001" });
    await addPayment(admin, { order, method: "bank_transfer", amountMinor: 1_000, idempotencyKey: "add-0001" });
    await expect(addPayment(admin, { order, method: "cash_on_delivery", amountMinor: 741 })).rejects.toMatchObject({ details: { leftMinor: 740 } });
    const both = await addPayment(admin, { order, method: "cash_on_delivery", amountMinor: 740 });
    expect(both.payments.map((payment) => [payment.method, payment.status, payment.amount.amountMinor])).toEqual([
      ["cash_on_delivery", "cancelled", 1_740],
      ["bank_transfer", "pending", 1_000],
      ["cash_on_delivery", "pending", 740],
    ]);
    await shipOrder(admin, { order });
    expect(await deliverOrder(admin, { order })).toMatchObject({ paymentStatus: "due" });
    expect(await capturePayment(admin, { order, paymentId: both.payments[1]!.id })).toMatchObject({ paymentStatus: "paid" });
    expect((await eventsOf(order)).map((event) => event.type)).toEqual([
      "payment_lowered",
      "payment_added",
      "payment_added",
      "shipped",
      "delivered",
      "payment_captured",
      "payment_captured",
    ]);
  });

  it("never let the payments exceed the total, however many staff add at once", async () => {
    const { order, paymentId } = await due();
    await cancelPayment(admin, { order, paymentId });
    const outcomes = await Promise.allSettled(Array.from({ length: 8 }, () => addPayment(admin, { order, method: "bank_transfer", amountMinor: 500 })));
    expect(outcomes.filter((outcome) => outcome.status === "fulfilled")).toHaveLength(3);
  });

  it("count what was taken by a card in full", async () => {
    const { variantId } = await createSellable(system);
    const buyer = as(system, aGuest());
    await readyCheckout(buyer, variantId);
    const order = String((await placeOrder(buyer, await splitInput(buyer, 500))).orderNumber);
    const [transfer] = (await getOrder(admin, { order })).payments;
    expect(await cancelPayment(admin, { order, paymentId: transfer!.id })).toMatchObject({ paymentStatus: "partially_paid" });
    await expect(addPayment(admin, { order, method: "bank_transfer", amountMinor: 501 })).rejects.toMatchObject({ details: { leftMinor: 500 } });
    await addPayment(admin, { order, method: "cash_on_delivery", amountMinor: 500 });
  });

  it("refuse an order that is cancelled, and a promise that is given up already", async () => {
    const { order, paymentId } = await due();
    await cancelPayment(admin, { order, paymentId });
    await expect(cancelPayment(admin, { order, paymentId })).rejects.toMatchObject({ reason: "payment.not_pending" });
    await cancelOrder(admin, { order, reason: "changed their mind" });
    await expect(addPayment(admin, { order, method: "bank_transfer", amountMinor: 100 })).rejects.toMatchObject({ reason: "order.wrong_status" });
  });

  it.each(outsiders)("refuse %s", async (_, actor) => {
    const { order, paymentId } = await due();
    const ctx = as(system, actor());
    const refused = { code: expect.stringMatching(/unauthenticated|forbidden/) as string };
    await expect(addPayment(ctx, { order, method: "bank_transfer", amountMinor: 100 })).rejects.toMatchObject(refused);
    await expect(capturePayment(ctx, { order, paymentId })).rejects.toMatchObject(refused);
    await expect(cancelPayment(ctx, { order, paymentId })).rejects.toMatchObject(refused);
  });
});
