import { createSellable, ensureShipping, makeContext } from "@cartwright/core/testing";
import { useDatabase } from "@cartwright/db/testing";
import { beforeAll, describe, expect, it } from "vitest";
import { adminOf, testServer, type Answer, type Browser } from "./client.ts";

const database = useDatabase();
let server: ReturnType<typeof testServer>;
let admin: Browser;
let variantId: string;

beforeAll(async () => {
  server = testServer(database.database);
  const ctx = makeContext(database.db);
  ({ variantId } = await createSellable(ctx, { stock: 5 }));
  await ensureShipping(ctx);
  admin = await adminOf(server);
});

const aKey = () => crypto.randomUUID();

function send(browser: Browser, path: string, input: unknown, key: string): Promise<Answer> {
  const headers = { "content-type": "application/json", "idempotency-key": key };
  return browser.send(`/api/trpc/${path}`, { method: "POST", body: JSON.stringify(input), headers });
}

/** What the promise is about: the status and the bytes, request ids excepted. */
function told({ status, body }: Answer): string {
  return `${status} ${JSON.stringify(body).replaceAll(/req_[0-9a-z]+/g, "req")}`;
}

/** Tests look into answers of every shape: whoever asks says which. */
function dataOf({ result, error }: Answer["body"]): never {
  if (!result) throw new Error(error?.message);
  return result.data;
}

const receive = (key: string, quantity = 5) => send(admin, "inventory.receive", { variantId, quantity }, key);
const onHand = async () => (dataOf((await admin.query("inventory.getLevels", { variantId })).body) as { onHand: number }).onHand;

describe("a key in the header", () => {
  it("gets the same status and bytes again, and has one effect", async () => {
    const before = await onHand();
    const key = aKey();
    const first = await receive(key);
    expect(first.status).toBe(200);
    expect(told(await receive(key))).toBe(told(first));
    expect(await onHand()).toBe(before + 5);
  });

  it("has one effect when it comes several times at once", async () => {
    const before = await onHand();
    const key = aKey();
    const answers = await Promise.all(Array.from({ length: 6 }, () => receive(key)));
    expect(new Set(answers.map(told)).size).toBe(1);
    expect(await onHand()).toBe(before + 5);
  });

  it("gets a refusal again as it was, though it would go through by now", async () => {
    const key = aKey();
    const brand = { name: "Wren", slug: aKey() };
    const { body } = await send(admin, "catalog.createBrand", brand, aKey());
    const refused = await send(admin, "catalog.createBrand", brand, key);
    expect(refused).toMatchObject({ status: 409, body: { error: { data: { reason: "brand.slug_taken" } } } });
    await admin.mutate("catalog.archiveBrand", { brand: (dataOf(body) as { id: string }).id });
    expect(told(await send(admin, "catalog.createBrand", brand, key))).toBe(told(refused));
    expect((await send(admin, "catalog.createBrand", brand, aKey())).status).toBe(200);
  });

  it("is refused for another body, and free for another procedure and another person", async () => {
    const key = aKey();
    await receive(key, 1);
    expect(await receive(key, 2)).toMatchObject({ status: 409, body: { error: { data: { reason: "idempotency.key_reused" } } } });
    expect((await send(admin, "inventory.adjust", { variantId, by: 1, reason: "count" }, key)).status).toBe(200);
    expect((await send(await adminOf(server), "inventory.receive", { variantId, quantity: 2 }, key)).status).toBe(200);
  });

  it("gives way to the one of the input", async () => {
    const [inBody, other] = [aKey(), aKey()];
    const input = { variantId, quantity: 3, idempotencyKey: inBody };
    const first = await send(admin, "inventory.receive", input, aKey());
    expect(told(await send(admin, "inventory.receive", input, other))).toBe(told(first));
  });

  it("is not what says no to somebody who may not", async () => {
    const key = aKey();
    const stranger = server.browser();
    expect((await send(stranger, "inventory.receive", { variantId, quantity: 1 }, key)).status).toBe(401);
    expect((await receive(key, 1)).status).toBe(200);
  });

  it.each(["short", "x".repeat(101)])("%s is refused by name", async (key) => {
    expect(await receive(key)).toMatchObject({
      status: 400,
      body: { error: { message: "The header Idempotency-Key must have 8 to 100 characters.", data: { reason: "idempotency.bad_key", details: { header: "idempotency-key" } } } },
    });
    expect((await admin.send("/api/trpc/accounts.me", { headers: { "idempotency-key": key } })).status).toBe(200);
  });
});

describe("a shopper's key", () => {
  it("puts one unit into the cart, however often it is sent", async () => {
    const shopper = server.browser();
    await shopper.mutate("checkout.update", { email: "robin@example.com" });
    const key = aKey();
    const first = await send(shopper, "cart.addLine", { variantId, quantity: 1 }, key);
    expect(told(await send(shopper, "cart.addLine", { variantId, quantity: 1 }, key))).toBe(told(first));
    expect((await shopper.query("cart.get")).body.result?.data).toMatchObject({ quantity: 1 });
  });

  it("places one order without one in the input", async () => {
    const shopper = server.browser();
    await shopper.mutate("cart.addLine", { variantId, quantity: 1 });
    const shippingAddress = { name: "Robin", line1: "Lindenweg 4", postcode: "10115", city: "Berlin", country: "DE" };
    const { body } = await shopper.mutate("checkout.update", { email: "robin@example.com", shippingAddress, shippingMethod: "standard" });
    const { totals } = dataOf(body) as { totals: { total: { amountMinor: number } } };
    const order = { expectedTotalMinor: totals.total.amountMinor, paymentMethod: "test_card", card: { number: "4242424242424242" } };
    const key = aKey();
    const first = await send(shopper, "checkout.place", order, key);
    expect(first).toMatchObject({ status: 200, body: { result: { data: { orderNumber: expect.any(Number) } } } });
    expect(told(await send(shopper, "checkout.place", order, key))).toBe(told(first));
    expect((await shopper.mutate("checkout.place", order)).status).toBe(400);
  });
});
