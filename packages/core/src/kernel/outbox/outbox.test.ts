import { dialect, inTransaction, outboxEvents } from "@cartwright/db";
import { useDatabase } from "@cartwright/db/testing";
import { asc, eq, sql } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { getEvent, retryEvent, skipEvent } from "../../events/index.ts";
import { makeContext, type TestContext } from "../../testing/index.ts";
import { claimEvents } from "./claim-events.ts";
import { emitEvents } from "./emit-events.ts";
import { leaseSeconds, mostAttempts, type EventHandler, type OutboxEvent } from "./event-handler.ts";
import { getOutboxHealth } from "./get-outbox-health.ts";
import { handleEvent } from "./handle-event.ts";
import { giveBackEvents } from "./close-event.ts";
import { onNews, tellingNews } from "./news.ts";
import { pruneEvents } from "./prune-events.ts";
import { runEvents } from "./run-events.ts";

const database = useDatabase();
let ctx: TestContext;
let seen: string[];

beforeEach(async () => {
  ctx = makeContext(database.db);
  await ctx.db.delete(outboxEvents);
  seen = [];
});

const word = (event: OutboxEvent) => `${event.subject} ${String(event.payload["n"])}`;
const noting: EventHandler = { name: "noting", types: ["test.happened"], handle: async (_, event) => void seen.push(word(event)) };
const aHandler = (given: Partial<EventHandler>): EventHandler => ({ ...noting, ...given });
const failing = aHandler({
  handle: async () => {
    throw new Error("the mail server\n  sleeps");
  },
});

async function emit(subject: string, ...numbers: number[]): Promise<string[]> {
  await inTransaction(ctx, (ctx) => emitEvents(ctx, numbers.map((n) => ({ type: "test.happened", subject, payload: { n } }))));
  const rows = await stored(subject);
  return rows.slice(-numbers.length).map(({ id }) => id);
}

const stored = (subject: string) => ctx.db.select().from(outboxEvents).where(eq(outboxEvents.subject, subject)).orderBy(asc(outboxEvents.seq));
const claim = (worker: string, limit = 10) => claimEvents(ctx, { worker, limit, leaseSeconds });
const run = (handlers: EventHandler[] = [noting], worker = "w") => runEvents(ctx, handlers, { worker });

/** A place where a handler waits until the test lets it go on. */
function makeGate() {
  const [isReached, reached] = makeSignal();
  const [mayGoOn, goOn] = makeSignal();
  return { isReached, reached, mayGoOn, goOn };
}

function makeSignal(): [Promise<void>, () => void] {
  let give = (): void => {};
  return [new Promise<void>((resolve) => (give = resolve)), () => give()];
}

/** Rounds until one finds nothing, as a worker does. */
async function runAll(handlers: EventHandler[], worker: string): Promise<void> {
  for (;;) {
    const { done, failed, dead, lost } = await run(handlers, worker);
    if (done + failed + dead + lost === 0) return;
  }
}

/** Fails as often as it may. */
async function runToDeath(handlers: EventHandler[] = [failing]): Promise<void> {
  for (let i = 0; i < mostAttempts; i += 1) {
    await run(handlers);
    ctx.clock.advanceMinutes(15);
  }
}

describe("the order of events", () => {
  it("is kept in every subject while three workers share them, and each event is handled once", async () => {
    const subjects = ["a", "b", "c", "d"];
    const numbers = Array.from({ length: 8 }, (_, n) => n);
    for (const subject of subjects) await emit(subject, ...numbers);
    const atWork = new Set<string>();
    const careful = aHandler({
      handle: async (_, event) => {
        expect(atWork.has(event.subject), "two events of a subject at once").toBe(false);
        atWork.add(event.subject);
        await new Promise((resolve) => setImmediate(resolve));
        atWork.delete(event.subject);
        seen.push(word(event));
      },
    });
    await Promise.all(["w1", "w2", "w3"].map((worker) => runAll([careful], worker)));
    await runAll([careful], "w1");
    for (const subject of subjects) expect(seen.filter((each) => each.startsWith(subject))).toEqual(numbers.map((n) => `${subject} ${n}`));
    expect(await getOutboxHealth(ctx)).toEqual({ waitingCount: 0, deadCount: 0, oldestWaitingSeconds: null });
  });

  it("is that of their writing, one a subject at a time, the oldest first", async () => {
    await emit("b", 1, 2);
    await emit("a", 1);
    const claimed = await claim("w");
    expect(claimed.map(word)).toEqual(["b 1", "a 1"]);
    expect(await claim("w2")).toEqual([]);
  });

  it("is never handed to two workers", async () => {
    for (let n = 0; n < 40; n += 1) await emit(`s${n}`, 1);
    const claims = await Promise.all(Array.from({ length: 8 }, (_, n) => claim(`w${n}`, 7)));
    const ids = claims.flat().map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length + (await claim("last", 40)).length).toBe(40);
  });

  it.runIf(dialect === "postgres")("leaves out at once what another transaction is claiming", async () => {
    await emit("a", 1);
    await emit("b", 1);
    const gate = makeGate();
    const holding = inTransaction(ctx, async (ctx) => {
      await ctx.db.execute(sql`select 1 from ${outboxEvents} where subject = 'a' for update`);
      gate.reached();
      await gate.mayGoOn;
    });
    await gate.isReached;
    const claimed = await claim("w1").finally(gate.goOn);
    expect(claimed.map(word)).toEqual(["b 1"]);
    await holding;
    expect((await claim("w2")).map(word)).toEqual(["a 1"]);
  });
});

describe("an event that fails", () => {
  it("holds back its own subject and no other", async () => {
    await emit("a", 1, 2);
    await emit("b", 1, 2);
    const picky = aHandler({
      handle: async (ctx, event) => {
        if (word(event) === "a 1") throw new Error("not this one");
        await noting.handle(ctx, event);
      },
    });
    await runAll([picky], "w");
    expect(seen).toEqual(["b 1", "b 2"]);
    ctx.clock.advanceMinutes(1);
    await runAll([noting], "w");
    expect(seen).toEqual(["b 1", "b 2", "a 1", "a 2"]);
  });

  it("waits for a while before its next attempt, and says in one line what happened", async () => {
    const [id = ""] = await emit("a", 1);
    expect(await run([failing])).toMatchObject({ failed: 1 });
    const event = await getEvent(ctx, { event: id });
    expect(event).toMatchObject({ status: "waiting", attempts: 1, lastError: "Error: the mail server sleeps", leasedBy: null });
    const pause = Date.parse(event.availableAt) - ctx.clock.now().getTime();
    expect(pause).toBeGreaterThanOrEqual(0);
    expect(pause).toBeLessThanOrEqual(1_000);
  });

  it("is dead after its last attempt, and holds back its subject until it is retried", async () => {
    const [id = "", next = ""] = await emit("a", 1, 2);
    await runToDeath();
    expect(await getEvent(ctx, { event: id })).toMatchObject({ status: "dead", attempts: mostAttempts });
    expect(await getOutboxHealth(ctx)).toMatchObject({ waitingCount: 1, deadCount: 1 });
    expect(await run()).toEqual({ done: 0, failed: 0, dead: 0, lost: 0 });
    expect(await getEvent(ctx, { event: next })).toMatchObject({ heldBackBy: id });
    expect(await retryEvent(ctx, { event: id })).toMatchObject({ status: "waiting", attempts: 0 });
    await runAll([noting], "w");
    expect(seen).toEqual(["a 1", "a 2"]);
  });

  it("lets its subject go on once it is skipped", async () => {
    const [id = ""] = await emit("a", 1, 2);
    await runToDeath();
    expect(await skipEvent(ctx, { event: id, reason: "the customer was called" })).toMatchObject({ status: "skipped" });
    await runAll([noting], "w");
    expect(seen).toEqual(["a 2"]);
  });

  it("is not handed out again when its worker died of it each time", async () => {
    const [id = ""] = await emit("a", 1);
    for (let i = 0; i < mostAttempts; i += 1) {
      expect(await claim(`w${i}`)).toMatchObject([{ attempts: i + 1, isDead: false }]);
      ctx.clock.advanceMinutes(2);
    }
    expect(await run()).toMatchObject({ dead: 1 });
    expect(seen).toEqual([]);
    expect(await getEvent(ctx, { event: id })).toMatchObject({ status: "dead", lastError: "Its handling never came to an end." });
  });
});

describe("a lease", () => {
  it("of a worker that died is taken over once it ran out, and no sooner", async () => {
    await emit("a", 1);
    expect(await claim("dead worker")).toHaveLength(1);
    expect(await run()).toMatchObject({ done: 0 });
    ctx.clock.advanceMinutes(2);
    expect(await run()).toMatchObject({ done: 1 });
    expect(seen).toEqual(["a 1"]);
  });

  it("that was lost to another worker finishes nothing, also when that is the same worker", async () => {
    const [id = ""] = await emit("a", 1, 2);
    const [slow] = await claim("w1");
    if (!slow) throw new Error("nothing was claimed");
    ctx.clock.advanceMinutes(2);
    const [taken] = await claim("w1");
    expect(taken).toMatchObject({ id, attempts: 2 });
    expect(await handleEvent(ctx, [noting], { event: slow, worker: "w1" })).toEqual({ outcome: "lost" });
    expect(await handleEvent(ctx, [failing], { event: slow, worker: "w1" })).toEqual({ outcome: "lost" });
    expect(await getEvent(ctx, { event: id })).toMatchObject({ status: "waiting", leasedBy: "w1", attempts: 2 });
    expect(await handleEvent(ctx, [noting], { event: taken!, worker: "w1" })).toEqual({ outcome: "done" });
  });

  it("is given back by a worker that stops, without counting as an attempt", async () => {
    const [id = ""] = await emit("a", 1);
    const claimed = await claim("w1");
    await giveBackEvents(ctx, claimed.map((event) => ({ event, worker: "w1" })));
    expect(await getEvent(ctx, { event: id })).toMatchObject({ attempts: 0, leasedBy: null });
    expect(await run()).toMatchObject({ done: 1 });
  });
});

describe("handlers", () => {
  it("that are through are left out of the next attempt", async () => {
    const [id = ""] = await emit("a", 1);
    let isAwake = false;
    const second = aHandler({
      name: "second",
      handle: async () => {
        if (!isAwake) throw new Error("asleep");
        seen.push("second");
      },
    });
    await run([noting, second]);
    expect(await getEvent(ctx, { event: id })).toMatchObject({ status: "waiting", handledBy: ["noting"] });
    isAwake = true;
    ctx.clock.advanceMinutes(1);
    await run([noting, second]);
    expect(seen).toEqual(["a 1", "second"]);
    expect(await getEvent(ctx, { event: id })).toMatchObject({ status: "done", handledBy: ["noting", "second"], lastError: null });
  });

  it("are called again, harmlessly, when the process died between their end and the event's", async () => {
    await emit("a", 1);
    const total = new Map<string, number>();
    const repeatable = aHandler({ handle: async (_, event) => void total.set(event.id, Number(event.payload["n"])) });
    const [claimed] = await claim("w1");
    if (!claimed) throw new Error("nothing was claimed");
    await repeatable.handle(ctx, claimed);
    ctx.clock.advanceMinutes(2);
    expect(await run([repeatable], "w2")).toMatchObject({ done: 1 });
    expect([...total.values()]).toEqual([1]);
  });

  it("run outside of transactions, as the system, and get what was emitted", async () => {
    const [id = ""] = await emit("a", 1);
    const got: OutboxEvent[] = [];
    await run([aHandler({ handle: async (_, event) => void got.push(event) })]);
    expect(got).toMatchObject([{ id, type: "test.happened", version: 1, subject: "a", payload: { n: 1 } }]);
  });

  it("need not be there: what nobody listens to is closed, and holds nobody back", async () => {
    const [id = ""] = await emit("a", 1, 2);
    expect(await run([aHandler({ types: ["test.other"] })])).toMatchObject({ done: 0 });
    expect(await getEvent(ctx, { event: id })).toMatchObject({ status: "done", handledBy: [] });
    expect((await getOutboxHealth(ctx)).waitingCount).toBe(0);
  });
});

describe("the outbox", () => {
  it("says how many wait, since when, and how many are dead", async () => {
    await emit("a", 1);
    ctx.clock.advanceMinutes(3);
    expect(await getOutboxHealth(ctx)).toEqual({ waitingCount: 1, deadCount: 0, oldestWaitingSeconds: 180 });
  });

  it("forgets closed events after 14 days, and never the others", async () => {
    await emit("done", 1);
    await run();
    await emit("waiting", 1);
    await emit("dead", 1);
    ctx.clock.advanceMinutes(14 * 24 * 60 - 1);
    expect(await pruneEvents(ctx)).toBe(0);
    ctx.clock.advanceMinutes(2);
    expect(await pruneEvents(ctx)).toBe(1);
    expect(await stored("done")).toEqual([]);
    expect(await getOutboxHealth(ctx)).toMatchObject({ waitingCount: 2 });
  });

  it("tells the workers of its process when something was emitted, after it was committed", async () => {
    const told: number[] = [];
    const stop = onNews(() => told.push(1));
    await tellingNews(async () => {});
    expect(told).toEqual([]);
    await tellingNews(() => emit("a", 1));
    stop();
    await tellingNews(() => emit("a", 2));
    expect(told).toEqual([1]);
  });

  it("keeps nothing of a transaction that was undone", async () => {
    const undone = inTransaction(ctx, async (ctx) => {
      await emitEvents(ctx, [{ type: "test.happened", subject: "a", payload: {} }]);
      throw new Error("undo");
    });
    await expect(undone).rejects.toThrow("undo");
    expect(await stored("a")).toEqual([]);
  });
});
