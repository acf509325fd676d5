import { inTransaction } from "@cartwright/db";
import { useDatabase } from "@cartwright/db/testing";
import fc from "fast-check";
import { setTimeout as pause } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { DomainError, type Context } from "../kernel/index.ts";
import { anAdmin, as, createSellable, ensureLocation, expectPromises, makeContext, stockAt, type TestContext } from "../testing/index.ts";
import {
  adjustStock,
  allocateHolds,
  archiveLocation,
  cancelTransfer,
  countLines,
  getLevels,
  holdStock,
  listTransfers,
  postCount,
  receiveStock,
  receiveTransfer,
  releaseReservations,
  sendTransfer,
  setLevel,
  shipStock,
  startCount,
} from "./index.ts";
import { mostOnHand } from "./most-on-hand.ts";

const database = useDatabase();
let ctx: TestContext;

beforeEach(async () => {
  ctx = as(makeContext(database.db), anAdmin());
  for (const [priority, code] of ["main", "town", "mill"].entries()) await ensureLocation(ctx, code, priority);
});
afterEach(() => expectPromises(ctx));

interface Wish {
  variantId: string;
  quantity: number;
}

const holdIn = (ctx: Context, ownerId: string, wishes: readonly Wish[]) =>
  holdStock(ctx, ownerId, wishes.map((wish, i) => ({ ...wish, orderLineId: `${ownerId}-${i}` })), new Date(ctx.clock.now().getTime() + 900_000));
const hold = (ownerId: string, wishes: readonly Wish[]) => inTransaction(ctx, (ctx) => holdIn(ctx, ownerId, wishes));

async function spread(stock: [main: number, town: number, mill: number]): Promise<string> {
  const { variantId } = await createSellable(ctx, { stock: stock[0] });
  await stockAt(ctx, variantId, "loc_town", stock[1]);
  await stockAt(ctx, variantId, "loc_mill", stock[2]);
  return variantId;
}

const reservedOf = async (variantId: string) => (await getLevels(ctx, { variantId })).levels.map((level) => [level.location.code, level.reserved]);

describe("a line at several locations", () => {
  it("is split by priority, and only as far as it must be", async () => {
    const variantId = await spread([2, 0, 9]);
    await hold("ord_one", [{ variantId, quantity: 2 }]);
    await hold("ord_split", [{ variantId, quantity: 4 }]);
    expect(await reservedOf(variantId)).toEqual([["main", 2], ["town", 0], ["mill", 4]]);
    const split = await spread([1, 2, 9]);
    await hold("ord_three", [{ variantId: split, quantity: 5 }]);
    expect(await reservedOf(split)).toEqual([["main", 1], ["town", 2], ["mill", 2]]);
  });

  it("is served from on hand before it is backordered elsewhere only by priority", async () => {
    const variantId = await spread([1, 5, 0]);
    await setLevel(ctx, { variantId, location: "main", backorderLimit: 2 });
    await hold("ord_backorder", [{ variantId, quantity: 4 }]);
    expect(await reservedOf(variantId)).toEqual([["main", 3], ["town", 1], ["mill", 0]]);
  });

  it("is not served by an archived location", async () => {
    const oldId = await ensureLocation(ctx, "old", 0);
    const variantId = await spread([1, 0, 0]);
    await stockAt(ctx, variantId, oldId, 0);
    await setLevel(ctx, { variantId, location: "old", backorderLimit: 9 });
    await archiveLocation(ctx, { location: "old" });
    await expect(hold("ord_old", [{ variantId, quantity: 2 }])).rejects.toMatchObject({ details: { lines: [{ variantId, wanted: 2, available: 1 }] } });
  });

  it("goes to exactly as many of forty buyers at once as there are units", async () => {
    const variantId = await spread([10, 10, 10]);
    const outcomes = await Promise.allSettled(Array.from({ length: 40 }, (_, i) => hold(`ord_rush_${i}`, [{ variantId, quantity: 1 }])));
    expect(outcomes.filter((outcome) => outcome.status === "fulfilled")).toHaveLength(30);
    for (const outcome of outcomes) if (outcome.status === "rejected") expect(outcome.reason).toMatchObject({ reason: "inventory.insufficient_stock" });
    expect(await reservedOf(variantId)).toEqual([["main", 10], ["town", 10], ["mill", 10]]);
  });

  it("is never promised twice when forty buyers want several units each", async () => {
    const variantId = await spread([10, 10, 10]);
    const wishes = Array.from({ length: 40 }, (_, i) => 1 + (i % 4));
    const outcomes = await Promise.allSettled(wishes.map((quantity, i) => hold(`ord_many_${i}`, [{ variantId, quantity }])));
    const promised = wishes.reduce((units, quantity, i) => units + (outcomes[i]?.status === "fulfilled" ? quantity : 0), 0);
    expect(promised).toBeLessThanOrEqual(30);
    expect((await getLevels(ctx, { variantId })).reserved).toBe(promised);
  });
});

describe("two buyers of the same two things in opposite order", () => {
  it("wait for each other once, and neither begins anew", async () => {
    const [a, b] = [await spread([9, 9, 9]), await spread([9, 9, 9])].toSorted() as [string, string];
    let begun = 0;
    let firstIsTaken = () => {};
    const isFirstTaken = new Promise<void>((resolve) => (firstIsTaken = resolve));
    // Begun here, outside of the first transaction, of which it would be a part otherwise.
    const second = isFirstTaken.then(() =>
      inTransaction(ctx, async (ctx) => {
        begun += 1;
        await holdIn(ctx, "ord_b_then_a", [{ variantId: b, quantity: 1 }, { variantId: a, quantity: 1 }]);
      }),
    );
    await inTransaction(ctx, async (ctx) => {
      begun += 1;
      await holdIn(ctx, "ord_a_then_b", [{ variantId: a, quantity: 1 }]);
      firstIsTaken();
      // Long enough for the other to take whatever it takes first.
      await pause(100);
      await holdIn(ctx, "ord_a_then_b", [{ variantId: b, quantity: 1 }]);
    });
    await second;
    // A deadlock would have been undone and begun again.
    expect(begun).toBe(2);
  });

  it("all get theirs, many at a time", async () => {
    const [a, b] = [await spread([4, 4, 12]), await spread([4, 12, 4])];
    const wishes = [{ variantId: a, quantity: 1 }, { variantId: b, quantity: 1 }];
    await Promise.all(Array.from({ length: 20 }, (_, i) => hold(`ord_pair_${i}`, i % 2 ? wishes : wishes.toReversed())));
    for (const variantId of [a, b]) expect(await getLevels(ctx, { variantId })).toMatchObject({ onHand: 20, reserved: 20, available: 0 });
  });
});

describe("whatever is done to stock, in any order", () => {
  const place = fc.constantFrom("main", "town", "mill");
  const units = fc.integer({ min: 1, max: 5 });
  const command = fc.oneof(
    fc.record({ do: fc.constant("hold" as const), owner: fc.integer({ min: 0, max: 3 }), units }),
    fc.record({ do: fc.constant("release" as const), owner: fc.integer({ min: 0, max: 3 }) }),
    fc.record({ do: fc.constant("send" as const), from: place, to: place, units }),
    fc.record({ do: fc.constant("arrive" as const), received: fc.integer({ min: 0, max: 3 }), lost: fc.integer({ min: 0, max: 1 }) }),
    fc.record({ do: fc.constant("call back" as const) }),
    fc.record({ do: fc.constant("adjust" as const), at: place, by: fc.integer({ min: -3, max: 5 }).filter((by) => by !== 0) }),
    fc.record({ do: fc.constant("count" as const), at: place, counted: fc.integer({ min: 0, max: 8 }) }),
    fc.record({ do: fc.constant("set" as const), at: place, lowStockThreshold: fc.integer({ min: 0, max: 6 }), backorderLimit: fc.integer({ min: 0, max: 3 }) }),
  );
  type Command = typeof command extends fc.Arbitrary<infer C> ? C : never;

  async function run(variantId: string, step: Command): Promise<unknown> {
    const atPlace = "at" in step ? { variantId, location: step.at } : { variantId, location: undefined };
    const [underWay] = (await listTransfers(ctx, { limit: 1, status: "in_transit" })).items;
    switch (step.do) {
      case "hold":
        return hold(`ord_${variantId}_${step.owner}`, [{ variantId, quantity: step.units }]);
      case "release":
        return inTransaction(ctx, (ctx) => releaseReservations(ctx, `ord_${variantId}_${step.owner}`));
      case "send":
        return sendTransfer(ctx, { from: step.from, to: step.to, lines: [{ variantId, quantity: step.units }] });
      case "arrive":
        return underWay && receiveTransfer(ctx, { transfer: underWay.id, lines: [{ variantId, received: step.received, lost: step.lost }] });
      case "call back":
        return underWay && cancelTransfer(ctx, { transfer: underWay.id });
      case "adjust":
        return adjustStock(ctx, { ...atPlace, by: step.by, reason: "found" });
      case "count": {
        const { id } = await startCount(ctx, { location: step.at });
        await countLines(ctx, { count: id, lines: [{ variantId, counted: step.counted }] });
        return postCount(ctx, { count: id });
      }
      case "set":
        return setLevel(ctx, { ...atPlace, lowStockThreshold: step.lowStockThreshold, backorderLimit: step.backorderLimit });
    }
  }

  it("keeps ledger, holds, transfers and alerts as they must be", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(command, { minLength: 4, maxLength: 16 }), async (steps) => {
        const variantId = await spread([6, 3, 0]);
        for (const step of steps) {
          await run(variantId, step).catch((error: unknown) => {
            if (!(error instanceof DomainError)) throw error;
          });
          await expectPromises(ctx);
        }
        // What one story leaves under way is no other's.
        for (const { id } of (await listTransfers(ctx, { limit: 100, status: "in_transit" })).items) await cancelTransfer(ctx, { transfer: id });
      }),
      { numRuns: 12 },
    );
  });
});

describe("orders that wait for units at a location", () => {
  const allocate = (orderId: string, line: Wish) =>
    inTransaction(ctx, async (ctx) => {
      await holdIn(ctx, orderId, [line]);
      await allocateHolds(ctx, orderId, []);
    });
  const ship = (orderId: string, quantity: number) => inTransaction(ctx, (ctx) => shipStock(ctx, orderId, [{ orderLineId: `${orderId}-0`, quantity }], orderId));
  const backordered = async (stock: [number, number, number]) => {
    const variantId = await spread(stock);
    await setLevel(ctx, { variantId, location: "main", backorderLimit: 20 });
    return variantId;
  };

  it("get them from where units arrive, the oldest first, as far as they go", async () => {
    const variantId = await backordered([1, 0, 0]);
    for (const [orderId, quantity] of [["ord_first", 1], ["ord_second", 3], ["ord_third", 4]] as const) {
      await allocate(`${orderId}${variantId}`, { variantId, quantity });
      ctx.clock.advanceMinutes(1);
    }
    await expect(ship(`ord_second${variantId}`, 3)).rejects.toMatchObject({ reason: "inventory.not_on_hand" });
    await receiveStock(ctx, { variantId, location: "town", quantity: 5 });
    expect(await reservedOf(variantId)).toEqual([["main", 3], ["town", 5], ["mill", 0]]);
    await ship(`ord_first${variantId}`, 1);
    await ship(`ord_second${variantId}`, 3);
    await expect(ship(`ord_third${variantId}`, 4)).rejects.toMatchObject({ reason: "inventory.not_on_hand" });
    await ship(`ord_third${variantId}`, 2).catch(() => undefined);
    await adjustStock(ctx, { variantId, location: "mill", to: 9, reason: "found" });
    await ship(`ord_third${variantId}`, 4);
    expect(await reservedOf(variantId)).toEqual([["main", 0], ["town", 0], ["mill", 0]]);
  });

  it("leave alone what lies there for those who came first, and what others hold where units arrive", async () => {
    const variantId = await spread([2, 0, 3]);
    await allocate(`ord_here${variantId}`, { variantId, quantity: 2 });
    await hold(`ord_holds${variantId}`, [{ variantId, quantity: 3 }]);
    await setLevel(ctx, { variantId, location: "main", backorderLimit: 20 });
    await allocate(`ord_waits${variantId}`, { variantId, quantity: 4 });
    expect(await reservedOf(variantId)).toEqual([["main", 6], ["town", 0], ["mill", 3]]);
    await receiveStock(ctx, { variantId, location: "mill", quantity: 1 });
    expect(await reservedOf(variantId)).toEqual([["main", 5], ["town", 0], ["mill", 4]]);
    await ship(`ord_here${variantId}`, 2);
  });

  it("lose and double nothing when units arrive while parcels are packed and orders cancelled", async () => {
    const variantId = await backordered([0, 0, 0]);
    const orders = Array.from({ length: 6 }, (_, i) => `ord_${i}${variantId}`);
    for (const orderId of orders) await allocate(orderId, { variantId, quantity: 3 });
    const arrive = (location: string) => receiveStock(ctx, { variantId, location, quantity: 5 });
    await Promise.allSettled([
      arrive("town"),
      ...orders.slice(0, 3).map((orderId) => ship(orderId, 3)),
      arrive("mill"),
      ...orders.slice(3, 5).map((orderId) => inTransaction(ctx, (ctx) => releaseReservations(ctx, orderId))),
      arrive("town"),
    ]);
    const { levels } = await getLevels(ctx, { variantId });
    const [onHand, reserved] = [levels.reduce((sum, level) => sum + level.onHand, 0), levels.reduce((sum, level) => sum + level.reserved, 0)];
    const shipped = 15 - onHand;
    expect(reserved).toBe(18 - 6 - shipped);
    for (const orderId of orders.slice(3, 5)) await inTransaction(ctx, (ctx) => releaseReservations(ctx, orderId));
    expect((await getLevels(ctx, { variantId })).levels.reduce((sum, level) => sum + level.reserved, 0)).toBe(reserved);
  });
});

describe("more units than a location can hold", () => {
  it("are refused whichever way they come, by name, and nothing is written", async () => {
    const { variantId } = await createSellable(ctx, { stock: 0 });
    await stockAt(ctx, variantId, "loc_town", mostOnHand - 3);
    const tooMany = { code: "invalid", reason: "inventory.too_many_on_hand", details: { most: mostOnHand, variantId } };
    await expect(receiveStock(ctx, { variantId, location: "town", quantity: 10_000_000 })).rejects.toMatchObject({ ...tooMany, details: { field: "quantity" } });
    await expect(adjustStock(ctx, { variantId, location: "town", by: 4, reason: "found" })).rejects.toMatchObject({ ...tooMany, details: { field: "by" } });
    await receiveStock(ctx, { variantId, location: "town", quantity: 3 });
    await adjustStock(ctx, { variantId, location: "town", by: -mostOnHand / 100, reason: "for the sums of other tests" });
  });
});
