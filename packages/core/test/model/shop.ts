import { inArray, sql } from "drizzle-orm";
import { stockLevels, type Db } from "@cartwright/db";
import { expect } from "vitest";
import { anAdmin, as, createSellable, ensureLocation, ensureShipping, makeContext, scriptedGateway, stockAt, type ScriptedGateway, type TestContext } from "../../src/testing/index.ts";
import { getOrder, type StaffOrderView } from "../../src/orders/index.ts";
import { at, type Model } from "./model.ts";

/** The real thing that a story is played on. */
export interface Shop {
  ctx: TestContext;
  /** The same world, to an admin. */
  staff: TestContext;
  gateway: ScriptedGateway;
  variantIds: string[];
  orderIds: string[];
  transferIds: string[];
  buyers: TestContext[];
}

export const prices = [1_250, 333];

/** Two variants, each on the shelves of two locations; half of the units in either. */
export async function openShop(db: Db, onHand: readonly number[]): Promise<Shop> {
  const gateway = scriptedGateway();
  const world = makeContext(db);
  const ctx = { ...world, ports: { ...world.ports, gateways: { ...world.ports.gateways, test_card: gateway } } };
  await ensureShipping(ctx);
  const back = await ensureLocation(ctx, "back", 1);
  const variantIds: string[] = [];
  for (const [index, units] of onHand.entries()) {
    const front = Math.ceil(units / 2);
    const { variantId } = await createSellable(ctx, { title: `Thing ${index}`, priceMinor: at(prices, index), stock: front });
    await stockAt(ctx, variantId, back, units - front);
    variantIds.push(variantId);
  }
  return { ctx, staff: as(ctx, anAdmin()), gateway, variantIds, orderIds: [], transferIds: [], buyers: [] };
}

export function readOrder(shop: Shop, index: number): Promise<StaffOrderView> {
  return getOrder(shop.staff, { order: at(shop.orderIds, index) });
}

export async function expectRefusal(work: Promise<unknown>, reason: RegExp): Promise<void> {
  await expect(work).rejects.toMatchObject({ reason: expect.stringMatching(reason) });
}

/** Holds the shelves, and what is promised of them, against the model. */
export async function expectStock(model: Model, shop: Shop): Promise<void> {
  const rows = await shop.ctx.db
    .select({
      variantId: stockLevels.variantId,
      onHand: sql<number>`sum(${stockLevels.onHand})`.mapWith(Number),
      promised: sql<number>`sum(${stockLevels.reserved})`.mapWith(Number),
    })
    .from(stockLevels)
    .where(inArray(stockLevels.variantId, shop.variantIds))
    .groupBy(stockLevels.variantId);
  const stocked = shop.variantIds.map((id) => rows.find((row) => row.variantId === id));
  expect({ onHand: stocked.map((row) => row?.onHand), promised: stocked.map((row) => row?.promised) }).toEqual({
    onHand: model.onHand,
    promised: model.promised,
  });
}

/** Holds an order's units and money against the model. */
export async function expectOrder(model: Model, shop: Shop, index: number): Promise<void> {
  const known = at(model.orders, index);
  const order = await readOrder(shop, index);
  expect(
    order.lines.map((line) => ({ quantity: line.quantity, shipped: line.quantityShipped, cancelled: line.quantityCancelled, returned: line.quantityReturned })),
  ).toEqual(known.lines.map(({ quantity, shipped, cancelled, returned }) => ({ quantity, shipped, cancelled, returned })));
  if (known.isUnclear) {
    expect(order.status).toBe("pending");
    return;
  }
  const sum = (pick: (payment: (typeof order.payments)[number]) => number) => order.payments.reduce((total, payment) => total + pick(payment), 0);
  const [captured, refunded] = [sum((payment) => payment.captured.amountMinor), sum((payment) => payment.refunded.amountMinor)];
  expect(captured).toBe(known.capturedMinor);
  const worth = order.totals.worth.amountMinor;
  if (known.lines.every((line) => line.cancelled === line.quantity)) expect({ worth, status: order.status }).toEqual({ worth: 0, status: "cancelled" });
  // Nobody keeps money for goods that were taken off, and nobody gives back more than that and what was given freely.
  expect(worth - known.lines.reduce((minor, line) => minor + line.away * at(prices, line.variant), 0)).toBe(known.owedMinor);
  expect(sum((payment) => (payment.status === "pending" ? payment.amount.amountMinor : 0))).toBe(known.promisedMinor);
  expect(captured - refunded).toBe(known.paidMinor - known.goodwillMinor);
  expect(captured - refunded).toBeLessThanOrEqual(worth);
}
