import { auditEntries, inTransaction, locations, stockAlerts, stockLevels } from "@cartwright/db";
import { useDatabase } from "@cartwright/db/testing";
import { eq, isNull } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { anAdmin, as, createSellable, expectPromises, makeContext, outsiders, stockAt, type TestContext } from "../testing/index.ts";
import {
  archiveLocation,
  cancelCount,
  cancelTransfer,
  createLocation,
  getAvailability,
  holdStock,
  listLocations,
  receiveStock,
  releaseReservations,
  sendTransfer,
  setLevel,
  startCount,
  updateLocation,
} from "./index.ts";
import { CreateLocationInput } from "./schemas.ts";

const database = useDatabase();
let ctx: TestContext;
let taken = 0;

beforeEach(() => {
  ctx = as(makeContext(database.db), anAdmin());
});
afterEach(() => expectPromises(ctx));

const open = (given: { priority?: number } = {}) => createLocation(ctx, { code: `place-${++taken}`, name: "Place", ...given });

describe("createLocation", () => {
  it("serves last unless told otherwise", async () => {
    const [first, second] = [await open({ priority: 40 }), await open()];
    expect([first.priority, second.priority]).toEqual([40, 41]);
    const listed = await listLocations(ctx);
    expect(listed.map((location) => location.priority)).toEqual(listed.map((location) => location.priority).toSorted((a, b) => a - b));
  });

  it("refuses a code that is in use, and none that was given up", async () => {
    const { code } = await open();
    await expect(createLocation(ctx, { code, name: "Twin" })).rejects.toMatchObject({ code: "conflict", reason: "location.code_taken", details: { field: "code" } });
    await archiveLocation(ctx, { location: code });
    expect(await createLocation(ctx, { code, name: "Next" })).toMatchObject({ code, name: "Next" });
  });

  it("makes one location a key", async () => {
    const input = { code: "keyed", name: "Keyed", idempotencyKey: "open-the-keyed-one" };
    const first = await createLocation(ctx, input);
    expect(await createLocation(ctx, input)).toEqual(first);
  });

  it.each(["", "Town", "town shop", "-town", "a".repeat(61)])("takes no code like %j", (code) => {
    expect(CreateLocationInput.safeParse({ code, name: "Town" }).success).toBe(false);
  });
});

describe("updateLocation", () => {
  it("changes who serves first, and leaves what is reserved where it is", async () => {
    const [near, far] = [await open({ priority: 1 }), await open({ priority: 2 })];
    const { variantId } = await createSellable(ctx, { stock: 0 });
    for (const place of [near, far]) await stockAt(ctx, variantId, place.id, 5);
    const hold = (owner: string) => inTransaction(ctx, (ctx) => holdStock(ctx, owner, [{ variantId, quantity: 2, orderLineId: owner }], new Date(ctx.clock.now().getTime() + 60_000)));
    await hold("ord_before");
    expect(await updateLocation(ctx, { location: near.code, priority: 3, name: "Far now" })).toMatchObject({ name: "Far now", priority: 3, onHand: 5, reserved: 2 });
    await hold("ord_after");
    const units = new Map((await listLocations(ctx)).map((location) => [location.id, location.reserved]));
    expect([units.get(near.id), units.get(far.id)]).toEqual([2, 2]);
    const [entry] = await ctx.db.select().from(auditEntries).where(eq(auditEntries.action, "location.update"));
    expect(JSON.parse(entry?.before ?? "")).toEqual({ name: "Place", priority: 1 });
  });
});

describe("archiveLocation", () => {
  it("is refused while anything is there, reserved, under way or being counted", async () => {
    const [place, other] = [await open(), await open()];
    const { variantId } = await createSellable(ctx, { stock: 0 });
    const location = place.code;
    const isRefused = (left: object) => expect(archiveLocation(ctx, { location })).rejects.toMatchObject({ reason: "location.not_empty", details: left });

    await receiveStock(ctx, { variantId, location, quantity: 2 });
    await isRefused({ onHand: 2, reserved: 0 });
    const transfer = await sendTransfer(ctx, { from: location, to: other.code, lines: [{ variantId, quantity: 2 }] });
    await isRefused({ onHand: 0, transfers: 1 });
    await expect(archiveLocation(ctx, { location: other.code })).rejects.toMatchObject({ details: { transfers: 1 } });
    await cancelTransfer(ctx, { transfer: transfer.id });
    await sendTransfer(ctx, { from: location, to: "main", lines: [{ variantId, quantity: 2 }] }).then(({ id }) => cancelTransfer(ctx, { transfer: id }));
    await isRefused({ onHand: 2, transfers: 0 });

    await setLevel(ctx, { variantId, location: other.code, backorderLimit: 4 });
    await inTransaction(ctx, (ctx) => holdStock(ctx, "ord_there", [{ variantId, quantity: 5, orderLineId: "oln_there" }], new Date(ctx.clock.now().getTime() + 60_000)));
    await expect(archiveLocation(ctx, { location: other.code })).rejects.toMatchObject({ details: { onHand: 0, reserved: 3 } });
    await inTransaction(ctx, (ctx) => releaseReservations(ctx, "ord_there"));

    const count = await startCount(ctx, { location: other.code });
    await expect(archiveLocation(ctx, { location: other.code })).rejects.toMatchObject({ details: { counts: 1 } });
    await cancelCount(ctx, { count: String(count.number) });
    await archiveLocation(ctx, { location: other.code });
    expect((await listLocations(ctx)).some(({ id }) => id === other.id)).toBe(false);
  });

  it("takes back what could be backordered there, and its alerts", async () => {
    const place = await open();
    const { variantId } = await createSellable(ctx, { stock: 0 });
    await setLevel(ctx, { variantId, location: place.code, backorderLimit: 5 });
    await setLevel(ctx, { variantId, location: place.code, lowStockThreshold: 6 });
    expect(await ctx.db.$count(stockAlerts, eq(stockAlerts.locationId, place.id))).toBe(1);
    await archiveLocation(ctx, { location: place.code });
    expect(await getAvailability(ctx, { variantIds: [variantId] })).toMatchObject([{ available: 0 }]);
    expect(await ctx.db.select().from(stockAlerts).where(eq(stockAlerts.locationId, place.id))).toMatchObject([{ clearedAt: ctx.clock.now() }]);
    await expect(receiveStock(ctx, { variantId, location: place.code, quantity: 1 })).rejects.toMatchObject({ reason: "location.not_found" });
  });

  it("leaves nothing behind when goods arrive at the same moment", async () => {
    for (let round = 0; round < 8; round++) {
      const place = await open();
      const { variantId } = await createSellable(ctx, { stock: 0 });
      const [archived, received] = await Promise.allSettled([
        archiveLocation(ctx, { location: place.code }),
        receiveStock(ctx, { variantId, location: place.code, quantity: 3 }),
      ]);
      expect([archived.status, received.status].toSorted()).toEqual(["fulfilled", "rejected"]);
      const [level] = await ctx.db.select().from(stockLevels).where(eq(stockLevels.locationId, place.id));
      expect(level?.onHand ?? 0).toBe(received.status === "fulfilled" ? 3 : 0);
    }
  });

  it.each(outsiders)("refuses %s", async (_, actor) => {
    const other = as(ctx, actor());
    const refusal = { reason: expect.stringMatching(/^access\./) };
    await expect(createLocation(other, { code: "theirs", name: "Theirs" })).rejects.toMatchObject(refusal);
    await expect(updateLocation(other, { location: "main", name: "Theirs" })).rejects.toMatchObject(refusal);
    await expect(archiveLocation(other, { location: "main" })).rejects.toMatchObject(refusal);
    await expect(listLocations(other)).rejects.toMatchObject(refusal);
  });
});

describe("archiveLocation in a shop with few", () => {
  const small = useDatabase();

  it("keeps one, however many are archived at once", async () => {
    const ctx = as(makeContext(small.db), anAdmin());
    for (const code of ["a", "b", "c"]) await createLocation(ctx, { code, name: code });
    const outcomes = await Promise.allSettled(["a", "b", "c"].map((location) => archiveLocation(ctx, { location })));
    const refused = outcomes.filter((outcome) => outcome.status === "rejected");
    expect(refused).toMatchObject([{ reason: { reason: "location.last" } }]);
    expect(await ctx.db.$count(locations, isNull(locations.archivedAt))).toBe(1);
  });
});
