import { createAccount } from "@cartwright/core/accounts";
import { makeContext, createSellable } from "@cartwright/core/testing";
import { accounts } from "@cartwright/db";
import { useDatabase } from "@cartwright/db/testing";
import { eq } from "drizzle-orm";
import { connect } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadStaticFiles } from "../src/ssr/static-files.ts";
import { makeServer, startServer, type RunningServer } from "../src/start-server.ts";
import { adminOf, testServer } from "./client.ts";

const database = useDatabase();
let server: ReturnType<typeof testServer>;
let running: RunningServer;
let variantId: string;

beforeAll(async () => {
  server = testServer(database.database);
  ({ variantId } = await createSellable(makeContext(database.db), { stock: 5 }));
  running = await startServer(makeServer(() => server.app.fetch), { host: "127.0.0.1", port: 0 });
});
afterAll(() => running.stop(100));

/** What comes back for these very bytes. */
function raw(text: string): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(running.port, "127.0.0.1", () => socket.end(text));
    let answer = "";
    socket.on("data", (chunk) => (answer += chunk.toString()));
    socket.on("error", () => {});
    socket.once("close", () => resolve(answer));
  });
}

describe("a server", () => {
  it.each(["/", "/api/trpc/shop.get", "/health/live", "/media/x.webp"])("echoes nothing to TRACE of %s", async (path) => {
    const answer = await raw(`TRACE ${path} HTTP/1.1\r\nHost: shop.example\r\nX-Secret: echo-me\r\nConnection: close\r\n\r\n`);
    expect(answer).toMatch(/^HTTP\/1\.1 [45]\d\d /);
    expect(answer).not.toContain("echo-me");
  });

  it.each(["/.git/HEAD", "/.env", "/package.json", "/media/", "/media/../package.json", "/media/..%2f..%2fpackage.json", "/media/%2e%2e%2fsecret", "/dev/", "/metrics", "/openapi.json"])(
    "gives nobody %s",
    async (path) => {
      const answer = await raw(`GET ${path} HTTP/1.1\r\nHost: shop.example\r\nConnection: close\r\n\r\n`);
      expect(answer).toMatch(/^HTTP\/1\.1 404 /);
    },
  );

  it.each([
    ["two lengths of a body", "Content-Length: 4\r\nContent-Length: 8\r\n\r\n{}{}"],
    ["a length beside pieces", "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"],
    ["pieces of a kind nobody knows", "Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n"],
    ["a header over two lines", "X-A: b\r\n c: d\r\n\r\n"],
  ])("refuses a request with %s, and ends the connection", async (_, rest) => {
    const smuggled = "GET /health/live HTTP/1.1\r\nHost: shop.example\r\n\r\n";
    const answer = await raw(`POST /api/trpc/accounts.signOut HTTP/1.1\r\nHost: shop.example\r\nContent-Type: application/json\r\n${rest}${smuggled}`);
    expect(answer).toMatch(/^HTTP\/1\.1 400 /);
    expect(answer).not.toContain('"live"');
  });

  it("sends nobody from http to https by itself, so that no program goes on asking by http", async () => {
    const secure = testServer(database.database, {}, { publicUrl: "https://shop.example" });
    for (const path of ["/api/trpc/shop.get", "/health/live"]) {
      const answer = await secure.app.request(`http://shop.example${path}`);
      expect([answer.status, answer.headers.get("location")]).toEqual([200, null]);
    }
  });

  it("tells of accounts what is in their views, and no hash", async () => {
    const admin = await adminOf(server);
    const email = `${crypto.randomUUID()}@example.com`;
    await createAccount(makeContext(database.db), { email, name: "Robin", password: "three unlikely words", role: "customer" });
    const [account] = await database.db.select().from(accounts).where(eq(accounts.email, email));
    const person = server.browser();
    const answers = [
      await person.mutate("accounts.signIn", { email, password: "three unlikely words" }),
      await person.query("accounts.me"),
      await person.query("accounts.profile"),
      await person.query("accounts.listSessions"),
      await person.mutate("accounts.exportData", { password: "three unlikely words" }),
      await admin.query("customers.get", { customer: email }),
      await admin.query("customers.list", {}),
      await admin.query("staff.list", {}),
    ];
    expect(account?.passwordHash).toMatch(/^\$argon2id/);
    for (const { status, body } of answers) {
      expect(status).toBe(200);
      expect(JSON.stringify(body)).not.toMatch(/argon2|passwordHash|tokenHash/i);
    }
  });

  it("sends each answer with its type", async () => {
    for (const path of ["/api/trpc/shop.get", "/health/live", "/api/nothing"]) {
      expect((await server.app.request(path)).headers.get("content-type")).toMatch(/^application\/json/);
    }
  });
});

describe("built files", () => {
  it("are those of the folder and no others, and no list of them", async () => {
    const find = await loadStaticFiles(new URL("../src", import.meta.url).pathname);
    for (const path of ["/", "/http", "/http/", "/../package.json", "/%2e%2e/package.json", "/app.ts"]) {
      expect(await find(new Request(`http://shop.example${path}`))).toBeNull();
    }
  });
});

describe("input", () => {
  it("with names of JavaScript's own objects changes none of them", async () => {
    const browser = server.browser();
    for (const name of ["__proto__", "constructor", "prototype"]) {
      const body = `{"variantId":"${variantId}","quantity":1,"${name}":{"isAdmin":true,"prototype":{"isAdmin":true}}}`;
      const answer = await browser.send("/api/trpc/cart.addLine", { method: "POST", headers: { "content-type": "application/json" }, body });
      expect(answer.status).toBe(200);
    }
    expect("isAdmin" in {}).toBe(false);
  });

  it("that names more than a procedure takes changes no more than that", async () => {
    const browser = server.browser();
    const email = `${crypto.randomUUID()}@example.com`;
    const more = { role: "admin", permissions: ["staff.write"], emailVerifiedAt: new Date().toISOString(), id: "acc_mine" };
    expect((await browser.mutate("accounts.signUp", { email, name: "Mallory", password: "three unlikely words", ...more })).status).toBe(200);
    const items = await database.db.select().from(accounts).where(eq(accounts.email, email));
    expect(items).toMatchObject([{ role: "customer", emailVerifiedAt: null }]);
    expect(items[0]?.id).not.toBe("acc_mine");
  });

  it("is taken from one place: a question twice in an address, or in the body of one, is no other question", async () => {
    const ask = async (query: string) => (await server.app.request(`/api/trpc/catalog.listProducts?${query}`)).status;
    const good = encodeURIComponent('{"limit":1}');
    const bad = encodeURIComponent('{"limit":1000}');
    expect(await ask(`input=${good}`)).toBe(200);
    expect(await ask(`input=${bad}&input=${good}`)).toBe(400);
    const body = await server.app.request(`/api/trpc/cart.addLine?input=${encodeURIComponent(JSON.stringify({ variantId, quantity: 1 }))}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: '{"variantId":7}',
    });
    expect(body.status).toBe(400);
  });
});
