import { inTransaction } from "@cartwright/db";
import { useDatabase } from "@cartwright/db/testing";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { anAdmin, as, createSellable, expectPromises, makeContext, outsiders, type TestContext } from "../testing/index.ts";
import {
  adjustStock,
  allocateHolds,
  cancelCount,
  countLines,
  createLocation,
  getCount,
  getLevels,
  holdStock,
  listCounts,
  listMovements,
  postCount,
  shipStock,
  startCount,
} from "./index.ts";

const database = useDatabase();
let ctx: TestContext;
let places = 0;

beforeEach(() => {
  ctx = as(makeContext(database.db), anAdmin());
});
afterEach(() => expectPromises(ctx));

/** A place of its own, since one place has one open count. */
async function shelf(stock: number[]) {
  const { code, id } = await createLocation(ctx, { code: `shelf-${++places}`, name: "Shelf" });
  const variantIds: string[] = [];
  for (const onHand of stock) {
    const { variantId } = await createSellable(ctx, { stock: 0 });
    if (onHand > 0) await adjustStock(ctx, { variantId, location: code, to: onHand, reason: "filled" });
    variantIds.push(variantId);
  }
  return { code, id, variantIds: variantIds as [string, ...string[]] };
}

async function sell(variantId: string, quantity: number): Promise<void> {
  const line = { variantId, quantity, orderLineId: `oln_${variantId}` };
  await inTransaction(ctx, async (ctx) => {
    await holdStock(ctx, `ord_${variantId}`, [line], ctx.clock.now());
    await allocateHolds(ctx, `ord_${variantId}`, [line]);
    await shipStock(ctx, `ord_${variantId}`, [line], "shp_sold");
  });
}

const levelOf = async (variantId: string, code: string) => (await getLevels(ctx, { variantId })).levels.find(({ location }) => location.code === code);

describe("a stock count", () => {
  it("posts each difference as one movement", async () => {
    const { code, variantIds } = await shelf([10, 4, 7, 0]);
    const [less, more, same, found] = variantIds as [string, string, string, string];
    const count = await startCount(ctx, { location: code, note: "Top shelf" });
    const lines = [{ variantId: less, counted: 8 }, { variantId: more, counted: 5 }, { variantId: same, counted: 7 }, { variantId: found, counted: 2 }];
    const entered = await countLines(ctx, { count: String(count.number), lines });
    expect(entered.count).toMatchObject({ lineCount: 4, expected: 21, counted: 22 });
    expect(entered.lines.map((line) => [line.expected, line.difference, line.adjusted])).toEqual([[10, -2, null], [4, 1, null], [7, 0, null], [0, 2, null]]);
    const posted = await postCount(ctx, { count: count.id });
    expect(posted).toMatchObject({ status: "posted", warnings: [], closedAt: ctx.clock.now().toISOString() });
    expect(new Map(posted.lines.map((line) => [line.variantId, line.adjusted]))).toEqual(new Map([[less, -2], [more, 1], [same, 0], [found, 2]]));
    expect(await getCount(ctx, { count: `#${count.number}` })).toEqual(posted);
    const { items } = await listMovements(ctx, { variantId: less, limit: 1 });
    expect(items).toMatchObject([{ kind: "adjusted", quantity: -2, reason: `count ${count.number}`, reference: count.id }]);
    expect((await listMovements(ctx, { variantId: same, limit: 9 })).items).toHaveLength(1);
  });

  it("leaves alone what was sold between the counting and the posting", async () => {
    const { code, variantIds } = await shelf([10]);
    const count = await startCount(ctx, { location: code });
    await countLines(ctx, { count: count.id, lines: [{ variantId: variantIds[0], counted: 9 }] });
    await sell(variantIds[0], 3);
    await postCount(ctx, { count: count.id });
    expect(await levelOf(variantIds[0], code)).toMatchObject({ onHand: 6 });
  });

  it("takes the last of what was entered for a variant", async () => {
    const { code, variantIds } = await shelf([10]);
    const count = await startCount(ctx, { location: code });
    await countLines(ctx, { count: count.id, lines: [{ variantId: variantIds[0], counted: 2 }] });
    await sell(variantIds[0], 1);
    const again = await countLines(ctx, { count: count.id, lines: [{ variantId: variantIds[0], counted: 8 }] });
    expect(again).toMatchObject({ count: { lineCount: 1 }, lines: [{ expected: 9, difference: -1 }] });
    await postCount(ctx, { count: count.id });
    expect(await levelOf(variantIds[0], code)).toMatchObject({ onHand: 8 });
  });

  it("stops at zero, and names the lines that would go below", async () => {
    const { code, variantIds } = await shelf([10, 10]);
    const [gone, fine] = variantIds as [string, string];
    const count = await startCount(ctx, { location: code });
    await countLines(ctx, { count: count.id, lines: [{ variantId: gone, counted: 2 }, { variantId: fine, counted: 9 }] });
    await sell(gone, 6);
    const posted = await postCount(ctx, { count: count.id });
    expect(posted.warnings).toMatchObject([{ reason: "inventory.below_zero", lines: [{ variantId: gone, difference: -8, adjusted: -4 }] }]);
    expect(await levelOf(gone, code)).toMatchObject({ onHand: 0, isShort: false });
    expect((await getCount(ctx, { count: count.id })).warnings).toEqual(posted.warnings);
  });

  it("flags a level short that has less than is promised", async () => {
    const { code, variantIds } = await shelf([5]);
    const count = await startCount(ctx, { location: code });
    await countLines(ctx, { count: count.id, lines: [{ variantId: variantIds[0], counted: 2 }] });
    await inTransaction(ctx, (ctx) => holdStock(ctx, "ord_promised", [{ variantId: variantIds[0], quantity: 4, orderLineId: "oln_promised" }], new Date(ctx.clock.now().getTime() + 900_000)));
    await postCount(ctx, { count: count.id });
    expect(await levelOf(variantIds[0], code)).toMatchObject({ onHand: 2, reserved: 4, isShort: true, isLow: true });
  });

  it("is posted once, by key or without", async () => {
    const { code, variantIds } = await shelf([5]);
    const count = await startCount(ctx, { location: code });
    await countLines(ctx, { count: count.id, lines: [{ variantId: variantIds[0], counted: 4 }] });
    const input = { count: count.id, idempotencyKey: `post-${count.id}` };
    const [first, second] = await Promise.all([postCount(ctx, input), postCount(ctx, input)]);
    expect(second).toEqual(first);
    await expect(postCount(ctx, { count: count.id })).rejects.toMatchObject({ code: "conflict", reason: "stock_count.wrong_status", details: { status: "posted" } });
    await expect(countLines(ctx, { count: count.id, lines: [{ variantId: variantIds[0], counted: 1 }] })).rejects.toMatchObject({ reason: "stock_count.wrong_status" });
    expect(await levelOf(variantIds[0], code)).toMatchObject({ onHand: 4 });
  });

  it("changes nothing when it is cancelled", async () => {
    const { code, variantIds } = await shelf([5]);
    const count = await startCount(ctx, { location: code });
    await countLines(ctx, { count: count.id, lines: [{ variantId: variantIds[0], counted: 1 }] });
    expect(await cancelCount(ctx, { count: count.id })).toMatchObject({ status: "cancelled" });
    expect(await levelOf(variantIds[0], code)).toMatchObject({ onHand: 5 });
  });

  it("is the only open one at its location", async () => {
    const { code } = await shelf([]);
    const outcomes = await Promise.allSettled([1, 2, 3].map(() => startCount(ctx, { location: code })));
    const refused = outcomes.filter((outcome) => outcome.status === "rejected");
    expect(refused).toHaveLength(2);
    expect(refused[0]?.reason).toMatchObject({ code: "conflict", reason: "stock_count.open_already", details: { number: expect.any(Number) } });
  });

  it("is listed newest first", async () => {
    const [one, two] = [await shelf([3]), await shelf([])];
    const [older, newer] = [await startCount(ctx, { location: one.code }), await startCount(ctx, { location: two.code })];
    await countLines(ctx, { count: older.id, lines: [{ variantId: one.variantIds[0], counted: 1 }] });
    const page = await listCounts(ctx, { limit: 1, status: "open" });
    expect(page.items).toMatchObject([{ number: newer.number, location: { code: two.code }, lineCount: 0 }]);
    expect((await listCounts(ctx, { limit: 1, cursor: page.nextCursor })).items).toMatchObject([{ number: older.number, lineCount: 1, expected: 3, counted: 1 }]);
    await expect(getCount(ctx, { count: "cnt_unknown" })).rejects.toMatchObject({ code: "not_found", reason: "stock_count.not_found" });
  });

  it.each(outsiders)("refuses %s", async (_, actor) => {
    const other = as(ctx, actor());
    const refusal = { reason: expect.stringMatching(/^access\./) };
    await expect(startCount(other, { location: undefined })).rejects.toMatchObject(refusal);
    await expect(countLines(other, { count: "1", lines: [{ variantId: "var_x", counted: 1 }] })).rejects.toMatchObject(refusal);
    await expect(postCount(other, { count: "1" })).rejects.toMatchObject(refusal);
    await expect(cancelCount(other, { count: "1" })).rejects.toMatchObject(refusal);
    await expect(getCount(other, { count: "1" })).rejects.toMatchObject(refusal);
    await expect(listCounts(other, { limit: 1 })).rejects.toMatchObject(refusal);
  });
});
