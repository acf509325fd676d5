import { auditEntries } from "@cartwright/db";
import { useDatabase } from "@cartwright/db/testing";
import { describe, expect, it } from "vitest";
import { runEvents } from "../kernel/index.ts";
import { anAdmin, as, createProductOf, makeContext, outsiders } from "../testing/index.ts";
import { getSearchStatus, rebuildSearch, searchHandlers, verifySearch } from "./index.ts";

const used = useDatabase();
const open = () => makeContext(used.db);

describe.each(outsiders)("%s", (_, actor) => {
  it("is told nothing of the index and may change nothing of it", async () => {
    const ctx = as(open(), actor());
    const refused = { reason: expect.stringMatching(/^access\./) };
    await expect(getSearchStatus(ctx)).rejects.toMatchObject(refused);
    await expect(verifySearch(ctx, { repair: false, limit: 10 })).rejects.toMatchObject(refused);
    await expect(verifySearch(ctx, { repair: true, limit: 10 })).rejects.toMatchObject(refused);
    await expect(rebuildSearch(ctx, { isFresh: false })).rejects.toMatchObject(refused);
  });
});

describe("staff", () => {
  it("who may read the index may not repair it", async () => {
    const reader = as(open(), { kind: "staff", id: "acc_reader", permissions: ["search.read"], cartToken: null });
    expect(await verifySearch(reader, { repair: false, limit: 10 })).toMatchObject({ checked: 0, nextCursor: null });
    await expect(verifySearch(reader, { repair: true, limit: 10 })).rejects.toMatchObject({ reason: "access.not_allowed" });
  });

  it("have the index made anew, which is written down and goes on by itself", async () => {
    const ctx = as(open(), anAdmin());
    for (let i = 0; i < 3; i += 1) await createProductOf(ctx, { title: `Lamp ${i}` });
    expect(await rebuildSearch(ctx, { isFresh: false })).toMatchObject({ isDone: false, built: 0, wanted: 3 });
    expect((await getSearchStatus(ctx)).engines[0]).toMatchObject({ rebuild: { built: 0, wanted: 3 }, documents: 0 });
    while ((await runEvents(open(), searchHandlers, { worker: "test" })).done > 0);
    expect((await getSearchStatus(ctx)).engines[0]).toMatchObject({ rebuild: null, documents: 3, state: "ready" });
    const entries = await ctx.db.select().from(auditEntries);
    expect(entries.find(({ action }) => action === "search.rebuild")?.actor).toBe("staff:acc_admin");
  });

  it("see in the audit log what a repair put right", async () => {
    const ctx = as(open(), anAdmin());
    await createProductOf(ctx, { title: "Forgotten Lamp" });
    expect(await verifySearch(ctx, { repair: true, limit: 10 })).toMatchObject({ missing: [expect.any(String)], repaired: 1 });
    const entries = await ctx.db.select().from(auditEntries);
    expect(entries.find(({ action }) => action === "search.repair")?.after).toContain('"missing":1');
  });
});
