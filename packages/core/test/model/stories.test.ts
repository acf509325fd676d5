import { useDatabase } from "@cartwright/db/testing";
import fc from "fast-check";
import { expect, it } from "vitest";
import { checkOrders } from "../../src/orders/index.ts";
import { expectPromises } from "../../src/testing/index.ts";
import { Cancel, CancelTooMany, Deliver, Refund, RefundUnits, Settle, Ship, TakeBack } from "./after-order.ts";
import { Buy, LetHoldsRunOut, OpenCheckout, Resume, type HowToPay } from "./buying.ts";
import { newModel } from "./model.ts";
import { openShop } from "./shop.ts";
import { Arrive, FindFewer, Receive, Send } from "./stocking.ts";

const used = useDatabase();

const variant = fc.constantFrom(0, 1);
const location = fc.constantFrom("main" as const, "back" as const);
const some = fc.integer({ min: 1, max: 5 });
const ways: HowToPay[] = ["card", "declined card", "card whose answer gets lost", "card and an unreachable bank", "on delivery", "half by transfer"];
const pick = fc.nat({ max: 5 });

const commands = fc.commands(
  [
    fc.tuple(fc.tuple(fc.nat({ max: 4 }), fc.nat({ max: 4 })), fc.constantFrom(...ways)).map(([wants, pay]) => new Buy(wants, pay)),
    fc.tuple(variant, some).map(([which, quantity]) => new OpenCheckout(which, quantity)),
    fc.constant(new LetHoldsRunOut()),
    fc.constant(new Resume()),
    fc.tuple(pick, some).map(([order, most]) => new Ship(order, most)),
    fc.tuple(pick, some).map(([order, most]) => new Cancel(order, most)),
    fc.tuple(pick, some).map(([order, most]) => new CancelTooMany(order, most)),
    fc.tuple(pick, some).map(([order, most]) => new TakeBack(order, most)),
    fc.tuple(pick, some).map(([order, most]) => new Deliver(order, most)),
    fc.tuple(pick, some).map(([order, most]) => new Refund(order, most)),
    fc.tuple(pick, some).map(([order, most]) => new RefundUnits(order, most)),
    fc.tuple(pick, some).map(([order, most]) => new Settle(order, most)),
    fc.tuple(variant, location, some).map(([which, where, quantity]) => new Receive(which, where, quantity)),
    fc.tuple(variant, location, some).map(([which, where, most]) => new FindFewer(which, where, most)),
    fc.tuple(variant, location, some).map(([which, where, most]) => new Send(which, where, most)),
    fc.constant(new Arrive()),
  ],
  { maxCommands: 40, size: "max" },
);

/** Runs of fewer stories are quicker to read; more are for a night. */
const stories = 30;

it("keeps stock, orders, payments and refunds as a small model says they should be, whatever happens in whatever order", { timeout: 180_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat({ max: 12 }), fc.nat({ max: 12 }), commands, async (first, second, story) => {
      const onHand = [first, second];
      const shop = await openShop(used.db, onHand);
      await fc.asyncModelRun(() => ({ model: newModel(onHand), real: shop }), story);
    }),
    { numRuns: stories },
  );
});

it("leaves every promise kept after all of these stories", { timeout: 180_000 }, async () => {
  const { ctx, staff } = await openShop(used.db, [1, 1]);
  await expectPromises(ctx);
  expect((await checkOrders(staff, { limit: 100 })).items).toEqual([]);
});
