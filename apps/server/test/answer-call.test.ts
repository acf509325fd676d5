import { createSellable, ensureShipping, makeContext } from "@cartwright/core/testing";
import { sessions } from "@cartwright/db";
import { useDatabase } from "@cartwright/db/testing";
import { beforeAll, describe, expect, it } from "vitest";
import { plainCallOf } from "../src/http/plain-call.ts";
import { adminOf, testServer, type Browser } from "./client.ts";

const database = useDatabase();
let server: ReturnType<typeof testServer>;
let admin: Browser;
let shopper: Browser;
let slug: string;
let variantId: string;

beforeAll(async () => {
  server = testServer(database.database);
  const ctx = makeContext(database.db);
  ({ variantId } = await createSellable(ctx, { stock: 50 }));
  await ensureShipping(ctx);
  slug = (await server.browser().query("catalog.listProducts", {})).body.result?.data["items"][0]["slug"] ?? "";
  admin = await adminOf(server);
  shopper = server.browser();
  await shopper.mutate("cart.addLine", { variantId, quantity: 2 });
});

/** All of an answer but the request's own name, new words and ids, and the second a cookie runs out. */
async function answerOf(browser: Browser, address: string, init: RequestInit = {}) {
  const response = await browser.request(address, init);
  const headers = [...response.headers]
    .filter(([name]) => name !== "x-request-id")
    .map(([name, value]) => [name, value.replace(/Expires=[^;]*/, "").replace(/(cartwright_cart)=[^;]*/, "$1")]);
  return { status: response.status, headers, body: (await response.text()).replace(/\b(req|crt|cln)_\w+/g, "$1") };
}

/** One parameter more, which tRPC's adapter does not look at, and it is no plain call. */
const adapters = (address: string) => `${address}${address.includes("?") ? "&" : "?"}by=adapter`;

function expectPlain(address: string, init: RequestInit = {}) {
  expect(plainCallOf(new Request(`http://shop.example${address}`, init))).not.toBeNull();
  expect(plainCallOf(new Request(`http://shop.example${adapters(address)}`, init))).toBeNull();
}

/** What tRPC's adapter says to the same, alone and as a batch of one. */
async function expectTheSame(browser: Browser, path: string, input?: string) {
  const address = `/api/trpc/${path}${input === undefined ? "" : `?input=${encodeURIComponent(input)}`}`;
  const inBatch = `/api/trpc/${path}?batch=1&input=${encodeURIComponent(input === undefined ? "{}" : `{"0":${input}}`)}`;
  expectPlain(address);
  expectPlain(inBatch);
  const plain = await answerOf(browser, address);
  expect(plain).toEqual(await answerOf(browser, adapters(address)));
  const batched = await answerOf(browser, inBatch);
  expect(batched).toEqual(await answerOf(browser, adapters(inBatch)));
  expect(batched).toMatchObject({ status: plain.status, body: `[${plain.body}]` });
  return plain;
}

/** Two browsers, one asks for a plain change and the other the adapter for the same. */
async function expectTheSameChange([one, other]: readonly [Browser, Browser], path: string, { body, headers = {} }: { body: string; headers?: Record<string, string> }) {
  const address = `/api/trpc/${path}`;
  const init = { method: "POST", body, headers: { "content-type": "application/json", ...headers } };
  expectPlain(address, init);
  const plain = await answerOf(one, address, init);
  expect(plain).toEqual(await answerOf(other, adapters(address), init));
  return plain;
}

const strangers = () => [server.browser(), server.browser()] as const;

describe("a plain query gets the answer of tRPC's adapter", () => {
  it.each([
    ["catalog.listProducts", { limit: 2 }],
    ["catalog.listCategories", undefined],
    ["catalog.getFilters", {}],
    ["cart.get", undefined],
    ["shop.get", undefined],
    ["accounts.me", undefined],
  ])("%s", async (path, input) => {
    expect(await expectTheSame(shopper, path, input && JSON.stringify(input))).toMatchObject({ status: 200 });
  });

  it("for a product, and for one that is not there", async () => {
    expect(await expectTheSame(shopper, "catalog.getProduct", JSON.stringify({ slug }))).toMatchObject({ status: 200 });
    expect(await expectTheSame(shopper, "catalog.getProduct", JSON.stringify({ slug: "nowhere" }))).toMatchObject({ status: 404 });
  });

  it.each(['{"slug":""}', "{}", "null", "[]", '"text"', "3", '{"slug":"a\\u0000b"}', '{"slug":"🦆 & + % # é"}', '{"__proto__":{"slug":"x"}}'])(
    "for the input %s",
    async (input) => {
      expect((await expectTheSame(shopper, "catalog.getProduct", input)).status).toBeGreaterThanOrEqual(400);
    },
  );

  it("for who may not ask, and for who may", async () => {
    expect(await expectTheSame(server.browser(), "catalog.listProductsForStaff", "{}")).toMatchObject({ status: 401 });
    expect(await expectTheSame(admin, "catalog.listProductsForStaff", "{}")).toMatchObject({ status: 200 });
  });

  it("with the cookies it sets", async () => {
    // Both ask with a session that is due to be made longer.
    const soon = () => database.db.update(sessions).set({ expiresAt: new Date(Date.now() + 3_600_000) });
    await soon();
    const plain = await answerOf(admin, "/api/trpc/accounts.me");
    await soon();
    expect(plain).toEqual(await answerOf(admin, "/api/trpc/accounts.me?by=adapter"));
    expect(plain.headers.filter(([name]) => name === "set-cookie")).toHaveLength(1);
  });

  it("when what it needs is not there", async () => {
    const broken = testServer(database.database);
    broken.parts.shop = Object.assign(() => Promise.reject(new Error("no settings")), { forget: () => {} });
    expect(await expectTheSame(broken.browser(), "cart.get")).toMatchObject({ status: 500 });
  });
});

describe("a plain change gets the answer of tRPC's adapter", () => {
  it("with the cookie of a new cart, and then with that cart", async () => {
    const pair = strangers();
    const body = JSON.stringify({ variantId, quantity: 1 });
    const first = await expectTheSameChange(pair, "cart.addLine", { body });
    expect(first.headers.filter(([name]) => name === "set-cookie")).toHaveLength(1);
    expect(first.body).toContain('"quantity":1');
    expect((await expectTheSameChange(pair, "cart.addLine", { body })).body).toContain('"quantity":2');
  });

  it("once a key", async () => {
    const pair = strangers();
    const change = { body: JSON.stringify({ variantId, quantity: 1 }), headers: { "idempotency-key": "the-very-same" } };
    await expectTheSameChange(pair, "cart.addLine", change);
    expect((await expectTheSameChange(pair, "cart.addLine", change)).body).toContain('"quantity":1');
    expect(await expectTheSameChange(pair, "cart.addLine", { ...change, body: JSON.stringify({ variantId, quantity: 2 }) })).toMatchObject({ status: 409 });
  });

  it.each([
    ["input that is no JSON", "cart.addLine", "{", 400],
    ["nothing", "cart.addLine", "", 400],
    ["the wrong input", "cart.addLine", '{"quantity":"🦆"}', 400],
    ["null", "cart.addLine", "null", 400],
    ["a character that can't be kept", "cart.addLine", '{"variantId":"\\u0000"}', 400],
    ["what is not there", "cart.addLine", '{"variantId":"var_nothing","quantity":1}', 404],
    ["what is not there yet", "checkout.update", "{}", 409],
    ["what is for others", "catalog.createBrand", '{"name":"Ours"}', 401],
  ])("for %s", async (_, path, body, status) => {
    expect(await expectTheSameChange(strangers(), path, { body })).toMatchObject({ status });
  });

  it("for a bad key", async () => {
    expect(await expectTheSameChange(strangers(), "cart.addLine", { body: "{}", headers: { "idempotency-key": "short" } })).toMatchObject({ status: 400 });
  });
});

const get = (address: string, init: RequestInit = {}) => plainCallOf(new Request(`http://shop.example/api/trpc/${address}`, init));
const json = { "content-type": "application/json" };

it("reads path and input", async () => {
  const input = { slug: "🦆 & + % # é", list: [1, null] };
  const text = encodeURIComponent(JSON.stringify(input));
  const expected = { path: "catalog.getProduct", type: "query", isBatch: false };
  const read = async (call: ReturnType<typeof get>) => ({ ...call, getRawInput: await call?.getRawInput() });
  expect(await read(get(`catalog.getProduct?input=${text}`))).toEqual({ ...expected, getRawInput: input });
  expect(await read(get(`catalog.getProduct?batch=1&input=${encodeURIComponent(JSON.stringify({ 0: input }))}`))).toEqual({ ...expected, isBatch: true, getRawInput: input });
  expect(await read(get("catalog.getProduct"))).toEqual({ ...expected, getRawInput: undefined });
  const change = get("cart.addLine", { method: "POST", headers: json, body: JSON.stringify(input) });
  expect(await read(change)).toEqual({ path: "cart.addLine", type: "mutation", isBatch: false, getRawInput: input });
  expect(await change?.getRawInput()).toEqual(input);
});

it.each([
  ["a batch", "cart.get,cart.get?batch=1", {}],
  ["another parameter", "cart.get?input=null&batch=1", {}],
  ["a batch without an input", "cart.get?batch=1", {}],
  ["a batch that is a list", "cart.get?batch=1&input=%5B%5D", {}],
  ["a batch of a change", "cart.addLine?batch=1&input=%7B%7D", { method: "POST", headers: json, body: "{}" }],
  ["a mutation", "cart.addLine?input=%7B%7D", {}],
  ["a subscription", "inventory.watchAvailability?input=%7B%7D", {}],
  ["what is no procedure", "cart.nothing", {}],
  ["a name every object has", "__proto__", {}],
  ["input that is no JSON", "cart.get?input=%7B", {}],
  ["input that is no UTF-8", "cart.get?input=%22%ff%22", {}],
  ["a plus, which is a space in addresses", "catalog.getProduct?input=%22a+b%22", {}],
  ["a POST of a query", "cart.get", { method: "POST", headers: json, body: "{}" }],
  ["a change without a body", "accounts.signOut", { method: "POST", headers: { ...json, "content-length": "0" } }],
  ["a change in another form", "cart.addLine", { method: "POST", headers: { "content-type": "application/json; charset=utf-8" }, body: "{}" }],
  ["a change as text", "cart.addLine", { method: "POST", headers: { "content-type": "text/plain" }, body: "{}" }],
  ["a change with an address for its input", "cart.addLine?input=%7B%7D", { method: "POST", headers: json, body: "{}" }],
  ["a HEAD", "cart.get", { method: "HEAD" }],
  ["a stream of lines", "cart.get", { headers: { accept: "application/jsonl" } }],
  ["a stream of lines, asked for otherwise", "cart.get", { headers: { "trpc-accept": "application/jsonl" } }],
  ["a form", "cart.get", { headers: { "content-type": "multipart/form-data; boundary=x" } }],
])("leaves %s to the adapter", (_, address, init) => {
  expect(get(address, init)).toBeNull();
});
