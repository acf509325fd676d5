import { makeContext, createSellable } from "@cartwright/core/testing";
import { useDatabase } from "@cartwright/db/testing";
import { connect, type Socket } from "node:net";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { mostInBatch } from "../src/http/limit-address.ts";
import { makeServer, startServer, type RunningServer } from "../src/start-server.ts";
import { testServer } from "./client.ts";

const database = useDatabase();
let server: ReturnType<typeof testServer>;
let running: RunningServer;
const sockets: Socket[] = [];
const quick = { headers: 300, request: 600, idle: 1_500, keepAlive: 400, check: 50 };

beforeAll(async () => {
  server = testServer(database.database);
  await createSellable(makeContext(database.db), { stock: 5 });
  running = await startServer(makeServer(() => server.app.fetch, quick), { host: "127.0.0.1", port: 0 });
});
afterEach(() => {
  for (const socket of sockets.splice(0)) socket.destroy();
});
afterAll(() => running.stop(100));

/** A connection, what came back over it, and when it was over. */
function call() {
  const socket = connect(running.port, "127.0.0.1");
  sockets.push(socket);
  let answer = "";
  socket.on("data", (chunk) => (answer += chunk.toString()));
  socket.on("error", () => {});
  const over = new Promise<string>((resolve) => socket.once("close", () => resolve(answer)));
  /** A letter at a time, for ever. */
  const drip = (text: string) => {
    const timer = setInterval(() => socket.write(text), 20);
    void over.then(() => clearInterval(timer));
  };
  return { socket, over, drip };
}

describe("a client that is slow on purpose", () => {
  it("is cut off while it sends headers letter by letter", async () => {
    const { socket, over, drip } = call();
    socket.write("GET /health/live HTTP/1.1\r\nHost: shop.example\r\nX-Slow: ");
    drip("a");
    expect(await over).toMatch(/^HTTP\/1\.1 408 /);
  });

  it("is cut off while it sends a body letter by letter", async () => {
    const { socket, over, drip } = call();
    socket.write("POST /api/trpc/accounts.signOut HTTP/1.1\r\nHost: shop.example\r\nContent-Type: application/json\r\nContent-Length: 900000\r\n\r\n");
    drip(" ");
    expect(await over).not.toContain(" 200 ");
  });

  it("is cut off when it says nothing at all", async () => {
    expect(await call().over).toMatch(/^(HTTP\/1\.1 408 .*)?$/s);
  });

  it("does not keep a connection that it has no more use for", async () => {
    const { socket, over } = call();
    socket.write("GET /health/live HTTP/1.1\r\nHost: shop.example\r\n\r\n");
    expect(await over).toMatch(/^HTTP\/1\.1 200 /);
  });

  it("keeps nobody else waiting", async () => {
    for (let slow = 0; slow < 200; slow += 1) call().socket.write("GET / HTTP/1.1\r\nHost: s");
    const answer = await fetch(`http://127.0.0.1:${running.port}/health/live`);
    expect(answer.status).toBe(200);
  });
});

describe("what is too much", () => {
  const reasonOf = async (response: Response) => ((await response.json()) as { error: { data: { reason: string } } }).error.data.reason;

  it("as a body is refused, told or untold", async () => {
    const large = `{"a":"${"x".repeat(1_000_001)}"}`;
    const headers = { "content-type": "application/json" };
    const told = await fetch(`http://127.0.0.1:${running.port}/api/trpc/accounts.signIn`, { method: "POST", headers, body: large });
    expect([told.status, await reasonOf(told)]).toEqual([413, "request.too_large"]);
    const parts = new ReadableStream({ start: (stream) => { stream.enqueue(new TextEncoder().encode(large)); stream.close(); } });
    const untold = await fetch(`http://127.0.0.1:${running.port}/api/trpc/accounts.signIn`, { method: "POST", headers, body: parts, duplex: "half" });
    expect([untold.status, await reasonOf(untold)]).toEqual([413, "request.too_large"]);
  });

  it("as a batch is refused", async () => {
    const ask = (count: number) => server.app.request(`/api/trpc/${Array.from({ length: count }, () => "shop.get").join(",")}?batch=1&input=%7B%7D`);
    expect((await ask(mostInBatch)).status).toBe(200);
    const refused = await ask(mostInBatch + 1);
    expect([refused.status, await reasonOf(refused)]).toEqual([400, "request.batch_too_large"]);
  });

  it("as an address is refused, but not where somebody searches", async () => {
    const text = "x".repeat(20_000);
    const refused = await server.app.request(`/api/trpc/catalog.getProduct?input=${text}`);
    expect([refused.status, await reasonOf(refused)]).toEqual([414, "request.address_too_long"]);
    const input = encodeURIComponent(JSON.stringify({ text: "ä".repeat(9_000) }));
    expect((await server.app.request(`/api/trpc/search.products?input=${input}`)).status).toBe(200);
  });

  it("as headers is refused by Node itself", async () => {
    const { socket, over } = call();
    socket.write(`GET /health/live HTTP/1.1\r\nHost: shop.example\r\nX-Large: ${"x".repeat(140_000)}\r\n\r\n`);
    expect(await over).toMatch(/^HTTP\/1\.1 431 /);
  });

  it.each([["lists", "[", "]"], ["objects", '{"a":', "}"]])("nested in %s is refused and fells nobody", async (_, open, close) => {
    for (const depth of [30, 1_000, 150_000]) {
      const body = `{"email":${open.repeat(depth)}1${close.repeat(depth)}}`;
      const answer = await server.app.request("/api/trpc/accounts.signIn", { method: "POST", headers: { "content-type": "application/json" }, body });
      expect([answer.status, await reasonOf(answer)], String(depth)).toEqual([400, "input.invalid"]);
    }
  });

  it("as a page of a list is refused", async () => {
    const input = encodeURIComponent(JSON.stringify({ limit: 101 }));
    expect(await reasonOf(await server.app.request(`/api/trpc/catalog.listProducts?input=${input}`))).toBe("input.invalid");
  });
});

describe("every answer", () => {
  it.each(["/health/live", "/api/trpc/shop.get", "/api/nothing", "/nothing", "/media/nothing.webp"])("of %s tells browsers to be careful with it", async (path) => {
    const { headers } = await server.app.request(path);
    expect(Object.fromEntries(headers)).toMatchObject({
      "x-content-type-options": "nosniff",
      "x-frame-options": "DENY",
      "referrer-policy": "strict-origin-when-cross-origin",
      "cross-origin-opener-policy": "same-origin",
      "cross-origin-resource-policy": expect.stringMatching(/^(same|cross)-origin$/),
      "content-security-policy": expect.stringContaining("default-src 'none'"),
      "permissions-policy": expect.stringContaining("camera=()"),
    });
    expect(headers.get("strict-transport-security")).toBeNull();
    expect(headers.get("server")).toBeNull();
    expect(headers.get("x-powered-by")).toBeNull();
  });

  it("of a shop on https asks to be fetched by nothing else from now on", async () => {
    const secure = testServer(database.database, {}, { publicUrl: "https://shop.example" });
    const { headers } = await secure.app.request("/health/live");
    expect(headers.get("strict-transport-security")).toBe("max-age=31536000; includeSubDomains");
  });

  it("of the API is kept by nobody", async () => {
    expect((await server.app.request("/api/trpc/accounts.me")).headers.get("cache-control")).toBe("no-store");
  });
});
