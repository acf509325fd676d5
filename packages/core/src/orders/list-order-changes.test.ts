import { insertMany, orders } from "@cartwright/db";
import { useDatabase } from "@cartwright/db/testing";
import { beforeEach, expect, it } from "vitest";
import { placeOrder } from "../checkout/index.ts";
import type { ChangePosition } from "../kernel/index.ts";
import { aGuest, anAddress, anAdmin, as, createSellable, makeContext, outsiders, placeInput, readyCheckout, type TestContext } from "../testing/index.ts";
import { listOrderChanges, shipOrder } from "./index.ts";

const database = useDatabase();
let admin: TestContext;

beforeEach(() => {
  admin = as(makeContext(database.db), anAdmin());
});

async function ordered(): Promise<{ order: string; number: number }> {
  const buyer = as(admin, aGuest());
  const { variantId } = await createSellable(admin, { stock: 10 });
  await readyCheckout(buyer, variantId, 2);
  const { orderNumber } = await placeOrder(buyer, await placeInput(buyer));
  return { order: String(orderNumber), number: orderNumber };
}

const from = (since: Date, known = new Map<string, { version: number }>(), after: ChangePosition | null = null) => ({ since, known, after });

it("tells what happened to an order since the reader's version, and nothing of what is known", async () => {
  const since = admin.clock.now();
  const { order, number } = await ordered();
  const { items } = await listOrderChanges(admin, from(since));
  const placed = items.find((item) => item.number === number);
  expect(placed).toMatchObject({ status: "confirmed", quantity: 2, version: 3, events: [{ type: "placed" }, { type: "payment_recorded" }, { type: "confirmed" }] });

  const known = new Map(items.map(({ id, version }) => [id, { version }]));
  expect(await listOrderChanges(admin, from(since, known))).toEqual({ items: [], next: null });
  await shipOrder(admin, { order });
  const [shipped, ...others] = (await listOrderChanges(admin, from(since, known))).items;
  expect(shipped).toMatchObject({ number, status: "shipped", version: 4, events: [{ seq: 4, type: "shipped" }] });
  expect(others).toEqual([]);
});

it("tells of an older order only what happened since", async () => {
  const { order } = await ordered();
  admin.clock.advanceMinutes(60);
  const since = admin.clock.now();
  expect((await listOrderChanges(admin, from(since))).items).toEqual([]);
  await shipOrder(admin, { order });
  expect((await listOrderChanges(admin, from(since))).items).toMatchObject([{ status: "shipped", events: [{ type: "shipped" }] }]);
});

it("asks one statement when nothing is new", async () => {
  const since = admin.clock.now();
  await ordered();
  const known = new Map((await listOrderChanges(admin, from(since))).items.map(({ id, version }) => [id, { version }]));
  expect(await database.countQueries(() => listOrderChanges(admin, from(since, known)))).toBe(1);
});

it("walks through as many as there are, each once, also those of the same moment", async () => {
  admin.clock.advanceMinutes(24 * 60);
  const since = admin.clock.now();
  const later = new Date(since.getTime() + 1);
  await insertMany(
    database.db,
    orders,
    Array.from({ length: 1_203 }, (_, index) => ({
      id: `ord_many_${String(index).padStart(5, "0")}`, number: 1_000_000 + index, accessHash: `hash ${index}`, status: "confirmed" as const, email: "a@example.com", currency: "EUR",
      linesMinor: 0, discountMinor: 0, shippingMinor: 0, taxMinor: 0, totalMinor: 0, pricesIncludeTax: true, shippingAddress: anAddress, billingAddress: anAddress,
      shippingMethodCode: "standard", shippingMethodName: "Standard", paymentMethod: "test_card", placedAt: since, updatedAt: index % 3 === 0 ? later : since,
    })),
  );
  const told: string[] = [];
  let after: ChangePosition | null = null;
  do {
    const page: Awaited<ReturnType<typeof listOrderChanges>> = await listOrderChanges(admin, from(since, new Map(), after));
    told.push(...page.items.map(({ id }) => id));
    after = page.next;
  } while (after);
  expect([told.length, new Set(told).size]).toEqual([1_203, 1_203]);
});

it.each(outsiders)("refuses %s", async (_, actor) => {
  await expect(listOrderChanges(as(admin, actor()), from(admin.clock.now()))).rejects.toMatchObject({ reason: /^access\./ });
});
