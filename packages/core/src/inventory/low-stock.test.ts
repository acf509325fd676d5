import { inTransaction, outboxEvents, stockAlerts, stockLevels } from "@cartwright/db";
import { useDatabase } from "@cartwright/db/testing";
import { and, eq, like } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { anAdmin, as, createSellable, expectPromises, makeContext, outsiders, type TestContext } from "../testing/index.ts";
import {
  adjustStock,
  allocateHolds,
  getLevels,
  holdStock,
  listLowStock,
  listStockAlerts,
  openBalances,
  receiveStock,
  releaseExpiredHolds,
  releaseReservations,
  setLevel,
  shipStock,
} from "./index.ts";

const database = useDatabase();
let ctx: TestContext;

beforeEach(() => {
  ctx = as(makeContext(database.db), anAdmin());
});
afterEach(() => expectPromises(ctx));

const hold = (ownerId: string, variantId: string, quantity: number) =>
  inTransaction(ctx, (ctx) => holdStock(ctx, ownerId, [{ variantId, quantity, orderLineId: `${ownerId}-line` }], new Date(ctx.clock.now().getTime() + 900_000)));
const alertsOf = (variantId: string) => ctx.db.select().from(stockAlerts).where(eq(stockAlerts.variantId, variantId)).orderBy(stockAlerts.id);
const eventsOf = (variantId: string) => ctx.db.select().from(outboxEvents).where(and(like(outboxEvents.subject, `${variantId}/%`), eq(outboxEvents.type, "stock.low")));

describe("an alert of low stock", () => {
  it("is raised once when a hold takes a level to its threshold, and cleared when units come back", async () => {
    const { variantId } = await createSellable(ctx, { stock: 6 });
    await hold("ord_first", variantId, 2);
    expect(await alertsOf(variantId)).toEqual([]);
    await hold("ord_second", variantId, 1);
    await hold("ord_third", variantId, 1);
    expect(await alertsOf(variantId)).toMatchObject([{ available: 3, threshold: 3, clearedAt: null }]);
    const payload = { variantId, locationId: "loc_main", available: 3, threshold: 3 };
    expect((await eventsOf(variantId)).map((event) => event.payload)).toEqual([payload]);
    await inTransaction(ctx, (ctx) => releaseReservations(ctx, "ord_first"));
    expect((await alertsOf(variantId)).map((alert) => alert.clearedAt !== null)).toEqual([true]);
    await hold("ord_fourth", variantId, 1);
    expect((await alertsOf(variantId)).map((alert) => alert.clearedAt !== null)).toEqual([true, false]);
    expect(await eventsOf(variantId)).toHaveLength(2);
  });

  it("is one, however many buyers cross the threshold at once", async () => {
    const { variantId } = await createSellable(ctx, { stock: 12 });
    await Promise.all(Array.from({ length: 12 }, (_, i) => hold(`ord_rush_${i}`, variantId, 1)));
    expect(await alertsOf(variantId)).toMatchObject([{ available: 3 }]);
    expect(await eventsOf(variantId)).toHaveLength(1);
  });

  it("is left by the buyer who is refused as if they had never come", async () => {
    const [few, none] = [await createSellable(ctx, { stock: 4 }), await createSellable(ctx, { stock: 0 })];
    const lines = [few, none].map(({ variantId }) => ({ variantId, quantity: 2, orderLineId: variantId }));
    await expect(inTransaction(ctx, (ctx) => holdStock(ctx, "ord_refused", lines, ctx.clock.now()))).rejects.toMatchObject({ reason: "inventory.insufficient_stock" });
    expect(await alertsOf(few.variantId)).toEqual([]);
  });

  it("is cleared when an expired hold is given back, and by what arrives", async () => {
    const { variantId } = await createSellable(ctx, { stock: 5 });
    await hold("ord_slow", variantId, 3);
    ctx.clock.advanceMinutes(16);
    await releaseExpiredHolds(ctx, { variantId });
    await adjustStock(ctx, { variantId, location: undefined, to: 1, reason: "counted" });
    expect((await getLevels(ctx, { variantId })).levels).toMatchObject([{ isLow: true }]);
    await receiveStock(ctx, { variantId, location: undefined, quantity: 9 });
    expect((await getLevels(ctx, { variantId })).levels).toMatchObject([{ isLow: false }]);
    expect((await alertsOf(variantId)).map((alert) => [alert.available, alert.clearedAt !== null])).toEqual([[2, true], [1, true]]);
  });

  it("is not raised by a parcel: what leaves was promised already", async () => {
    const { variantId } = await createSellable(ctx, { stock: 10 });
    await hold("ord_parcel", variantId, 6);
    await inTransaction(ctx, (ctx) => allocateHolds(ctx, "ord_parcel", [{ variantId, quantity: 6, orderLineId: "ord_parcel-line" }]));
    await inTransaction(ctx, (ctx) => shipStock(ctx, "ord_parcel", [{ orderLineId: "ord_parcel-line", quantity: 6 }], "shp_parcel"));
    expect((await getLevels(ctx, { variantId })).levels).toMatchObject([{ onHand: 4, isLow: false }]);
    expect(await alertsOf(variantId)).toEqual([]);
  });

  it("is not raised for a level that begins low", async () => {
    const { variantId } = await createSellable(ctx, { stock: 0 });
    await ctx.db.delete(stockLevels).where(eq(stockLevels.variantId, variantId));
    await receiveStock(ctx, { variantId, location: undefined, quantity: 2 });
    const opened = await createSellable(ctx, { stock: 0 });
    await inTransaction(ctx, (ctx) => openBalances(ctx, [{ variantId: opened.variantId, quantity: 1, reference: "import" }]));
    for (const id of [variantId, opened.variantId]) {
      expect((await getLevels(ctx, { variantId: id })).levels).toMatchObject([{ isLow: true }]);
      expect(await alertsOf(id)).toEqual([]);
    }
  });
});

describe("setLevel", () => {
  it("moves the threshold, which may cross what is available in both directions", async () => {
    const { variantId } = await createSellable(ctx, { stock: 8 });
    expect((await setLevel(ctx, { variantId, location: undefined, lowStockThreshold: 8 })).levels).toMatchObject([{ lowStockThreshold: 8, isLow: true }]);
    expect(await alertsOf(variantId)).toMatchObject([{ available: 8, threshold: 8, clearedAt: null }]);
    const { items } = await listLowStock(ctx, { limit: 100 });
    expect(items.some((level) => level.variantId === variantId)).toBe(true);
    await setLevel(ctx, { variantId, location: undefined, lowStockThreshold: 0 });
    expect(await alertsOf(variantId)).toMatchObject([{ clearedAt: ctx.clock.now() }]);
  });

  it("lets so many units be promised beyond what is on hand, and ships them only once they are there", async () => {
    const { variantId } = await createSellable(ctx, { stock: 1 });
    await setLevel(ctx, { variantId, location: "main", backorderLimit: 2 });
    await hold("ord_back", variantId, 3);
    await expect(hold("ord_over", variantId, 1)).rejects.toMatchObject({ reason: "inventory.insufficient_stock" });
    await inTransaction(ctx, (ctx) => allocateHolds(ctx, "ord_back", [{ variantId, quantity: 3, orderLineId: "ord_back-line" }]));
    const ship = () => inTransaction(ctx, (ctx) => shipStock(ctx, "ord_back", [{ orderLineId: "ord_back-line", quantity: 3 }], "shp_back"));
    await expect(ship()).rejects.toMatchObject({ reason: "inventory.not_on_hand" });
    await receiveStock(ctx, { variantId, location: undefined, quantity: 2 });
    await ship();
    expect((await getLevels(ctx, { variantId })).levels).toMatchObject([{ onHand: 0, reserved: 0, available: 2, isShort: false }]);
  });

  it("flags a level short when less may be backordered than is promised already, and takes nothing back", async () => {
    const { variantId } = await createSellable(ctx, { stock: 1 });
    await setLevel(ctx, { variantId, location: undefined, backorderLimit: 4 });
    await hold("ord_promised", variantId, 4);
    expect((await setLevel(ctx, { variantId, location: undefined, backorderLimit: 0 })).levels).toMatchObject([{ reserved: 4, available: 0, isShort: true }]);
    expect((await setLevel(ctx, { variantId, location: undefined, backorderLimit: 3 })).levels).toMatchObject([{ isShort: false }]);
  });

  it.each(outsiders)("refuses %s", async (_, actor) => {
    const refusal = { reason: expect.stringMatching(/^access\./) };
    await expect(setLevel(as(ctx, actor()), { variantId: "var_x", location: undefined, backorderLimit: 1 })).rejects.toMatchObject(refusal);
    await expect(listStockAlerts(as(ctx, actor()), { limit: 1 })).rejects.toMatchObject(refusal);
  });
});

describe("listStockAlerts", () => {
  it("has the open ones, or all since a moment, newest first, page by page", async () => {
    const since = ctx.clock.now().toISOString();
    ctx.clock.advanceMinutes(60 * 24);
    const from = ctx.clock.now().toISOString();
    const sold = [];
    for (let i = 0; i < 3; i++) {
      const { variantId } = await createSellable(ctx, { stock: 4 });
      await hold(`ord_listed_${i}`, variantId, 1);
      sold.unshift(variantId);
    }
    await inTransaction(ctx, (ctx) => releaseReservations(ctx, "ord_listed_1"));
    const all = await listStockAlerts(ctx, { limit: 2, since: from });
    expect(all).toMatchObject({ items: [{ location: { code: "main" }, clearedAt: null }, { clearedAt: from }], total: { count: 3, isExact: true } });
    const rest = await listStockAlerts(ctx, { limit: 2, since: from, cursor: all.nextCursor });
    expect([...all.items, ...rest.items].map((alert) => alert.variantId)).toEqual(sold);
    expect(rest.nextCursor).toBeNull();
    const { items } = await listStockAlerts(ctx, { limit: 100 });
    expect(items.every((alert) => alert.clearedAt === null)).toBe(true);
    expect(items.map((alert) => alert.variantId)).toEqual(expect.arrayContaining([sold[0], sold[2]]));
    expect((await listStockAlerts(ctx, { limit: 1, since })).total.count).toBeGreaterThan(3);
  });
});
