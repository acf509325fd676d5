import { createSellable, makeContext } from "@cartwright/core/testing";
import { sessions } from "@cartwright/db";
import { useDatabase } from "@cartwright/db/testing";
import { beforeAll, describe, expect, it } from "vitest";
import { procedures } from "../src/procedures.ts";
import { adminOf, testServer, type Browser } from "./client.ts";

const database = useDatabase();
const publicUrl = "https://shop.example";
let server: ReturnType<typeof testServer>;
let admin: Browser;
let variantId: string;
beforeAll(async () => {
  ({ variantId } = await createSellable(makeContext(database.db), { stock: 1_000 }));
  server = testServer(database.database, {}, { publicUrl });
  admin = await adminOf(server);
});

const json = { "content-type": "application/json" };
const body = () => JSON.stringify({ variantId, quantity: 1 });
const foreign = { status: 403, body: { error: { data: { reason: "request.foreign_origin" } } } };

/** A change that a page had the browser send. */
async function sent(headers: Record<string, string>) {
  const shopper = server.browser();
  await shopper.send("/api/trpc/cart.addLine", { method: "POST", body: body(), headers: json });
  return shopper.send("/api/trpc/cart.addLine", { method: "POST", body: body(), headers });
}

describe("a change that a browser sends", () => {
  it.each([
    ["the shop's own page", { ...json, "sec-fetch-site": "same-origin", origin: publicUrl }],
    ["the shop's own page in a browser that says no more", { ...json, origin: publicUrl }],
    ["its user, from no page", { ...json, "sec-fetch-site": "none" }],
    ["a program", json],
  ])("is made for %s", async (_, headers) => {
    expect((await sent(headers)).status).toBe(200);
  });

  it.each([
    ["another site", { ...json, "sec-fetch-site": "cross-site", origin: "https://evil.example" }],
    ["another host of the same site", { ...json, "sec-fetch-site": "same-site", origin: "https://blog.shop.example" }],
    ["another site, in a browser that says no more", { ...json, origin: "https://evil.example" }],
    ["the same name without https", { ...json, origin: "http://shop.example" }],
    ["a sandboxed frame", { ...json, origin: "null" }],
    ["a form, in a browser that says nothing", { "content-type": "application/x-www-form-urlencoded" }],
    ["nobody knows, as text", { "content-type": "text/plain" }],
  ])("is refused to %s", async (_, headers) => {
    expect(await sent(headers)).toMatchObject(foreign);
  });

  it("is refused before anybody is signed in, too, so that nobody is signed in as somebody else", async () => {
    const answer = await server.browser().send("/api/trpc/accounts.signIn", { method: "POST", body: "{}", headers: { ...json, "sec-fetch-site": "cross-site" } });
    expect(answer).toMatchObject(foreign);
  });

  it("is made for whoever sends a token, from wherever: a page of somebody else's can't without being asked first", async () => {
    const headers = { ...json, authorization: `Bearer cws_${"x".repeat(27)}`, origin: "https://tool.example", "sec-fetch-site": "cross-site" };
    expect((await sent(headers)).status).toBe(200);
    const asked = await server.app.request("/api/trpc/cart.addLine", { method: "OPTIONS", headers: { origin: "https://tool.example", "access-control-request-method": "POST", "access-control-request-headers": "authorization" } });
    expect(asked.status).toBe(403);
    expect([...asked.headers.keys()].filter((name) => name.startsWith("access-control-"))).toEqual([]);
  });
});

describe("a question", () => {
  it("is answered to other sites without leave to read it", async () => {
    const answer = await server.app.request("/api/trpc/shop.get", { headers: { origin: "https://evil.example", "sec-fetch-site": "cross-site" } });
    expect(answer.status).toBe(200);
    expect([...answer.headers.keys()].filter((name) => name.startsWith("access-control-"))).toEqual([]);
    expect(answer.headers.get("cross-origin-resource-policy")).toBe("same-origin");
  });
});

const changes = procedures.filter(({ type }) => type === "mutation").map(({ path }) => path);

describe("no change is made by GET", () => {
  it("whatever it is", async () => {
    expect(changes.length).toBeGreaterThan(80);
    const before = await database.db.$count(sessions);
    for (const path of changes) {
      for (const method of ["GET", "HEAD"]) {
        const answer = await admin.request(`/api/trpc/${path}?input=%7B%7D`, { method });
        // tRPC answers HEAD before it looks at what is asked for.
        expect(method === "GET" ? [404, 405] : [204], `${method} ${path}`).toContain(answer.status);
        expect(answer.headers.getSetCookie(), path).toEqual([]);
      }
      for (const method of ["PUT", "PATCH", "DELETE"]) {
        const answer = await admin.request(`/api/trpc/${path}`, { method, body: "{}", headers: json });
        expect([404, 405], `${method} ${path}`).toContain(answer.status);
      }
    }
    expect(await database.db.$count(sessions)).toBe(before);
  });
});

describe("cookies of a shop on https", () => {
  it("belong to this host alone, travel by https, and are out of reach of scripts", async () => {
    const shopper = server.browser();
    const answer = await shopper.send("/api/trpc/cart.addLine", { method: "POST", body: body(), headers: json });
    expect(answer.headers.getSetCookie()).toEqual([expect.stringMatching(/^__Host-cartwright_cart=[\w-]+; Path=\/; Expires=[^;]+; HttpOnly; Secure; SameSite=Lax$/)]);
    expect([...admin.cookies.keys()]).toEqual(["__Host-cartwright_session"]);
    expect((await admin.query("accounts.me")).body.result?.data).toMatchObject({ role: "admin" });
  });

  it("are not taken under a name that another host of the site could have given", async () => {
    const token = admin.cookies.get("__Host-cartwright_session") ?? "";
    const tossed = await server.app.request("/api/trpc/accounts.me", { headers: { cookie: `cartwright_session=${token}` } });
    expect(await tossed.json()).toMatchObject({ result: { data: null } });
  });
});
