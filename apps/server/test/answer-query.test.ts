import { createSellable, ensureShipping, makeContext } from "@cartwright/core/testing";
import { sessions } from "@cartwright/db";
import { useDatabase } from "@cartwright/db/testing";
import { beforeAll, describe, expect, it } from "vitest";
import { plainQueryOf } from "../src/http/answer-query.ts";
import { adminOf, testServer, type Browser } from "./client.ts";

const database = useDatabase();
let server: ReturnType<typeof testServer>;
let admin: Browser;
let shopper: Browser;
let slug: string;

beforeAll(async () => {
  server = testServer(database.database);
  const ctx = makeContext(database.db);
  const sellable = await createSellable(ctx, { stock: 5 });
  await ensureShipping(ctx);
  slug = (await server.browser().query("catalog.listProducts", {})).body.result?.data["items"][0]["slug"] ?? "";
  admin = await adminOf(server);
  shopper = server.browser();
  await shopper.mutate("cart.addLine", { variantId: sellable.variantId, quantity: 2 });
});

/** All of an answer but the request's own name and the second a cookie runs out. */
async function answerOf(browser: Browser, address: string) {
  const response = await browser.request(address, {});
  const headers = [...response.headers].filter(([name]) => name !== "x-request-id").map(([name, value]) => [name, value.replace(/Expires=[^;]*/, "")]);
  return { status: response.status, headers, body: (await response.text()).replace(/req_\w+/g, "req") };
}

/** What tRPC's adapter says to the same: one parameter more, which it does not look at, and it is no plain query. */
async function expectTheSame(browser: Browser, path: string, input?: string) {
  const search = input === undefined ? "" : `?input=${encodeURIComponent(input)}`;
  const address = `/api/trpc/${path}${search}`;
  const adapters = `${address}${search === "" ? "?" : "&"}by=adapter`;
  expect(plainQueryOf(new Request(`http://shop.example${address}`))).not.toBeNull();
  expect(plainQueryOf(new Request(`http://shop.example${adapters}`))).toBeNull();
  const plain = await answerOf(browser, address);
  expect(plain).toEqual(await answerOf(browser, adapters));
  return plain;
}

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

const get = (address: string, init: RequestInit = {}) => plainQueryOf(new Request(`http://shop.example/api/trpc/${address}`, init));

it("reads path and input", () => {
  const input = { slug: "🦆 & + % # é", list: [1, null] };
  expect(get(`catalog.getProduct?input=${encodeURIComponent(JSON.stringify(input))}`)).toEqual({ path: "catalog.getProduct", input });
  expect(get("cart.get")).toEqual({ path: "cart.get", input: undefined });
});

it.each([
  ["a batch", "cart.get,cart.get?batch=1", {}],
  ["another parameter", "cart.get?input=null&batch=1", {}],
  ["a mutation", "cart.addLine?input=%7B%7D", {}],
  ["a subscription", "inventory.watchAvailability?input=%7B%7D", {}],
  ["what is no procedure", "cart.nothing", {}],
  ["a name every object has", "__proto__", {}],
  ["input that is no JSON", "cart.get?input=%7B", {}],
  ["input that is no UTF-8", "cart.get?input=%22%ff%22", {}],
  ["a plus, which is a space in addresses", "catalog.getProduct?input=%22a+b%22", {}],
  ["a POST", "cart.get", { method: "POST" }],
  ["a HEAD", "cart.get", { method: "HEAD" }],
  ["a stream of lines", "cart.get", { headers: { accept: "application/jsonl" } }],
  ["a stream of lines, asked for otherwise", "cart.get", { headers: { "trpc-accept": "application/jsonl" } }],
  ["a form", "cart.get", { headers: { "content-type": "multipart/form-data; boundary=x" } }],
])("leaves %s to the adapter", (_, address, init) => {
  expect(get(address, init)).toBeNull();
});
