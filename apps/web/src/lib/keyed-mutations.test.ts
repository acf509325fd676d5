import { keyedMutations, keyHeader } from "./keyed-mutations.ts";
import type { AppRouter } from "@cartwright/server/router";
import { createTRPCClient, httpLink } from "@trpc/client";
import { describe, expect, it } from "vitest";

type Answer = "lost" | { status: number; body: unknown };

const cart = { result: { data: { quantity: 1 } } };
const refusal = (httpStatus: number, reason: string): Answer => ({
  status: httpStatus,
  body: { error: { message: "no", code: -32_000, data: { code: "CONFLICT", httpStatus, reason, details: {}, requestId: null } } },
});

/** A client of a shop that answers in this order, and then well. */
function aClient(...answers: Answer[]) {
  const sent: { url: string; body: unknown; key: string | null }[] = [];
  const fetch = async (url: RequestInfo | URL, init?: RequestInit) => {
    sent.push({ url: new Request(url).url, body: init?.body ?? null, key: new Headers(init?.headers).get("idempotency-key") });
    const answer = answers.shift() ?? { status: 200, body: cart };
    if (answer === "lost") throw new TypeError("fetch failed");
    return Response.json(answer.body, { status: answer.status });
  };
  const client = createTRPCClient<AppRouter>({
    links: [...keyedMutations([0, 0, 0]), httpLink({ url: "http://shop.example/api/trpc", headers: ({ op }) => keyHeader(op), fetch })],
  });
  return { client, sent, add: () => client.cart.addLine.mutate({ variantId: "var_1", quantity: 1 }) };
}

describe("a change", () => {
  it("has a key of its own each time, and a read has none", async () => {
    const { client, sent, add } = aClient();
    await add();
    await add();
    await client.cart.get.query();
    const [first, second, read] = sent.map(({ key }) => key);
    expect(first).toMatch(/^[0-9a-f]{32}$/);
    expect(second).toMatch(/^[0-9a-f]{32}$/);
    expect(second).not.toBe(first);
    expect(read).toBeNull();
  });

  it.each<[string, Answer]>([
    ["was lost", "lost"],
    ["came from a proxy without its server", { status: 502, body: "<h1>Bad gateway</h1>" }],
    ["says that the shop is busy", refusal(503, "request.service_unavailable")],
    ["says that the first is still running", refusal(409, "idempotency.running")],
  ])("whose answer %s is sent again, the same under the same key", async (_, answer) => {
    const { sent, add } = aClient(answer, answer);
    expect(await add()).toEqual({ quantity: 1 });
    expect(sent).toHaveLength(3);
    expect(new Set(sent.map((each) => JSON.stringify(each))).size).toBe(1);
  });

  it.each([refusal(409, "cart.insufficient_stock"), refusal(500, "internal"), refusal(503, "checkout.payment_unclear")])(
    "that is answered with %j is not sent again",
    async (answer) => {
      const { sent, add } = aClient(answer);
      await expect(add()).rejects.toThrow("no");
      expect(sent).toHaveLength(1);
    },
  );

  it("is given up after three repeats", async () => {
    const { sent, add } = aClient("lost", "lost", "lost", "lost", "lost");
    await expect(add()).rejects.toThrow("fetch failed");
    expect(sent).toHaveLength(4);
  });

  it("is not repeated for a read, whose cache does so", async () => {
    const { client, sent } = aClient("lost");
    await expect(client.cart.get.query()).rejects.toThrow("fetch failed");
    expect(sent).toHaveLength(1);
  });
});
