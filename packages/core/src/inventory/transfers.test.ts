import { auditEntries, inTransaction, stockLevels, stockMovements } from "@cartwright/db";
import { useDatabase } from "@cartwright/db/testing";
import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { anAdmin, as, createSellable, ensureLocation, expectPromises, makeContext, outsiders, stockAt, type TestContext } from "../testing/index.ts";
import { cancelTransfer, getLevels, getTransfer, holdStock, listLocations, listTransfers, receiveTransfer, sendTransfer } from "./index.ts";
import { ReceiveTransferInput, SendTransferInput } from "./schemas.ts";

const database = useDatabase();
let ctx: TestContext;

beforeEach(async () => {
  ctx = as(makeContext(database.db), anAdmin());
  await ensureLocation(ctx, "main", 0);
  await ensureLocation(ctx, "town", 1);
});
afterEach(() => expectPromises(ctx));

const hold = (ownerId: string, variantId: string, quantity: number) =>
  inTransaction(ctx, (ctx) => holdStock(ctx, ownerId, [{ variantId, quantity, orderLineId: ownerId }], new Date(ctx.clock.now().getTime() + 900_000)));
const send = (variantId: string, quantity: number) => sendTransfer(ctx, { from: "main", to: "town", lines: [{ variantId, quantity }] });
const onHandOf = async (variantId: string) => (await getLevels(ctx, { variantId })).levels.map((level) => [level.location.code, level.onHand]);

describe("a transfer", () => {
  it("leaves one location, is on hand nowhere, and arrives at the other", async () => {
    const { variantId } = await createSellable(ctx, { stock: 10 });
    const sent = await send(variantId, 4);
    expect(sent).toMatchObject({ from: { code: "main" }, to: { code: "town" }, status: "in_transit", units: { sent: 4, inTransit: 4, received: 0 } });
    expect(await onHandOf(variantId)).toEqual([["main", 6]]);
    expect((await listLocations(ctx)).find(({ code }) => code === "town")).toMatchObject({ inTransit: 4 });
    const received = await receiveTransfer(ctx, { transfer: String(sent.number) });
    expect(received).toMatchObject({ status: "received", units: { received: 4, inTransit: 0 }, closedAt: ctx.clock.now().toISOString() });
    expect(await onHandOf(variantId)).toEqual([["main", 6], ["town", 4]]);
    const moved = await ctx.db.select().from(stockMovements).where(eq(stockMovements.reference, sent.id)).orderBy(stockMovements.id);
    expect(moved.map((movement) => [movement.kind, movement.quantity, movement.reason])).toEqual([
      ["transferred", -4, `transfer ${sent.number}`],
      ["transferred", 4, `transfer ${sent.number}`],
    ]);
    const audited = await ctx.db.select().from(auditEntries).where(eq(auditEntries.subject, sent.id)).orderBy(auditEntries.id);
    expect(audited.map((entry) => entry.action)).toEqual(["transfer.send", "transfer.receive"]);
  });

  it("may arrive in parts, some of it never, and is closed when all is accounted for", async () => {
    const [cup, plate] = [await createSellable(ctx, { stock: 5 }), await createSellable(ctx, { stock: 5 })];
    const { id } = await sendTransfer(ctx, { from: "main", to: "town", lines: [{ variantId: cup.variantId, quantity: 5 }, { variantId: plate.variantId, quantity: 3 }] });
    const first = await receiveTransfer(ctx, { transfer: id, lines: [{ variantId: cup.variantId, received: 2, lost: 1 }] });
    expect(first).toMatchObject({ status: "in_transit", units: { sent: 8, received: 2, lost: 1, inTransit: 5 } });
    const rest = await receiveTransfer(ctx, { transfer: id, lines: [{ variantId: plate.variantId, received: 0, lost: 3 }, { variantId: cup.variantId, received: 2, lost: 0 }] });
    expect(rest).toMatchObject({ status: "received", units: { received: 4, lost: 4, inTransit: 0 } });
    expect([await onHandOf(cup.variantId), await onHandOf(plate.variantId)]).toEqual([[["main", 0], ["town", 4]], [["main", 2]]]);
  });

  it("does not take what is reserved, and says for each line how much could go", async () => {
    const [held, free] = [await createSellable(ctx, { stock: 10 }), await createSellable(ctx, { stock: 2 })];
    await hold("ord_held", held.variantId, 7);
    const lines = [{ variantId: held.variantId, quantity: 4 }, { variantId: free.variantId, quantity: 2 }, { variantId: "var_unknown", quantity: 1 }];
    await expect(sendTransfer(ctx, { from: "main", to: "town", lines })).rejects.toMatchObject({
      code: "conflict",
      reason: "inventory.insufficient_stock",
      details: { lines: expect.arrayContaining([{ variantId: held.variantId, wanted: 4, available: 3 }, { variantId: "var_unknown", wanted: 1, available: 0 }]) },
    });
    expect(await onHandOf(free.variantId)).toEqual([["main", 2]]);
    await send(held.variantId, 3);
  });

  it("has one effect a key, sent or received", async () => {
    const { variantId } = await createSellable(ctx, { stock: 10 });
    const input = { from: "main", to: "town", lines: [{ variantId, quantity: 2 }], idempotencyKey: `send-${variantId}` };
    const [first, second] = await Promise.all([sendTransfer(ctx, input), sendTransfer(ctx, input)]);
    expect(second).toEqual(first);
    const arrival = { transfer: first.id, lines: [{ variantId, received: 1, lost: 0 }], idempotencyKey: `receive-${variantId}` };
    expect(await receiveTransfer(ctx, arrival)).toEqual(await receiveTransfer(ctx, arrival));
    expect(await onHandOf(variantId)).toEqual([["main", 8], ["town", 1]]);
  });

  it("goes back when it is cancelled, but for what has arrived, and can't be ended twice", async () => {
    const { variantId } = await createSellable(ctx, { stock: 6 });
    const { id, number } = await send(variantId, 5);
    await receiveTransfer(ctx, { transfer: id, lines: [{ variantId, received: 1, lost: 1 }] });
    expect(await cancelTransfer(ctx, { transfer: id })).toMatchObject({ status: "cancelled", units: { sent: 5, received: 1, lost: 1, inTransit: 0, returned: 3 } });
    expect(await onHandOf(variantId)).toEqual([["main", 4], ["town", 1]]);
    for (const end of [cancelTransfer, receiveTransfer]) {
      await expect(end(ctx, { transfer: String(number) })).rejects.toMatchObject({ code: "conflict", reason: "transfer.wrong_status", details: { status: "cancelled" } });
    }
  });

  it("ends once when it is received and cancelled at the same moment", async () => {
    const { variantId } = await createSellable(ctx, { stock: 6 });
    const { id } = await send(variantId, 5);
    const outcomes = await Promise.allSettled([receiveTransfer(ctx, { transfer: id }), cancelTransfer(ctx, { transfer: id }), receiveTransfer(ctx, { transfer: id })]);
    expect(outcomes.filter((outcome) => outcome.status === "fulfilled")).toHaveLength(1);
    expect((await getLevels(ctx, { variantId })).onHand).toBe(6);
  });

  it("refuses more than is under way, what it does not carry, and a way to where it is", async () => {
    const { variantId } = await createSellable(ctx, { stock: 6 });
    const { id } = await send(variantId, 2);
    const lines = [{ variantId, received: 2, lost: 1 }, { variantId: "var_other", received: 1, lost: 0 }];
    await expect(receiveTransfer(ctx, { transfer: id, lines })).rejects.toMatchObject({
      reason: "transfer.too_many",
      details: { lines: [{ variantId, given: 3, inTransit: 2 }, { variantId: "var_other", given: 1, inTransit: 0 }] },
    });
    await expect(sendTransfer(ctx, { from: "main", to: "loc_main", lines: [{ variantId, quantity: 1 }] })).rejects.toMatchObject({ reason: "transfer.same_location" });
    await expect(sendTransfer(ctx, { from: "main", to: "moon", lines: [{ variantId, quantity: 1 }] })).rejects.toMatchObject({ reason: "location.not_found" });
    await expect(getTransfer(ctx, { transfer: "999999" })).rejects.toMatchObject({ code: "not_found", reason: "transfer.not_found" });
    const line = { variantId, quantity: 1 };
    expect(SendTransferInput.safeParse({ from: "main", to: "town", lines: [line, line] }).success).toBe(false);
    expect(ReceiveTransferInput.safeParse({ transfer: id, lines: [{ variantId }] }).success).toBe(false);
  });

  it("is found by number and listed newest first", async () => {
    const { variantId } = await createSellable(ctx, { stock: 6 });
    const [older, newer] = [await send(variantId, 1), await send(variantId, 2)];
    await cancelTransfer(ctx, { transfer: older.id });
    expect(newer.number).toBe(older.number + 1);
    expect(await getTransfer(ctx, { transfer: `#${newer.number}` })).toEqual(newer);
    const page = await listTransfers(ctx, { limit: 1 });
    expect(page.items).toMatchObject([{ id: newer.id, units: { sent: 2 } }]);
    expect((await listTransfers(ctx, { limit: 1, cursor: page.nextCursor })).items).toMatchObject([{ id: older.id, units: { returned: 1 } }]);
    expect((await listTransfers(ctx, { limit: 100, status: "cancelled" })).items.every((transfer) => transfer.status === "cancelled")).toBe(true);
  });

  it("never takes a unit from under a buyer, whoever comes first", async () => {
    const places = ["main", "town", "mill"];
    const millId = await ensureLocation(ctx, "mill", 2);
    for (let round = 0; round < 3; round++) {
      const { variantId } = await createSellable(ctx, { stock: 10 });
      for (const id of ["loc_town", millId]) await stockAt(ctx, variantId, id, 10);
      const buyers = Array.from({ length: 20 }, (_, i) => hold(`ord_${variantId}_${i}`, variantId, 1 + (i % 2)));
      const movers = Array.from({ length: 9 }, (_, i) => sendTransfer(ctx, { from: places[i % 3]!, to: places[(i + 1) % 3]!, lines: [{ variantId, quantity: 4 }] }));
      const [held, sent] = await Promise.all([Promise.allSettled(buyers), Promise.allSettled(movers)]);
      for (const outcome of [...held, ...sent]) if (outcome.status === "rejected") expect(outcome.reason).toMatchObject({ reason: "inventory.insufficient_stock" });
      const levels = await ctx.db.select().from(stockLevels).where(eq(stockLevels.variantId, variantId));
      for (const level of levels) expect(level.onHand).toBeGreaterThanOrEqual(level.reserved);
      const underWay = sent.filter((outcome) => outcome.status === "fulfilled").length * 4;
      expect(levels.reduce((units, level) => units + level.onHand, 0)).toBe(30 - underWay);
    }
  });

  it.each(outsiders)("refuses %s", async (_, actor) => {
    const other = as(ctx, actor());
    const refusal = { reason: expect.stringMatching(/^access\./) };
    await expect(sendTransfer(other, { from: "main", to: "town", lines: [{ variantId: "var_x", quantity: 1 }] })).rejects.toMatchObject(refusal);
    await expect(receiveTransfer(other, { transfer: "1" })).rejects.toMatchObject(refusal);
    await expect(cancelTransfer(other, { transfer: "1" })).rejects.toMatchObject(refusal);
    await expect(getTransfer(other, { transfer: "1" })).rejects.toMatchObject(refusal);
    await expect(listTransfers(other, { limit: 1 })).rejects.toMatchObject(refusal);
  });
});
