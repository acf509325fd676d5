import { useDatabase } from "@cartwright/db/testing";
import fc from "fast-check";
import { expect, it } from "vitest";
import { addPayment, cancelOrder, cancelPayment, capturePayment, deliverOrder, explainOrder, getOrder, refundOrder, shipOrder } from "../orders/index.ts";
import { listRefunds } from "../payments/index.ts";
import { anAdmin, as, createPlacedOrder, expectPromises, makeContext } from "../testing/index.ts";
import { createReturn, receiveReturn } from "./index.ts";

const database = useDatabase();

const prices = [5_000, 700];
const verbs = ["ship", "deliver", "cancel", "refund", "return", "refund", "return", "capture"] as const;
const step = fc.record({ verb: fc.constantFrom(...verbs), line: fc.nat(1), quantity: fc.integer({ min: 1, max: 2 }) });

it("leaves paid and promised together what the order is worth without the units that were refunded and stay away", async () => {
  const system = makeContext(database.db);
  const admin = as(system, anAdmin());
  const total = 3 * 5_000 + 2 * 700 + 490;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 10 }), fc.integer({ min: 1, max: total - 1 }), async (steps, transferMinor) => {
      const card = { method: "test_card" as const, amountMinor: total - transferMinor, card: { number: "4242424242424242" } };
      const payments = [card, { method: "bank_transfer" as const, amountMinor: transferMinor }];
      const lines = [{ quantity: 3, priceMinor: prices[0]!, stock: 100 }, { quantity: 2, priceMinor: prices[1]!, stock: 100 }];
      const { order, lineIds } = await createPlacedOrder(system, { lines, place: { paymentMethod: undefined, card: undefined, payments } });
      await shipOrder(admin, { order, lines: [{ lineId: lineIds[0]!, quantity: 2 }] });
      const away = [0, 0];
      for (const { verb, line, quantity } of steps) {
        const units = [{ lineId: lineIds[line]!, quantity }];
        const promised = (await getOrder(admin, { order })).payments.find((payment) => payment.status === "pending");
        const run = {
          ship: () => shipOrder(admin, { order, lines: units }),
          deliver: () => deliverOrder(admin, { order }),
          cancel: () => cancelOrder(admin, { order, lines: units, reason: "x" }),
          refund: () => refundOrder(admin, { order, lines: units, reason: "x" }),
          return: async () => receiveReturn(admin, { return: (await createReturn(admin, { order, lines: units, reason: "other" })).id, location: undefined, isLast: false }),
          capture: async () => promised && capturePayment(admin, { order, paymentId: promised.id }),
        };
        const isDone = await run[verb]().then(
          () => true,
          (error: unknown) => {
            expect(error).toMatchObject({ code: "conflict" });
            return false;
          },
        );
        if (isDone && verb === "refund") away[line]! += quantity;
        if (isDone && verb === "return") away[line] = Math.max(0, away[line]! - quantity);
        const { payments: now, totals } = await getOrder(admin, { order });
        const paid = now.reduce((sum, { captured, refunded }) => sum + captured.amountMinor - refunded.amountMinor, 0);
        const due = now.reduce((sum, { status, amount }) => sum + (status === "pending" ? amount.amountMinor : 0), 0);
        expect(paid + due).toBe(totals.worth.amountMinor - away[0]! * prices[0]! - away[1]! * prices[1]!);
      }
    }),
    { numRuns: 40 },
  );
  await expectPromises(system);
}, 60_000);

it("is not counted as paid once it went back for a unit that came home: what nobody pays is due, and the next return gives back no more", async () => {
  const system = makeContext(database.db);
  const admin = as(system, anAdmin());
  const card = { method: "test_card" as const, amountMinor: 2_740, card: { number: "4242424242424242" } };
  const payments = [card, { method: "bank_transfer" as const, amountMinor: 1_500 }];
  const { order, lineIds } = await createPlacedOrder(system, { place: { paymentMethod: undefined, card: undefined, payments } });
  await shipOrder(admin, { order });
  const units = [{ lineId: lineIds[0]!, quantity: 1 }];
  const comesBack = async () => receiveReturn(admin, { return: (await createReturn(admin, { order, lines: units, reason: "other" })).id, location: undefined, isLast: false });
  await refundOrder(admin, { order, lines: units, reason: "broken on the way" });
  await comesBack();
  const transfer = (await getOrder(admin, { order })).payments.find((payment) => payment.status === "pending")!;
  await cancelPayment(admin, { order, paymentId: transfer.id });
  expect((await explainOrder(admin, { order })).balance).toMatchObject({ worth: { amountMinor: 2_990 }, due: { amountMinor: 1_500 } });
  expect(await comesBack()).toMatchObject({ refunded: { amountMinor: 0 } });
  expect((await explainOrder(admin, { order })).balance).toMatchObject({ refunded: { amountMinor: 1_250 }, due: { amountMinor: 250 } });
  await expect(addPayment(admin, { order, method: "bank_transfer", amountMinor: 251 })).rejects.toMatchObject({ details: { leftMinor: 250 } });
  await addPayment(admin, { order, method: "bank_transfer", amountMinor: 250 });
  expect((await getOrder(admin, { order })).refunds).toHaveLength(1);
  await expectPromises(system);
});

it("tells why money went back: for what is not owed any more, or out of goodwill", async () => {
  const system = makeContext(database.db);
  const admin = as(system, anAdmin());
  const { order, orderId, lineIds } = await createPlacedOrder(system);
  const units = [{ lineId: lineIds[0]!, quantity: 1 }];
  await shipOrder(admin, { order, lines: units });
  await refundOrder(admin, { order, amountMinor: 100, reason: "sorry" });
  await refundOrder(admin, { order, lines: units, reason: "broken on the way" });
  await cancelOrder(admin, { order, lines: units, reason: "one less" });
  const { id } = await createReturn(admin, { order, lines: units, reason: "other" });
  await receiveReturn(admin, { return: id, location: undefined, isLast: true, refundMinor: 50 });
  expect((await listRefunds(system, orderId)).map(({ purpose, amountMinor }) => [purpose, amountMinor])).toEqual([
    ["goodwill", 100],
    ["worth", 1_250],
    ["worth", 1_250],
    ["goodwill", 50],
  ]);
  await expectPromises(system);
});
