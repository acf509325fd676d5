import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { run } from "./run.ts";
import { startStub, type StubShop } from "./stub-server.ts";

let shop: StubShop;
beforeAll(async () => {
  shop = await startStub();
});
afterAll(() => shop.stop());
afterEach(() => {
  shop.interfere = () => false;
  shop.calls.length = 0;
});

const callsOf = (path: string) => shop.calls.filter((call) => call.path === path);
const setTax = (...more: string[]) => run(["tax", "set", "DE", "19", ...more], { url: shop.url });

/** The server does what it is asked, and its answers get lost on the way, as often as told. */
function loseAnswers(path: string, times: number): void {
  let left = times;
  shop.interfere = (request, response) => {
    if (!request.url?.includes(path) || left === 0) return false;
    left -= 1;
    response.end = () => {
      request.socket.destroy();
      return response;
    };
    return false;
  };
}

describe("a mutation", () => {
  it("goes out under a key of its own, and a query under none", async () => {
    await setTax();
    await setTax();
    await run(["tax", "list"], { url: shop.url });
    const [first, second] = callsOf("tax.set").map(({ key }) => key);
    expect(first).toMatch(/^[0-9a-f-]{36}$/);
    expect(second).toMatch(/^[0-9a-f-]{36}$/);
    expect(second).not.toBe(first);
    expect(callsOf("tax.list")).toMatchObject([{ key: null }]);
  });

  it("is repeated under the same key when its answer got lost", async () => {
    loseAnswers("tax.set", 2);
    expect(await setTax()).toMatchObject({ code: 0, stdout: "DE\tMWST\t19%\n" });
    const calls = callsOf("tax.set");
    expect(calls).toHaveLength(3);
    expect(new Set(calls.map(({ key, input }) => JSON.stringify([key, input]))).size).toBe(1);
  });

  it("takes the key of a script, and says how to repeat what stays unclear", async () => {
    loseAnswers("tax.set", 99);
    const { code, stderr } = await setTax("--idempotency-key", "night-job-7");
    expect(code).toBe(1);
    expect(stderr).toContain("It may have been done: repeat the command with --idempotency-key night-job-7, and it has no second effect.");
    expect(new Set(callsOf("tax.set").map(({ key }) => key))).toEqual(new Set(["night-job-7"]));
  });

  it("is repeated while the first is still running, and not after any other refusal", async () => {
    let refusals = 2;
    shop.interfere = (request, response) => {
      if (!request.url?.includes("tax.set") || refusals === 0) return false;
      refusals -= 1;
      const data = { code: "CONFLICT", httpStatus: 409, reason: "idempotency.running", details: {} };
      response.writeHead(409, { "content-type": "application/json" }).end(JSON.stringify({ error: { message: "still being done", code: -32009, data } }));
      return true;
    };
    expect((await setTax()).code).toBe(0);
    expect(refusals).toBe(0);
    await run(["shop", "set", "--currency", "USD"], { url: shop.url });
    expect(callsOf("shop.update")).toHaveLength(1);
  });

  it("has the key in the header that its input has", async () => {
    await run(["stock", "receive", "SHIRT-M", "5", "--idempotency-key", "delivery-4711"], { url: shop.url });
    expect(callsOf("inventory.receive")).toMatchObject([{ key: "delivery-4711", input: { idempotencyKey: "delivery-4711" } }]);
  });

  it.each(["short", "x".repeat(91)])("refuses the key %s", async (key) => {
    expect(await setTax("--idempotency-key", key)).toMatchObject({ code: 2, stderr: expect.stringContaining("8 to 90 characters") });
    expect(callsOf("tax.set")).toEqual([]);
  });
});
