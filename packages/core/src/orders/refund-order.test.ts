import { useDatabase } from "@cartwright/db/testing";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { placeOrder } from "../checkout/index.ts";
import {
  aGuest,
  anAdmin,
  as,
  createPlacedOrder,
  createSellable,
  expectPromises,
  makeContext,
  paperGateway,
  readyCheckout,
  scriptedGateway,
  splitInput,
  type ScriptedGateway,
  type TestContext,
} from "../testing/index.ts";
import { cancelOrder, capturePayment, getOrder, getOrderByToken, refundOrder, shipOrder } from "./index.ts";

const database = useDatabase();
let system: TestContext;
let gateway: ScriptedGateway;
let admin: TestContext;

beforeEach(() => {
  gateway = scriptedGateway();
  system = makeContext(database.db, { ports: { gateways: { test_card: gateway, bank_transfer: paperGateway() } } });
  admin = as(system, anAdmin());
});
afterEach(() => expectPromises(system));

const reason = "the lid was cracked";

describe("refundOrder", () => {
  it("gives an amount back and tells staff why, and the buyer that", async () => {
    const { order, access, buyer } = await createPlacedOrder(system);
    const refunded = await refundOrder(admin, { order, amountMinor: 500, reason });
    expect(refunded).toMatchObject({ status: "confirmed", paymentStatus: "partially_refunded", refunds: [{ amount: { amountMinor: 500 }, reason, state: "started", returnId: null }] });
    expect((await getOrderByToken(buyer, access)).refunds).toMatchObject([{ amount: { amountMinor: 500 }, reason: null, state: "succeeded" }]);
    expect(gateway.refunds).toMatchObject([{ amount: { amountMinor: 500 } }]);
  });

  it("refuses more than was paid and not yet given back, and says how much that is", async () => {
    const { order, total } = await createPlacedOrder(system);
    await refundOrder(admin, { order, amountMinor: 1_000, reason });
    const left = { reason: "payment.refund_too_much", details: { leftMinor: total.amountMinor - 1_000 } };
    await expect(refundOrder(admin, { order, amountMinor: total.amountMinor - 999, reason })).rejects.toMatchObject(left);
    await refundOrder(admin, { order, amountMinor: total.amountMinor - 1_000, reason });
    await expect(refundOrder(admin, { order, amountMinor: 1, reason })).rejects.toMatchObject({ reason: "order.nothing_to_refund" });
  });

  it("refunds once for one key, and another amount under it is refused", async () => {
    const { order } = await createPlacedOrder(system);
    const input = { order, amountMinor: 100, reason, idempotencyKey: "refund-0001" };
    const [first, second] = await Promise.all([refundOrder(admin, input), refundOrder(admin, input)]);
    expect(second).toEqual(first);
    expect(gateway.refunds).toHaveLength(1);
    await expect(refundOrder(admin, { ...input, amountMinor: 200 })).rejects.toMatchObject({ reason: "idempotency.key_reused" });
  });

  it("gives back no more than was paid when many ask at once", async () => {
    const { order, total } = await createPlacedOrder(system);
    const amountMinor = Math.floor(total.amountMinor * 0.4);
    const outcomes = await Promise.allSettled(Array.from({ length: 6 }, () => refundOrder(admin, { order, amountMinor, reason })));
    expect(outcomes.filter((outcome) => outcome.status === "fulfilled")).toHaveLength(2);
    expect(gateway.refunds.reduce((sum, refund) => sum + refund.amount.amountMinor, 0)).toBe(2 * amountMinor);
  });

  it("gives back what units are worth that have left, and none of them twice", async () => {
    const { order, lineIds } = await createPlacedOrder(system);
    const refund = (quantity: number) => refundOrder(admin, { order, lines: [{ lineId: lineIds[0]!, quantity }], reason });
    await expect(refund(1)).rejects.toMatchObject({ reason: "order.too_many_units", details: { left: 0 } });
    await shipOrder(admin, { order });
    expect(await refund(2)).toMatchObject({ refunds: [{ amount: { amountMinor: 2_500 } }] });
    await expect(refund(2)).rejects.toMatchObject({ reason: "order.too_many_units", details: { left: 1 } });
  });

  it("is spread over several payments, the last one first", async () => {
    const { order, cardMinor } = await splitOrder(1_000);
    const refunded = await refundOrder(admin, { order, amountMinor: cardMinor + 400, reason });
    expect(refunded.payments.map((payment) => [payment.method, payment.refunded.amountMinor])).toEqual([["bank_transfer", 400], ["test_card", cardMinor]]);
    expect(refunded.refunds.map((refund) => refund.amount.amountMinor)).toEqual([cardMinor, 400]);
  });

  it("lowers a transfer that has not come before it gives captured money back", async () => {
    const { order, cardMinor, lineId } = await splitOrder(1_000, { isTransferPaid: false });
    const cancelled = await cancelOrder(admin, { order, reason, lines: [{ lineId, quantity: 1 }] });
    expect(cancelled.payments).toMatchObject([{ method: "bank_transfer", status: "cancelled" }, { method: "test_card", captured: { amountMinor: cardMinor }, refunded: { amountMinor: 250 } }]);
    expect(cancelled).toMatchObject({ totals: { worth: { amountMinor: cardMinor - 250 } } });
  });

  it("stays on its way while the gateway says nothing", async () => {
    const { order } = await createPlacedOrder(system);
    gateway.isReachable = false;
    await refundOrder(admin, { order, amountMinor: 100, reason });
    expect((await getOrder(admin, { order })).refunds).toMatchObject([{ state: "started" }]);
  });
});

describe("cancellations and refunds in any order", () => {
  const step = fc.oneof(
    fc.record({ kind: fc.constant("cancel" as const), line: fc.nat(2), quantity: fc.integer({ min: 1, max: 3 }) }),
    fc.record({ kind: fc.constant("refund" as const), amountMinor: fc.integer({ min: 1, max: 2_000 }) }),
  );

  it.each(["JPY", "EUR", "KWD"])("end at exactly what was paid (%s)", async (currency) => {
    system = makeContext(database.db, { ports: { gateways: { test_card: gateway } }, shop: { currency } });
    admin = as(system, anAdmin());
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 8 }), async (steps) => {
        const lines = [{ quantity: 3, priceMinor: 333 }, { quantity: 1, priceMinor: 1_999 }, { quantity: 2, priceMinor: 1 }];
        const { order, lineIds, total } = await createPlacedOrder(system, { lines });
        for (const one of steps) {
          const run = one.kind === "cancel" ? cancelOrder(admin, { order, reason, lines: [{ lineId: lineIds[one.line]!, quantity: one.quantity }] }) : refundOrder(admin, { order, amountMinor: one.amountMinor, reason });
          await run.catch((error: unknown) => expect(error).toMatchObject({ code: "conflict" }));
          const { payments } = await getOrder(admin, { order });
          expect(payments[0]?.refunded.amountMinor).toBeLessThanOrEqual(total.amountMinor);
        }
        if ((await getOrder(admin, { order })).status !== "cancelled") await cancelOrder(admin, { order, reason });
        expect(await getOrder(admin, { order })).toMatchObject({ status: "cancelled", payments: [{ refunded: total }], totals: { cancelled: total } });
      }),
      { numRuns: 12 },
    );
  });
});

/** Three mugs, paid by a transfer of so many minor units and a card for the rest. */
async function splitOrder(transferMinor: number, { isTransferPaid = true } = {}) {
  const { variantId } = await createSellable(system);
  const buyer = as(system, aGuest());
  await readyCheckout(buyer, variantId, 3);
  const { orderId: order, total } = await placeOrder(buyer, await splitInput(buyer, transferMinor));
  const { lines, payments } = await getOrder(admin, { order });
  if (isTransferPaid) await capturePayment(admin, { order, paymentId: payments[0]!.id });
  return { order, cardMinor: total.amountMinor - transferMinor, lineId: lines[0]!.id };
}
