import { auditEntries, locations } from "@cartwright/db";
import { useDatabase } from "@cartwright/db/testing";
import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { as, makeContext, outsiders } from "../testing/index.ts";
import { countLocations, createLocation, openDefaultLocation } from "./index.ts";

const placesOf = async (ctx: ReturnType<typeof makeContext>) => (await ctx.db.select().from(locations)).map(({ code, name }) => [code, name]);

describe("openDefaultLocation", () => {
  const database = useDatabase();

  it("makes one location when several servers start on an empty database at once", async () => {
    const ctx = makeContext(database.db);
    await Promise.all(Array.from({ length: 6 }, () => openDefaultLocation(ctx)));
    await openDefaultLocation(ctx);
    expect(await placesOf(ctx)).toEqual([["main", "Main"]]);
    expect(await countLocations(ctx)).toBe(1);
    expect(await ctx.db.select().from(auditEntries).where(eq(auditEntries.action, "location.create"))).toHaveLength(1);
  });

  it.each(outsiders)("refuses %s", async (_, actor) => {
    const other = as(makeContext(database.db), actor());
    await expect(openDefaultLocation(other)).rejects.toMatchObject({ reason: expect.stringMatching(/^access\./) });
    await expect(countLocations(other)).rejects.toMatchObject({ reason: expect.stringMatching(/^access\./) });
  });
});

describe("openDefaultLocation in a shop that has a location", () => {
  const database = useDatabase();

  it("leaves it as it is", async () => {
    const ctx = makeContext(database.db);
    await createLocation(ctx, { code: "berlin", name: "Berlin", priority: 3 });
    await openDefaultLocation(ctx);
    expect(await placesOf(ctx)).toEqual([["berlin", "Berlin"]]);
  });
});
