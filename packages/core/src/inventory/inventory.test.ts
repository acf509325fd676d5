import { inTransaction, reservations, stockLevels } from "@cartwright/db";
import { useDatabase } from "@cartwright/db/testing";
import { and, eq } from "drizzle-orm";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { DomainError, newId, type Context } from "../kernel/index.ts";
import { anAdmin, as, createSellable, ensureLocation, expectPromises, makeContext, outsiders, stockAt, type TestContext } from "../testing/index.ts";
import {
  adjustStock,
  allocateHolds,
  getAvailability,
  getLevels,
  holdStock,
  listLowStock,
  listMovements,
  openBalances,
  receiveStock,
  releaseExpiredHolds,
  releaseReservations,
  shipStock,
} from "./index.ts";

const database = useDatabase();
let ctx: TestContext;

beforeEach(() => {
  ctx = makeContext(database.db);
});
afterEach(() => expectPromises(ctx));

const inMinutes = (minutes: number) => new Date(ctx.clock.now().getTime() + minutes * 60_000);
const hold = (ownerId: string, variantId: string, quantity: number, orderLineId = `${ownerId}-${variantId}`) =>
  inTransaction(ctx, (ctx) => holdStock(ctx, ownerId, [{ variantId, quantity, orderLineId }], inMinutes(15)));

describe("holdStock", () => {
  it("takes from the first location by priority and splits what it can't serve alone", async () => {
    const { variantId } = await createSellable(ctx, { stock: 2 });
    const backup = await ensureLocation(ctx, "backup", 1);
    await stockAt(ctx, variantId, backup, 5);
    await hold("ord_split", variantId, 4);
    const levels = await getLevels(as(ctx, anAdmin()), { variantId });
    expect(levels.levels.map((level) => [level.location.code, level.reserved])).toEqual([
      ["main", 2],
      ["backup", 2],
    ]);
    expect(levels.available).toBe(3);
  });

  it("says how many there are when there are too few, and keeps nothing", async () => {
    const { variantId } = await createSellable(ctx, { stock: 2 });
    await expect(hold("ord_many", variantId, 3)).rejects.toMatchObject({
      reason: "inventory.insufficient_stock",
      details: { lines: [{ variantId, wanted: 3, available: 2 }] },
    });
    expect(await getAvailability(ctx, { variantIds: [variantId] })).toEqual([{ variantId, available: 2 }]);
  });

  it("holds all lines or none", async () => {
    const plenty = await createSellable(ctx, { stock: 5 });
    const none = await createSellable(ctx, { stock: 0 });
    const lines = [plenty, none].map(({ variantId }) => ({ variantId, quantity: 1, orderLineId: newId("oln") }));
    await expect(inTransaction(ctx, (ctx) => holdStock(ctx, "ord_both", lines, inMinutes(15)))).rejects.toBeInstanceOf(DomainError);
    expect(await getAvailability(ctx, { variantIds: [plenty.variantId] })).toMatchObject([{ available: 5 }]);
  });

  it("takes over units whose hold has run out", async () => {
    const { variantId } = await createSellable(ctx, { stock: 1 });
    await hold("ord_gone", variantId, 1);
    ctx.clock.advanceMinutes(16);
    await hold("ord_next", variantId, 1);
    const [old] = await ctx.db.select().from(reservations).where(eq(reservations.ownerId, "ord_gone"));
    expect(old?.status).toBe("released");
  });

  it("never promises more than there is, whatever is held and released at once", async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 12 }), fc.array(fc.integer({ min: 1, max: 4 }), { maxLength: 12 }), async (stock, wishes) => {
        const { variantId } = await createSellable(ctx, { stock });
        const outcomes = await Promise.allSettled(wishes.map((quantity) => hold(newId("ord"), variantId, quantity)));
        const held = wishes.reduce((sum, quantity, i) => sum + (outcomes[i]?.status === "fulfilled" ? quantity : 0), 0);
        const levels = await getLevels(as(ctx, anAdmin()), { variantId });
        expect(levels.reserved).toBe(held);
        expect(held).toBeLessThanOrEqual(stock);
      }),
      { numRuns: 15 },
    );
  });
});

describe("from a hold to a parcel", () => {
  it("makes holds allocations without end, and ships them out of the level", async () => {
    const { variantId } = await createSellable(ctx, { stock: 5 });
    const lines = [{ variantId, quantity: 3, orderLineId: "oln_ship" }];
    await hold("ord_ship", variantId, 3, "oln_ship");
    await inTransaction(ctx, (ctx) => allocateHolds(ctx, "ord_ship", lines));
    ctx.clock.advanceMinutes(60 * 24);
    expect(await releaseExpiredHolds(ctx, { variantId })).toBe(0);
    await inTransaction(ctx, (ctx) => shipStock(ctx, "ord_ship", [{ orderLineId: "oln_ship", quantity: 1 }], "shp_1"));
    await inTransaction(ctx, (ctx) => shipStock(ctx, "ord_ship", [{ orderLineId: "oln_ship", quantity: 2 }], "shp_2"));
    expect(await getLevels(as(ctx, anAdmin()), { variantId })).toMatchObject({ onHand: 2, reserved: 0 });
    const { items } = await listMovements(as(ctx, anAdmin()), { variantId, limit: 10 });
    expect(items.map((movement) => [movement.kind, movement.quantity])).toEqual([
      ["sold", -2],
      ["sold", -1],
      ["received", 5],
    ]);
  });

  it("refuses to ship more than is allocated", async () => {
    const { variantId } = await createSellable(ctx, { stock: 5 });
    await hold("ord_more", variantId, 1, "oln_more");
    await inTransaction(ctx, (ctx) => allocateHolds(ctx, "ord_more", [{ variantId, quantity: 1, orderLineId: "oln_more" }]));
    const shipping = inTransaction(ctx, (ctx) => shipStock(ctx, "ord_more", [{ orderLineId: "oln_more", quantity: 2 }], "shp_3"));
    await expect(shipping).rejects.toMatchObject({ reason: "inventory.not_allocated" });
  });

  it("holds anew what expired before it was confirmed", async () => {
    const { variantId } = await createSellable(ctx, { stock: 1 });
    await hold("ord_late", variantId, 1, "oln_late");
    ctx.clock.advanceMinutes(16);
    await releaseExpiredHolds(ctx);
    await inTransaction(ctx, (ctx) => allocateHolds(ctx, "ord_late", [{ variantId, quantity: 1, orderLineId: "oln_late" }]));
    expect(await getAvailability(ctx, { variantIds: [variantId] })).toMatchObject([{ available: 0 }]);
  });

  it("gives everything back when an order is cancelled, once", async () => {
    const { variantId } = await createSellable(ctx, { stock: 2 });
    await hold("ord_back", variantId, 2);
    await inTransaction(ctx, (ctx) => releaseReservations(ctx, "ord_back"));
    await inTransaction(ctx, (ctx) => releaseReservations(ctx, "ord_back"));
    expect(await getAvailability(ctx, { variantIds: [variantId] })).toMatchObject([{ available: 2 }]);
  });
});

describe("receiveStock and adjustStock", () => {
  it("adds what arrived, once a key", async () => {
    const { variantId } = await createSellable(ctx, { stock: 1 });
    const admin = as(ctx, anAdmin());
    const input = { variantId, location: undefined, quantity: 5, idempotencyKey: "delivery-4711" };
    const first = await receiveStock(admin, input);
    expect(await receiveStock(admin, input)).toEqual(first);
    expect(first.onHand).toBe(6);
    await expect(receiveStock(admin, { ...input, quantity: 6 })).rejects.toMatchObject({ reason: "idempotency.key_reused" });
  });

  it("corrects by a change or to a count, with the movement that explains it", async () => {
    const { variantId } = await createSellable(ctx, { stock: 10 });
    const admin = as(ctx, anAdmin());
    await adjustStock(admin, { variantId, location: undefined, by: -3, reason: "broken" });
    expect(await adjustStock(admin, { variantId, location: undefined, to: 9, reason: "counted" })).toMatchObject({ onHand: 9 });
    const { items } = await listMovements(admin, { variantId, limit: 10 });
    expect(items.map((movement) => [movement.quantity, movement.reason])).toEqual([
      [2, "counted"],
      [-3, "broken"],
      [10, null],
    ]);
  });

  it("refuses to take away more than is there, and names the field", async () => {
    const { variantId } = await createSellable(ctx, { stock: 1 });
    const taking = adjustStock(as(ctx, anAdmin()), { variantId, location: undefined, by: -2, reason: "broken" });
    await expect(taking).rejects.toMatchObject({ code: "invalid", reason: "inventory.below_zero", details: { field: "by", onHand: 1 } });
  });

  it("flags a level short when a count finds less than is promised, until stock arrives", async () => {
    const { variantId } = await createSellable(ctx, { stock: 5 });
    await hold("ord_short", variantId, 4);
    const admin = as(ctx, anAdmin());
    expect((await adjustStock(admin, { variantId, location: undefined, to: 2, reason: "counted" })).levels[0]).toMatchObject({ isShort: true, available: 0 });
    expect((await receiveStock(admin, { variantId, location: undefined, quantity: 2 })).levels[0]).toMatchObject({ isShort: false });
  });

  it.each(outsiders)("refuses %s", async (_, actor) => {
    const { variantId } = await createSellable(ctx);
    const other = as(ctx, actor());
    const code = expect.stringMatching(/^access\./);
    await expect(receiveStock(other, { variantId, location: undefined, quantity: 1 })).rejects.toMatchObject({ reason: code });
    await expect(adjustStock(other, { variantId, location: undefined, by: 1, reason: "x" })).rejects.toMatchObject({ reason: code });
    await expect(getLevels(other, { variantId })).rejects.toMatchObject({ reason: code });
    await expect(listMovements(other, { variantId, limit: 1 })).rejects.toMatchObject({ reason: code });
    await expect(listLowStock(other, { limit: 1 })).rejects.toMatchObject({ reason: code });
    await expect(openBalances(other, [{ variantId, quantity: 1, reference: "x" }])).rejects.toMatchObject({ reason: code });
  });
});

describe("openBalances", () => {
  it("opens a level that never moved, and is no correction afterwards", async () => {
    const { variantId } = await createSellable(ctx, { stock: 0 });
    const open = (quantity: number) => inTransaction(ctx, (ctx) => openBalances(ctx, [{ variantId, quantity, reference: "import" }]));
    expect(await open(7)).toEqual([variantId]);
    expect(await open(9)).toEqual([]);
    const [level] = await ctx.db.select().from(stockLevels).where(and(eq(stockLevels.variantId, variantId)));
    expect(level?.onHand).toBe(7);
  });
});

describe("listLowStock", () => {
  it("pages through every low level once, emptiest first", async () => {
    const admin = as(ctx, anAdmin());
    for (const stock of [0, 3, 2, 1, 3, 0]) await createSellable(ctx, { stock });
    const seen = await walk(admin);
    expect(new Set(seen.map((level) => level.variantId)).size).toBe(seen.length);
    expect(seen.map((level) => level.available)).toEqual(seen.map((level) => level.available).toSorted((a, b) => a - b));
    expect(seen.every((level) => level.available <= 3)).toBe(true);
    expect(seen.length).toBeGreaterThanOrEqual(6);
  });
});

async function walk(ctx: Context) {
  const seen = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof listLowStock>> = await listLowStock(ctx, { limit: 2, cursor });
    seen.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor);
  return seen;
}
