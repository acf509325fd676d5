import { emitEvents, systemActor, tellingNews, type EventHandler } from "@cartwright/core/kernel";
import { getEvent } from "@cartwright/core/events";
import { makeContext, type TestContext } from "@cartwright/core/testing";
import { inTransaction, outboxEvents } from "@cartwright/db";
import { useDatabase } from "@cartwright/db/testing";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { startWorker, type WorkerOptions } from "../src/worker.ts";
import { testServer } from "./client.ts";

const database = useDatabase();
let server: ReturnType<typeof testServer>;
let ctx: TestContext;
let stops: (() => Promise<void>)[];

beforeEach(async () => {
  server = testServer(database.database);
  ctx = makeContext(database.db);
  await ctx.db.delete(outboxEvents);
  stops = [];
});
afterEach(async () => {
  for (const stop of stops) await stop();
});

const type = "test.happened";
const aHandler = (handle: EventHandler["handle"]): EventHandler => ({ name: "test", types: [type], handle });

function start(handle: EventHandler["handle"], options: WorkerOptions = {}): () => Promise<void> {
  const stop = startWorker(server.parts, { handlers: [aHandler(handle)], ...options });
  stops.push(stop);
  return stop;
}

async function emit(...subjects: string[]): Promise<void> {
  // Written by the real clock, as the worker reads it.
  const now = { ...ctx, clock: { now: () => new Date() } };
  await tellingNews(() => inTransaction(now, (ctx) => emitEvents(ctx, subjects.map((subject) => ({ type, subject, payload: {} })))));
}

const statuses = async () => (await ctx.db.select().from(outboxEvents).orderBy(outboxEvents.seq)).map(({ status }) => status);

describe("a worker", () => {
  it("handles what is there when it starts, and what is emitted later, as the system", async () => {
    const seen: string[] = [];
    await emit("a");
    start(async (ctx, event) => {
      expect(ctx.actor).toEqual(systemActor("worker"));
      seen.push(event.subject);
    });
    await vi.waitFor(() => expect(seen).toEqual(["a"]));
    await emit("b", "b");
    await vi.waitFor(async () => expect(await statuses()).toEqual(["done", "done", "done"]));
    expect(seen).toEqual(["a", "b", "b"]);
  });

  it("is told at once of what was emitted in its process", async () => {
    const seen: string[] = [];
    const never = 3_600_000;
    start(async (_, event) => void seen.push(event.subject), { pauseMilliseconds: never });
    await emit("a");
    await vi.waitFor(() => expect(seen).toEqual(["a"]));
    await emit("b");
    await vi.waitFor(() => expect(seen).toEqual(["a", "b"]));
  });

  it("does not let a slow event keep those of other subjects waiting", async () => {
    const seen: string[] = [];
    let finish = (): void => {};
    const isSlow = new Promise<void>((resolve) => (finish = resolve));
    start(async (_, event) => {
      if (event.subject === "slow") await isSlow;
      seen.push(event.subject);
    });
    await emit("slow", "a", "b");
    await vi.waitFor(() => expect(seen).toEqual(["a", "b"]));
    finish();
    await vi.waitFor(() => expect(seen).toEqual(["a", "b", "slow"]));
  });

  it("finishes what it has in hand when it is stopped, and takes nothing more", async () => {
    let finish = (): void => {};
    const mayFinish = new Promise<void>((resolve) => (finish = resolve));
    const started = vi.fn<() => void>();
    const stop = start(async () => {
      started();
      await mayFinish;
    });
    await emit("a", "a");
    await vi.waitFor(() => expect(started).toHaveBeenCalledOnce());
    const stopped = stop();
    finish();
    await stopped;
    expect(await statuses()).toEqual(["done", "waiting"]);
  });

  it("gives back what does not end in time", async () => {
    const started = vi.fn<() => void>();
    const stop = start(
      () => {
        started();
        return new Promise(() => {});
      },
      { patienceMilliseconds: 10 },
    );
    await emit("a");
    await vi.waitFor(() => expect(started).toHaveBeenCalledOnce());
    await stop();
    const [row] = await ctx.db.select().from(outboxEvents);
    expect(row).toMatchObject({ status: "waiting", leasedBy: null, attempts: 0 });
  });

  it("logs what fails, with the event's id", async () => {
    start(async () => {
      throw new Error("no glue");
    });
    await emit("a");
    const [row] = await ctx.db.select().from(outboxEvents);
    await vi.waitFor(async () => expect(await getEvent(ctx, { event: row?.id ?? "" })).toMatchObject({ lastError: "Error: no glue" }));
    await vi.waitFor(() => expect(server.log.map((line) => JSON.parse(line) as object)).toContainEqual(expect.objectContaining({ level: 40, eventId: row?.id, requestId: "worker" })));
  });

  it("shares the work with the workers of other processes", async () => {
    const atWork = new Set<string>();
    const seen: string[] = [];
    const handle: EventHandler["handle"] = async (_, event) => {
      expect(atWork.has(event.id)).toBe(false);
      atWork.add(event.id);
      await new Promise((resolve) => setImmediate(resolve));
      seen.push(event.subject);
    };
    start(handle);
    start(handle);
    start(handle);
    const subjects = Array.from({ length: 30 }, (_, n) => `s${n % 10}`);
    await emit(...subjects);
    await vi.waitFor(async () => expect(new Set(await statuses())).toEqual(new Set(["done"])), { timeout: 10_000 });
    expect(seen.toSorted()).toEqual(subjects.toSorted());
  });
});

describe("the router of events", () => {
  it("is for staff", async () => {
    const shopper = server.browser();
    for (const path of ["events.list", "events.get"]) expect((await shopper.query(path, { event: "evt_1" })).status).toBe(401);
    for (const path of ["events.retry", "events.retryDead", "events.skip"]) expect((await shopper.mutate(path, { event: "evt_1", reason: "no" })).status).toBe(401);
  });
});
