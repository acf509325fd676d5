import { createSellable, ensureShipping, makeContext } from "@cartwright/core/testing";
import { useDatabase } from "@cartwright/db/testing";
import { beforeAll, describe, expect, it } from "vitest";
import { adminOf, testServer, type Browser } from "./client.ts";

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

const nasty = {
  emoji: "🦆🏳️‍🌈",
  long: "x".repeat(10_000),
  sql: "'; drop table products; --",
  html: "<script>alert(1)</script><img src=x onerror=alert(1)>",
  nul: "a\u0000b",
  loneSurrogate: "a\ud800b",
  blank: "   ",
};
const address = { name: "Robin", line1: "Lindenweg 4", postcode: "10115", city: "Berlin", country: "DE" };

it("takes a change that needs no input without a body, and names what is missing where it needs some", async () => {
  const send = (path: string) => server.app.request(`/api/trpc/${path}`, { method: "POST", headers: { "content-length": "0" } });
  expect((await send("accounts.signOut")).status).toBe(200);
  const answer = await send("cart.addLine");
  expect(answer.status).toBe(400);
  expect(await answer.json()).toMatchObject({ error: { data: { fieldErrors: { variantId: [expect.any(String)] } } } });
});

describe("quantities", () => {
  it.each([0, -1, 1.5, 1e9, "2", null, Number.MAX_SAFE_INTEGER + 2])("refuses %s and names the field", async (quantity) => {
    const answer = await server.browser().mutate("cart.addLine", { variantId, quantity });
    expect(answer.status).toBe(400);
    expect(answer.body.error?.data).toMatchObject({ reason: "input.invalid", fieldErrors: { quantity: expect.arrayContaining([expect.any(String)]) } });
  });

  it("keeps the cart when a later quantity is nonsense", async () => {
    const shopper = server.browser();
    await shopper.mutate("cart.addLine", { variantId, quantity: 2 });
    await shopper.mutate("cart.addLine", { variantId, quantity: -5 });
    expect((await shopper.mutate("cart.addLine", { variantId, quantity: 9 })).body.error?.data).toMatchObject({ reason: "cart.insufficient_stock", details: { available: 5 } });
    expect((await shopper.query("cart.get")).body.result?.data).toMatchObject({ quantity: 2 });
  });
});

describe("text in every field", () => {
  it.each(Object.entries(nasty))("survives %s in addresses and mail", async (_, text) => {
    const shopper = server.browser();
    await shopper.mutate("cart.addLine", { variantId, quantity: 1 });
    for (const shippingAddress of Object.keys(address).map((field) => ({ ...address, [field]: text }))) {
      const answer = await shopper.mutate("checkout.update", { shippingAddress, email: "robin@example.com" });
      expect([200, 400]).toContain(answer.status);
      if (answer.status === 400) expect(Object.keys(answer.body.error?.data["fieldErrors"] ?? answer.body.error?.data["details"] ?? {})).not.toEqual([]);
    }
    expect((await shopper.mutate("checkout.update", { email: text })).status).toBe(400);
    expect((await shopper.query("cart.get")).body.result?.data).toMatchObject({ quantity: 1 });
  });

  it.each(Object.entries(nasty))("survives %s in a product", async (_, text) => {
    const variants = [{ priceMinor: 100 }];
    for (const draft of [
      { title: text, variants },
      { title: "A mug", descriptionHtml: text, variants },
      { title: "A mug", seoTitle: text, variants },
      { title: "A mug", tags: [text], variants },
      { title: "A mug", options: [{ name: text, values: [text] }], variants: [{ priceMinor: 100, options: { [text]: text } }] },
      { title: "A mug", variants: [{ priceMinor: 100, sku: text }] },
      { title: "A mug", images: [{ url: text, alt: text }], variants },
      { title: "A mug", brand: text, variants },
      { title: "A mug", attributes: { [text]: text }, variants },
    ]) {
      const answer = await admin.mutate("catalog.createProduct", draft);
      expect([200, 400, 404, 409], JSON.stringify(answer.body)).toContain(answer.status);
      const html = (answer.body.result?.data as { descriptionHtml: string } | undefined)?.descriptionHtml ?? "";
      expect(html).not.toMatch(/<script|onerror/);
    }
  });

  it.each(Object.entries(nasty))("survives %s in lookups", async (_, text) => {
    const shopper = server.browser();
    for (const [path, input] of [
      ["catalog.getProduct", { slug: text }],
      ["catalog.getCategory", { slug: text }],
      ["catalog.listProducts", { category: text }],
      ["catalog.listProducts", { brands: [text], tags: [text], cursor: text }],
      ["catalog.listProducts", { attributes: [{ code: text, values: [text] }] }],
      ["catalog.getFilters", { brand: text }],
      ["orders.getByToken", { token: text }],
      ["orders.lookUp", { orderNumber: text, email: text }],
      ["inventory.getAvailability", { variantIds: [text] }],
      ["accounts.me", { anything: text }],
    ] as const) {
      expect((await shopper.query(path, input)).status, path).toBeLessThan(500);
    }
    for (const path of ["catalog.listProductsForStaff", "orders.list"]) expect((await admin.query(path, { text })).status, path).toBeLessThan(500);
  });
});

describe("what does not exist", () => {
  it("is NOT_FOUND with the reason of its noun", async () => {
    const shopper = server.browser();
    expect((await shopper.query("catalog.getProduct", { slug: "nothing-here" })).body.error?.data).toMatchObject({ httpStatus: 404, reason: "product.not_found" });
    expect((await shopper.query("catalog.getCategory", { slug: "nothing-here" })).body.error?.data).toMatchObject({ httpStatus: 404, reason: "category.not_found" });
    expect((await shopper.query("no.such.procedure")).status).toBe(404);
    expect((await shopper.send("/api/elsewhere", {})).body.error?.data).toMatchObject({ reason: "request.not_found", requestId: expect.stringMatching(/^req_/) });
    expect((await shopper.send("/media/..%2f..%2fpackage.json", {})).status).toBe(404);
    expect((await shopper.send("/media/nothing.webp", {})).status).toBe(404);
  });
});

describe("requests that are not what they should be", () => {
  it("says 413 to a body over 1 MB", async () => {
    const answer = await server.browser().mutate("cart.addLine", { variantId, quantity: 1, padding: "x".repeat(1_100_000) });
    expect(answer).toMatchObject({ status: 413, body: { error: { data: { reason: "request.too_large" } } } });
  });

  it.each(["{", "[]", "null", "", '"text"', "{\"variantId\":"])("says 400 to the body %s", async (body) => {
    const answer = await server.browser().send("/api/trpc/cart.addLine", { method: "POST", body, headers: { "content-type": "application/json" } });
    expect(answer.status).toBe(400);
  });

  it("refuses mutations by GET, queries by POST with other types, and batches of mutations", async () => {
    const shopper = server.browser();
    expect((await shopper.query("cart.addLine", { variantId, quantity: 1 })).status).toBe(405);
    const form = { method: "POST", body: "a=1", headers: { "content-type": "application/x-www-form-urlencoded" } };
    expect((await shopper.send("/api/trpc/cart.addLine", form)).status).toBe(415);
    expect((await shopper.mutate("cart.addLine,cart.addLine?batch=1", {})).body.error?.data).toMatchObject({ reason: "request.batched_mutation" });
  });

  it("takes cookies that mean nothing for no cookies", async () => {
    const shopper = server.browser();
    for (const value of ["", "x", "a".repeat(5_000), "%E0%A4%A", "'; drop table carts; --"]) {
      shopper.cookies.set("cartwright_cart", value);
      shopper.cookies.set("cartwright_session", value);
      expect((await shopper.query("cart.get")).status).toBe(200);
      expect((await shopper.query("accounts.me")).body.result).toEqual({ data: null });
    }
  });
});

describe("somebody else's", () => {
  it("cart line can't be touched, and their cookie opens only their own cart", async () => {
    const owner = server.browser();
    const added = await owner.mutate("cart.addLine", { variantId, quantity: 1 });
    const cart = added.body.result?.data as unknown as { lines: { id: string }[] } | undefined;
    const line = cart?.lines[0];
    const stranger = server.browser();
    expect((await stranger.mutate("cart.updateLine", { lineId: line?.id, quantity: 3 })).body.error?.data).toMatchObject({ httpStatus: 404, reason: "cart_line.not_found" });
    expect((await stranger.mutate("cart.removeLine", { lineId: line?.id })).status).toBe(404);
    expect((await owner.query("cart.get")).body.result?.data).toMatchObject({ quantity: 1 });
  });
});

describe("the log", () => {
  it("has a request id on every line, and no secrets or values of statements", () => {
    expect(server.log.length).toBeGreaterThan(0);
    for (const line of server.log) expect(JSON.parse(line)).toHaveProperty("requestId");
    const text = server.log.join("");
    for (const secret of ["correct horse", "robin@example.com", ...admin.cookies.values()]) expect(text).not.toContain(secret);
  });

  it("saw no failure in all of the above", () => {
    expect(server.log.filter((line) => (JSON.parse(line) as { level: number }).level >= 50)).toEqual([]);
  });
});
