import { inTransaction } from "@cartwright/db";
import { useDatabase } from "@cartwright/db/testing";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { makeContext, type TestContext } from "../testing/index.ts";
import { claimEvents, emitEvents, onceByKey, type Guard } from "./index.ts";

// Before the imports are run: this file is a torture build in small.
vi.hoisted(() => vi.stubGlobal("CARTWRIGHT_TORTURE", true));

const database = useDatabase();
let ctx: TestContext;

beforeEach(() => {
  ctx = makeContext(database.db);
});
afterEach(() => vi.stubGlobal("cartwrightTorture", undefined));

const takeAway = (guard: Guard | null) => vi.stubGlobal("cartwrightTorture", { reach: () => {}, isWithout: (asked: Guard) => asked === guard });

/** How often a verb runs that is asked for twice under one key. */
async function runsOfTwo(): Promise<number> {
  let runs = 0;
  const call = { procedure: "test.count", key: crypto.randomUUID(), body: {} };
  for (let i = 0; i < 2; i += 1) await onceByKey(ctx, call, async () => (runs += 1));
  return runs;
}

/** How many workers get the same event. */
async function holdersOfOne(): Promise<number> {
  const subject = crypto.randomUUID();
  await inTransaction(ctx, (ctx) => emitEvents(ctx, [{ type: "test.happened", subject, payload: {} }]));
  const claims = [];
  for (const worker of ["w1", "w2"]) claims.push(...(await claimEvents(ctx, { worker, limit: 100, leaseSeconds: 60 })));
  return claims.filter((event) => event.subject === subject).length;
}

describe("a guard", () => {
  it("holds while it is there", async () => {
    takeAway(null);
    expect([await runsOfTwo(), await holdersOfOne()]).toEqual([1, 1]);
  });

  it("is what keeps a key to one effect", async () => {
    takeAway("idempotency_claim");
    expect(await runsOfTwo()).toBe(2);
  });

  it("is what keeps an event to one worker", async () => {
    takeAway("outbox_lease");
    expect(await holdersOfOne()).toBe(2);
  });
});
