import { accounts, apiTokens, auditEntries } from "@cartwright/db";
import { useDatabase } from "@cartwright/db/testing";
import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { aGuest, as, createPerson, makeContext, testPassword, type TestContext } from "../../testing/index.ts";
import { createApiToken, findApiToken, listApiTokens, revokeApiToken } from "../index.ts";
import { CreateApiTokenInput, ListApiTokensInput } from "../schemas.ts";

const database = useDatabase();
let system: TestContext;
beforeEach(() => {
  system = makeContext(database.db);
  // Tokens are looked up by the system's clock, which does not stand still.
  system.clock.advanceMinutes((Date.now() - system.clock.now().getTime()) / 60_000);
});

const wish = (given: object = {}) => CreateApiTokenInput.parse({ name: "stock sync", scopes: ["stock.read", "stock.adjust"], password: testPassword, ...given });
const everything = ListApiTokensInput.parse({});

describe("an API token", () => {
  it("is told once, kept hashed, and found by what it says", async () => {
    const { ctx, id, email } = await createPerson(system, "staff");
    const { token, ...view } = await createApiToken(ctx, wish());
    expect(token).toMatch(/^cwt_[0-9a-f]{46}$/);
    expect(view).toMatchObject({ name: "stock sync", owner: email, scopes: ["stock.read", "stock.adjust"], status: "active", prefix: token.slice(0, 12), usedAt: null });
    expect(new Date(view.expiresAt ?? "").getTime() - ctx.clock.now().getTime()).toBe(90 * 86_400_000);
    const [row] = await database.db.select().from(apiTokens).where(eq(apiTokens.id, view.id));
    expect(JSON.stringify(row)).not.toContain(token.slice(12));
    expect(await findApiToken(database.db, token)).toMatchObject({ id: view.id, account: { id }, scopes: ["stock.read", "stock.adjust"] });
    const audit = await database.db.select().from(auditEntries).where(eq(auditEntries.subject, view.id));
    expect(audit).toMatchObject([{ actor: `staff:${id}`, action: "api_token.create" }]);
    expect(audit[0]?.after).not.toContain(token.slice(12));
  });

  it("may do what its scopes and its owner both may, as the owner is now", async () => {
    const { ctx, id } = await createPerson(system, "staff", ["stock.read", "stock.adjust"]);
    const { token } = await createApiToken(ctx, wish());
    const scopes = async () => (await findApiToken(database.db, token))?.scopes;
    await database.db.update(accounts).set({ permissions: ["stock.read", "orders.read"] }).where(eq(accounts.id, id));
    expect(await scopes()).toEqual(["stock.read"]);
    await database.db.update(accounts).set({ role: "customer" }).where(eq(accounts.id, id));
    expect(await scopes()).toEqual([]);
    await database.db.update(accounts).set({ archivedAt: new Date() }).where(eq(accounts.id, id));
    expect(await scopes()).toBeUndefined();
  });

  it("names no more than its owner holds, and needs the password", async () => {
    const { ctx } = await createPerson(system, "staff", ["stock.read"]);
    await expect(createApiToken(ctx, wish())).rejects.toMatchObject({ reason: "api_token.scope_not_held", details: { missing: ["stock.adjust"] } });
    await expect(createApiToken(ctx, wish({ scopes: ["stock.read"], password: "not this one" }))).rejects.toMatchObject({ reason: "accounts.wrong_password" });
    // A second factor that is missing takes the permissions of the request, not of the account.
    const limited = as(ctx, { ...ctx.actor, permissions: [] });
    await expect(createApiToken(limited, wish({ scopes: ["stock.read"] }))).rejects.toMatchObject({ reason: "api_token.scope_not_held" });
  });

  it.each([{ scopes: [] }, { scopes: ["stock.everything"] }, { days: 0 }, { days: 366 }, { days: 1.5 }, { name: " " }])("is refused with %j", (given) => {
    expect(CreateApiTokenInput.safeParse({ name: "a", scopes: ["stock.read"], password: "x", ...given }).success).toBe(false);
  });

  it("costs one statement, and one more once an hour; nonsense costs none", async () => {
    const { ctx } = await createPerson(system, "staff");
    const { token, id } = await createApiToken(ctx, wish());
    const find = (word: string) => database.countQueries(() => findApiToken(database.db, word));
    expect(await find(token)).toBe(2);
    expect(await find(token)).toBe(1);
    await database.db.update(apiTokens).set({ usedAt: new Date(Date.now() - 3_700_000) }).where(eq(apiTokens.id, id));
    expect(await find(token)).toBe(2);
    const mistyped = `${token.slice(0, -1)}${token.endsWith("0") ? "1" : "0"}`;
    for (const nonsense of ["", "cwt_", token.slice(4), token.toUpperCase(), mistyped]) expect(await find(nonsense)).toBe(0);
  });

  it("ends when it is revoked or its days are over", async () => {
    const { ctx } = await createPerson(system, "staff");
    const [revoked, expired] = [await createApiToken(ctx, wish()), await createApiToken(ctx, wish({ days: 1 }))];
    await revokeApiToken(ctx, { token: revoked.prefix });
    await revokeApiToken(ctx, { token: revoked.id });
    await database.db.update(apiTokens).set({ expiresAt: new Date(ctx.clock.now().getTime() - 1) }).where(eq(apiTokens.id, expired.id));
    for (const { token } of [revoked, expired]) expect(await findApiToken(database.db, token)).toBeNull();
    const { items } = await listApiTokens(ctx, everything);
    expect(items.map(({ id, status }) => [id, status])).toEqual([[expired.id, "expired"], [revoked.id, "revoked"]]);
    const audit = await database.db.select().from(auditEntries).where(eq(auditEntries.subject, revoked.id));
    expect(audit.map(({ action }) => action)).toEqual(["api_token.create", "api_token.revoke"]);
  });
});

describe("somebody else's token", () => {
  it("does not exist for other staff, and is everybody's business with tokens.write", async () => {
    const owner = await createPerson(system, "staff");
    const { id, prefix } = await createApiToken(owner.ctx, wish());
    const colleague = await createPerson(system, "staff");
    expect(await listApiTokens(colleague.ctx, everything)).toMatchObject({ items: [], total: { count: 0 } });
    const everybody = ListApiTokensInput.parse({ everybody: true });
    await expect(listApiTokens(colleague.ctx, everybody)).rejects.toMatchObject({ reason: "access.not_allowed" });
    for (const token of [id, prefix]) await expect(revokeApiToken(colleague.ctx, { token })).rejects.toMatchObject({ reason: "api_token.not_found" });
    const admin = await createPerson(system, "admin");
    const all = await listApiTokens(admin.ctx, { ...everybody, limit: 1 });
    expect(all).toMatchObject({ items: [{ id, owner: owner.email }] });
    const rest = await listApiTokens(admin.ctx, { ...everybody, cursor: all.nextCursor });
    expect(rest.items.map((token) => token.id)).not.toContain(id);
    await revokeApiToken(admin.ctx, { token: id });
    expect(await listApiTokens(owner.ctx, everything)).toMatchObject({ items: [{ id, status: "revoked" }] });
  });

  it("can't be made by customers, nor by who is not signed in", async () => {
    const { ctx } = await createPerson(system);
    await expect(createApiToken(ctx, wish())).rejects.toMatchObject({ reason: "access.not_allowed" });
    const guest = as(system, aGuest());
    await expect(createApiToken(guest, wish())).rejects.toMatchObject({ reason: "access.not_allowed" });
    await expect(listApiTokens(guest, everything)).rejects.toMatchObject({ reason: "access.sign_in_required" });
    await expect(revokeApiToken(guest, { token: "tok_1" })).rejects.toMatchObject({ reason: "access.sign_in_required" });
  });
});
