import { insertMany, stockLevels } from "@cartwright/db";
import { useDatabase } from "@cartwright/db/testing";
import { beforeEach, describe, expect, it } from "vitest";
import type { ChangePosition } from "../kernel/index.ts";
import { anAdmin, as, createSellable, ensureLocation, makeContext, outsiders, stockAt, type TestContext } from "../testing/index.ts";
import { listLevelChanges, listLevels, receiveStock } from "./index.ts";

const database = useDatabase();
let admin: TestContext;

beforeEach(() => {
  admin = as(makeContext(database.db), anAdmin());
});

describe("listLevelChanges", () => {
  it("tells levels that were changed since, of one location when asked to", async () => {
    const { variantId } = await createSellable(admin, { stock: 2 });
    await stockAt(admin, variantId, await ensureLocation(admin, "annex", 4), 7);
    admin.clock.advanceMinutes(60);
    const since = admin.clock.now();
    expect((await listLevelChanges(admin, { since, after: null })).items).toEqual([]);
    await receiveStock(admin, { variantId, quantity: 3, location: "annex" });
    const changed = [{ variantId, location: { code: "annex" }, onHand: 10, available: 10, updatedAt: since.toISOString() }];
    expect((await listLevelChanges(admin, { since, after: null })).items).toMatchObject(changed);
    expect((await listLevelChanges(admin, { since, after: null, location: "annex" })).items).toMatchObject(changed);
    expect((await listLevelChanges(admin, { since, after: null, location: "main" })).items).toEqual([]);
  });

  it("walks through as many as there are, each once, also those of the same moment", async () => {
    admin.clock.advanceMinutes(24 * 60);
    const since = admin.clock.now();
    const places = [await ensureLocation(admin, "main", 0), await ensureLocation(admin, "annex", 4)];
    const level = { onHand: 1, reserved: 0, backorderLimit: 0, lowStockThreshold: 0, isShort: false, updatedAt: since };
    const rows = Array.from({ length: 2_600 }, (_, index) => places.map((locationId) => ({ ...level, variantId: `var_many_${index}`, locationId })));
    await insertMany(database.db, stockLevels, rows.flat());
    const told: string[] = [];
    let after: ChangePosition | null = null;
    do {
      const page: Awaited<ReturnType<typeof listLevelChanges>> = await listLevelChanges(admin, { since, after });
      told.push(...page.items.map(({ variantId, location }) => `${variantId} ${location.id}`));
      after = page.next;
    } while (after);
    expect([told.length, new Set(told).size]).toEqual([5_200, 5_200]);
  });

  it.each(outsiders)("refuses %s", async (_, actor) => {
    const input = { since: admin.clock.now(), after: null };
    await expect(listLevelChanges(as(admin, actor()), input)).rejects.toMatchObject({ reason: /^access\./ });
  });
});

describe("listLevels", () => {
  it("gives the levels of several variants, everywhere or at one location", async () => {
    const [one, two] = [await createSellable(admin, { stock: 2 }), await createSellable(admin, { stock: 5 })];
    await stockAt(admin, two.variantId, await ensureLocation(admin, "annex", 4), 7);
    const variantIds = [one.variantId, two.variantId];
    expect((await listLevels(admin, { variantIds })).map(({ onHand }) => onHand).toSorted((a, b) => a - b)).toEqual([2, 5, 7]);
    expect(await listLevels(admin, { variantIds, location: "annex" })).toMatchObject([{ variantId: two.variantId, onHand: 7 }]);
    await expect(listLevels(admin, { variantIds, location: "nowhere" })).rejects.toMatchObject({ reason: "location.not_found" });
  });

  it.each(outsiders)("refuses %s", async (_, actor) => {
    await expect(listLevels(as(admin, actor()), { variantIds: ["var_x"] })).rejects.toMatchObject({ reason: /^access\./ });
  });
});
