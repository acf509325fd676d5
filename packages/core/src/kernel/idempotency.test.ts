import { useDatabase } from "@cartwright/db/testing";
import { beforeEach, describe, expect, it } from "vitest";
import { aCustomer, as, makeContext, type TestContext } from "../testing/index.ts";
import { onceByKey } from "./idempotency.ts";

const database = useDatabase();
let ctx: TestContext;
let runs = 0;
const count = async () => ({ run: (runs += 1) });

beforeEach(() => {
  ctx = makeContext(database.db);
  runs = 0;
});

describe("onceByKey", () => {
  it("gives the first answer back, byte for byte, also to twins that run at once", async () => {
    const call = { procedure: "test.count", key: crypto.randomUUID(), body: { b: 1, a: [2] } };
    const answers = await Promise.all(Array.from({ length: 5 }, () => onceByKey(ctx, call, count)));
    expect(new Set(answers.map((answer) => JSON.stringify(answer)))).toEqual(new Set([JSON.stringify({ run: 1 })]));
  });

  it("keeps a key to its actor and its procedure", async () => {
    const call = { procedure: "test.count", key: crypto.randomUUID(), body: {} };
    await onceByKey(ctx, call, count);
    await onceByKey(as(ctx, aCustomer("acc_other")), call, count);
    await onceByKey(ctx, { ...call, procedure: "test.other" }, count);
    expect(runs).toBe(3);
  });

  it("refuses another body, and forgets a call that failed", async () => {
    const call = { procedure: "test.count", key: crypto.randomUUID(), body: { quantity: 1 } };
    const failing = onceByKey(ctx, call, async () => {
      throw new Error("no");
    });
    await expect(failing).rejects.toThrow("no");
    await onceByKey(ctx, call, count);
    await expect(onceByKey(ctx, { ...call, body: { quantity: 2 } }, count)).rejects.toMatchObject({ code: "conflict", reason: "idempotency.key_reused" });
  });

  it("runs every time without a key", async () => {
    const call = { procedure: "test.count", key: undefined, body: {} };
    await onceByKey(ctx, call, count);
    expect(await onceByKey(ctx, call, count)).toEqual({ run: 2 });
  });
});
