import { auditEntries, inTransaction, outboxEvents } from "@cartwright/db";
import { useDatabase } from "@cartwright/db/testing";
import { desc, eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { emitEvents } from "../kernel/index.ts";
import { anAdmin, as, makeContext, outsiders, type TestContext } from "../testing/index.ts";
import { getEvent, listEvents, retryDeadEvents, retryEvent, skipEvent } from "./index.ts";
import { ListEventsInput } from "./schemas.ts";

const database = useDatabase();
let system: TestContext;
let admin: TestContext;

beforeEach(async () => {
  system = makeContext(database.db);
  admin = as(system, anAdmin());
  await system.db.delete(outboxEvents);
});

/** The id of a new event, which is put into the given state. */
async function anEvent(given: Partial<typeof outboxEvents.$inferInsert> = {}): Promise<string> {
  const { type = "mug.broke", subject = "mug_1" } = given;
  await inTransaction(system, (ctx) => emitEvents(ctx, [{ type, subject, payload: { pieces: 3 } }]));
  const [row] = await system.db.select({ id: outboxEvents.id }).from(outboxEvents).orderBy(desc(outboxEvents.seq)).limit(1);
  if (!row) throw new Error("nothing was emitted");
  await system.db.update(outboxEvents).set({ status: "waiting", ...given }).where(eq(outboxEvents.id, row.id));
  return row.id;
}

const list = async (input: Partial<ListEventsInput> = {}) => listEvents(admin, ListEventsInput.parse(input));
const idsOf = async (input: Partial<ListEventsInput> = {}) => (await list(input)).items.map(({ id }) => id);
const lastAudit = async () => (await system.db.select().from(auditEntries).orderBy(desc(auditEntries.id)).limit(1))[0];

describe("the list of events", () => {
  it("has the newest first, and those of a status, a type or a subject", async () => {
    const done = await anEvent({ status: "done", closedAt: system.clock.now() });
    const dead = await anEvent({ status: "dead", subject: "mug_2" });
    const other = await anEvent({ type: "mug.lost" });
    expect(await idsOf()).toEqual([other, dead, done]);
    expect(await idsOf({ status: "dead" })).toEqual([dead]);
    expect(await idsOf({ status: "waiting" })).toEqual([other]);
    expect(await idsOf({ type: "mug.broke" })).toEqual([dead, done]);
    expect(await idsOf({ subject: "mug_2" })).toEqual([dead]);
    expect(await idsOf({ status: "skipped" })).toEqual([]);
  });

  it("comes in pages that miss nothing", async () => {
    const ids: string[] = [];
    for (let n = 0; n < 5; n += 1) ids.unshift(await anEvent());
    const first = await list({ limit: 2 });
    const second = await list({ limit: 2, cursor: first.nextCursor });
    const third = await list({ limit: 2, cursor: second.nextCursor });
    expect([first, second, third].flatMap((page) => page.items.map(({ id }) => id))).toEqual(ids);
    expect(third).toMatchObject({ nextCursor: null, total: { count: 5, isExact: true } });
    await expect(list({ cursor: "nonsense" })).rejects.toMatchObject({ reason: "page.bad_cursor" });
  });
});

describe("an event", () => {
  it("is shown with what it waits for", async () => {
    const first = await anEvent({ status: "dead", lastError: "Error: no glue" });
    const second = await anEvent();
    expect(await getEvent(admin, { event: first })).toMatchObject({ status: "dead", lastError: "Error: no glue", payload: { pieces: 3 }, heldBackBy: null });
    expect(await getEvent(admin, { event: second })).toMatchObject({ status: "waiting", heldBackBy: first });
    await expect(getEvent(admin, { event: "evt_none" })).rejects.toMatchObject({ code: "not_found", reason: "event.not_found" });
  });

  it("that is dead is retried with all its attempts, and the audit log has it", async () => {
    const event = await anEvent({ status: "dead", attempts: 10, handledBy: ["glue"] });
    expect(await retryEvent(admin, { event })).toMatchObject({ status: "waiting", attempts: 0, handledBy: ["glue"] });
    expect(await lastAudit()).toMatchObject({ action: "event.retry", subject: event, actor: "staff:acc_admin" });
  });

  it("that pauses is retried now, its attempts counting on", async () => {
    const availableAt = new Date(system.clock.now().getTime() + 600_000);
    const event = await anEvent({ attempts: 4, availableAt });
    expect(await retryEvent(admin, { event })).toMatchObject({ attempts: 4, availableAt: system.clock.now().toISOString() });
  });

  it("that is dead or waiting can be skipped, with a reason for the audit log", async () => {
    for (const status of ["dead", "waiting"] as const) {
      const event = await anEvent({ status });
      expect(await skipEvent(admin, { event, reason: "mended by hand" })).toMatchObject({ status: "skipped", closedAt: system.clock.now().toISOString() });
      const entry = await lastAudit();
      expect(entry).toMatchObject({ action: "event.skip", subject: event });
      expect(JSON.parse(entry?.after ?? "null")).toMatchObject({ reason: "mended by hand" });
    }
  });

  it.each(["done", "skipped"] as const)("that is %s stays as it is", async (status) => {
    const event = await anEvent({ status, closedAt: system.clock.now() });
    await expect(retryEvent(admin, { event })).rejects.toMatchObject({ code: "conflict", reason: "event.closed", details: { status } });
    await expect(skipEvent(admin, { event, reason: "no" })).rejects.toMatchObject({ reason: "event.closed" });
    await expect(skipEvent(admin, { event: "evt_none", reason: "no" })).rejects.toMatchObject({ reason: "event.not_found" });
  });
});

describe("all dead events", () => {
  it("are retried together, or those of one type", async () => {
    const lost = await anEvent({ status: "dead", type: "mug.lost" });
    await anEvent({ status: "dead", subject: "mug_2" });
    await anEvent({ subject: "mug_3" });
    expect(await retryDeadEvents(admin, { type: "mug.lost" })).toEqual({ retriedCount: 1 });
    expect(await getEvent(admin, { event: lost })).toMatchObject({ status: "waiting", attempts: 0 });
    expect(await retryDeadEvents(admin, {})).toEqual({ retriedCount: 1 });
    expect(await idsOf({ status: "dead" })).toEqual([]);
  });
});

it.each(outsiders)("refuses %s", async (_, actor) => {
  const event = await anEvent({ status: "dead" });
  const ctx = as(system, actor());
  const refusal = { reason: expect.stringMatching(/^access\./) };
  await expect(listEvents(ctx, ListEventsInput.parse({}))).rejects.toMatchObject(refusal);
  await expect(getEvent(ctx, { event })).rejects.toMatchObject(refusal);
  await expect(retryEvent(ctx, { event })).rejects.toMatchObject(refusal);
  await expect(retryDeadEvents(ctx, {})).rejects.toMatchObject(refusal);
  await expect(skipEvent(ctx, { event, reason: "no" })).rejects.toMatchObject(refusal);
  expect(await getEvent(admin, { event })).toMatchObject({ status: "dead" });
});
