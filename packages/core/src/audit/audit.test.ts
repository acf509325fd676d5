import { auditEntries } from "@cartwright/db";
import { useDatabase } from "@cartwright/db/testing";
import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { recordAudit } from "../kernel/index.ts";
import { anAdmin, as, makeContext, outsiders, type TestContext } from "../testing/index.ts";
import { clearAuditAddresses, forgetAuditAddresses, listAuditEntries } from "./index.ts";
import { ListAuditInput } from "./schemas.ts";

const database = useDatabase();
let admin: TestContext;

const list = async (given: object = {}) => {
  const { items } = await listAuditEntries(admin, ListAuditInput.parse(given));
  return items.map(({ action, subject }) => `${action} ${subject}`);
};

beforeAll(async () => {
  const system = makeContext(database.db);
  admin = { ...as(system, anAdmin()), requestId: "req_1", address: () => "192.0.2.7" };
  await recordAudit(system, { action: "shop.open", subject: "shop" });
  system.clock.advanceMinutes(1);
  await recordAudit(admin, { action: "product.update", subject: "prd_1", before: { title: "Mug" }, after: { title: "Cup" } });
  system.clock.advanceMinutes(1);
  // Two at one moment: their ids tell them apart.
  await recordAudit(admin, { action: "product.archive", subject: "prd_1" });
  await recordAudit(admin, { action: "productline.update", subject: "prd_2" });
});

describe("the audit log", () => {
  it("says who did what, when, from where, and what it was before and after", async () => {
    const { items, total } = await listAuditEntries(admin, ListAuditInput.parse({ action: "product.update" }));
    expect(items).toEqual([
      {
        id: expect.stringMatching(/^aud_/), at: "2026-03-01T12:01:00.000Z", actor: "staff:acc_admin", action: "product.update", subject: "prd_1",
        before: { title: "Mug" }, after: { title: "Cup" }, requestId: "req_1", address: "192.0.2.7",
      },
    ]);
    expect(total).toEqual({ count: 1, isExact: true });
    const [system] = (await listAuditEntries(admin, ListAuditInput.parse({ actor: "system:test" }))).items;
    expect(system).toMatchObject({ action: "shop.open", before: null, after: null, address: null });
  });

  it("is narrowed by actor, subject, act and time", async () => {
    expect(await list()).toEqual(["productline.update prd_2", "product.archive prd_1", "product.update prd_1", "shop.open shop"]);
    expect(await list({ actor: "staff:acc_admin", subject: "prd_1" })).toEqual(["product.archive prd_1", "product.update prd_1"]);
    expect(await list({ action: "product." })).toEqual(["product.archive prd_1", "product.update prd_1"]);
    expect(await list({ action: "product" })).toEqual([]);
    expect(await list({ since: "2026-03-01T13:01:00+01:00", until: "2026-03-01T12:02:00Z" })).toEqual(["product.update prd_1"]);
    expect(ListAuditInput.safeParse({ since: "yesterday" }).success).toBe(false);
  });

  it("comes in pages that miss and repeat nothing", async () => {
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page = await listAuditEntries(admin, ListAuditInput.parse({ limit: 1, cursor }));
      seen.push(...page.items.map(({ action }) => action));
      cursor = page.nextCursor;
    } while (cursor !== null);
    expect(seen).toEqual(["productline.update", "product.archive", "product.update", "shop.open"]);
    await expect(listAuditEntries(admin, ListAuditInput.parse({ cursor: "nonsense" }))).rejects.toMatchObject({ reason: "page.bad_cursor" });
  });

  it.each(outsiders)("is not for %s", async (_, actor) => {
    await expect(listAuditEntries(as(admin, actor()), ListAuditInput.parse({}))).rejects.toMatchObject({ reason: expect.stringMatching(/^access\./) });
  });

  it("forgets addresses after 90 days and nothing else", async () => {
    const before = await database.db.select().from(auditEntries).orderBy(auditEntries.id);
    admin.clock.advanceMinutes(89 * 24 * 60);
    expect(await clearAuditAddresses(admin)).toBe(0);
    admin.clock.advanceMinutes(2 * 24 * 60);
    expect(await clearAuditAddresses(admin)).toBe(3);
    expect(await clearAuditAddresses(admin)).toBe(0);
    expect(await database.db.select().from(auditEntries).orderBy(auditEntries.id)).toEqual(before.map((entry) => ({ ...entry, address: null })));
  });

  it("forgets the addresses of who is being forgotten", async () => {
    const at = async (actor: string) => (await listAuditEntries(admin, ListAuditInput.parse({ actor }))).items.map(({ address }) => address);
    const of = (id: string) => ({ ...as(admin, { ...anAdmin(), id }), address: () => "192.0.2.8" });
    for (const id of ["acc_gone", "acc_there"]) await recordAudit(of(id), { action: "shop.update", subject: "shop" });
    await forgetAuditAddresses(admin, "acc_gone");
    expect([await at("staff:acc_gone"), await at("staff:acc_there")]).toEqual([[null], ["192.0.2.8"]]);
  });

  it("is changed by no other code: entries are added, and their addresses cleared", () => {
    const sources = ["packages/core/src", "packages/core/demo", "packages/db/src", "apps/server/src"].map((folder) => resolve(import.meta.dirname, "../../../..", folder));
    const touching = sources.flatMap(filesIn).filter((path) => !path.endsWith(".test.ts") && /auditEntries|audit_entries/.test(readFileSync(path, "utf8")));
    const writing = touching.filter((path) => {
      const text = readFileSync(path, "utf8");
      return /\b(update|delete|insert|insertMany)\w*\(|\b(update|delete from|truncate)\b[^;]*audit_entries/i.test(text);
    });
    expect(writing.map((path) => path.split("/").slice(-2).join("/")).toSorted()).toEqual(["audit/clear-audit-addresses.ts", "audit/forget-audit-addresses.ts", "kernel/audit.ts"]);
    for (const file of ["clear-audit-addresses.ts", "forget-audit-addresses.ts"]) {
      const text = readFileSync(join(import.meta.dirname, file), "utf8");
      expect(text.match(/\.set\(.*?\)/g), file).toEqual([".set({ address: null })"]);
      expect(text, file).not.toMatch(/\.delete\(|\.insert\(/);
    }
    expect(readFileSync(join(import.meta.dirname, "../kernel/audit.ts"), "utf8")).not.toMatch(/\.update\(|\.delete\(/);
  });
});

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .map((name) => join(folder, name));
}
