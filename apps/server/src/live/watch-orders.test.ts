import { testCards } from "@cartwright/core/payments/schemas";
import { anAddress, createSellable, ensureShipping, makeContext } from "@cartwright/core/testing";
import { useDatabase } from "@cartwright/db/testing";
import { afterEach, beforeAll, expect, it } from "vitest";
import { adminOf, testServer, type Browser } from "../../test/client.ts";
import { watch, type News } from "../../test/news.ts";

const used = useDatabase();
let server: ReturnType<typeof testServer>;
let admin: Browser;
let variantId: string;
let open: News[] = [];

interface Told {
  number: number;
  status: string;
  version: number;
  events: { seq: number; type: string; actor: string }[];
}

beforeAll(async () => {
  server = testServer(used.database);
  admin = await adminOf(server);
  await ensureShipping(makeContext(used.db));
  ({ variantId } = await createSellable(makeContext(used.db), { stock: 100, priceMinor: 1_000 }));
});
afterEach(() => {
  for (const news of open) news.close();
  open = [];
});

const watchOrders = (input: object = {}) => {
  const news = watch(admin, "orders.watch", input);
  open.push(news);
  return news;
};

async function buy(card: keyof typeof testCards = "approved", at = server): Promise<{ orderNumber: number }> {
  const shopper = at.browser();
  await shopper.mutate("cart.addLine", { variantId, quantity: 1 });
  await shopper.mutate("checkout.update", { email: "robin@example.com", shippingAddress: anAddress, shippingMethod: "standard" });
  const { body } = await shopper.mutate("checkout.place", {
    idempotencyKey: crypto.randomUUID(),
    expectedTotalMinor: 1_490,
    paymentMethod: "test_card",
    card: { number: testCards[card] },
  });
  return body.result?.data as never;
}

const of = (number: number) => (told: Told) => told.number === number;

it("tells a new order and each of its changes, with what happened", async () => {
  const news = watchOrders();
  expect((await news.next()).data).toEqual([]);
  // At another server on the same database.
  const { orderNumber } = await buy("approved", testServer(used.database));
  const types: string[] = [];
  let last: Told | undefined;
  while (last?.status !== "confirmed") {
    last = (await news.until<Told>(of(orderNumber))).find(of(orderNumber));
    types.push(...(last?.events.map(({ type }) => type) ?? []));
  }
  expect(types).toEqual(["placed", "payment_recorded", "confirmed"]);
  expect(last).toMatchObject({ email: "robin@example.com", quantity: 1, total: { amountMinor: 1_490 }, version: 3 });
  await admin.mutate("orders.ship", { order: String(orderNumber) });
  expect(await news.until<Told>(of(orderNumber))).toMatchObject([{ status: "shipped", version: 4, events: [{ seq: 4, type: "shipped" }] }]);
});

it("says nothing of what was there before", async () => {
  const before = await buy();
  const news = watchOrders();
  expect((await news.next()).data).toEqual([]);
  const after = await buy();
  const told = await news.until<Told>(of(after.orderNumber));
  expect(told.some(of(before.orderNumber))).toBe(false);
});

it("goes on where an earlier stream ended, and misses nothing in between", async () => {
  const first = watchOrders();
  const { id } = await first.next();
  first.close();
  const numbers = [(await buy()).orderNumber, (await buy()).orderNumber];
  const again = watchOrders({ lastEventId: id });
  const told = await again.until<Told>(of(numbers[1] ?? 0));
  expect(told.filter(({ number }) => numbers.includes(number))).toMatchObject(numbers.map((number) => ({ number, status: "confirmed" })));
});

it("refuses to go on from long ago, before it reads anything", async () => {
  const news = watchOrders({ lastEventId: "1950-01-01T00:00:00.000Z" });
  const { event, data } = await news.next();
  expect([event, JSON.stringify(data)]).toEqual(["serialized-error", expect.stringContaining("live.too_long_ago")]);
});

it("tells only orders of a status when asked to", async () => {
  const news = watchOrders({ status: "cancelled" });
  await news.next();
  const [kept, cancelled] = [await buy(), await buy()];
  await admin.mutate("orders.cancel", { order: String(cancelled.orderNumber), reason: "out of stock" });
  const told = await news.until<Told>(of(cancelled.orderNumber));
  expect(told).toMatchObject([{ number: cancelled.orderNumber, status: "cancelled" }]);
  expect(told.some(of(kept.orderNumber))).toBe(false);
});

it("asks one statement a time when nothing happens", async () => {
  const news = watchOrders();
  await news.next();
  const before = performance.now();
  const statements = await used.countQueries(() => new Promise((done) => setTimeout(done, 1_500)));
  expect(statements).toBeGreaterThan(0);
  expect(statements).toBeLessThanOrEqual(Math.ceil((performance.now() - before) / 500 + 1));
});
