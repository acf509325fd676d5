import { accounts, sessions } from "@cartwright/db";
import { useDatabase } from "@cartwright/db/testing";
import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { hashToken } from "../kernel/index.ts";
import { aGuest, as, createCustomer, createPerson, makeContext, testPassword, type TestContext } from "../testing/index.ts";
import { findSession, listSessions, nameDevice, revokeOtherSessions, revokeSession, signIn, signOut, type SessionDevice } from "./index.ts";

const database = useDatabase();
let system: TestContext;
beforeEach(() => {
  system = makeContext(database.db);
});

const firefox: SessionDevice = { kind: "browser", name: "Firefox on Windows" };
const find = (token: string) => findSession(database.db, token);
const set = (token: string, change: Partial<typeof sessions.$inferInsert>) => database.db.update(sessions).set(change).where(eq(sessions.id, hashToken(token)));
const minutesFromNow = (minutes: number) => new Date(Date.now() + minutes * 60_000);

describe("a session", () => {
  it("opens with the right password, is found by its token, and ends", async () => {
    const { accountId, ...credentials } = await createCustomer(system);
    const session = await signIn(system, credentials);
    expect(await find(session.token)).toMatchObject({ account: { id: accountId, role: "customer" }, isRenewed: false });
    await signOut(system, { token: session.token });
    expect(await find(session.token)).toBeNull();
    await signOut(system, { token: session.token });
  });

  it("is stored as a hash that opens nothing", async () => {
    const { accountId, ...credentials } = await createCustomer(system);
    const { token } = await signIn(system, credentials);
    const [row] = await database.db.select().from(sessions).where(eq(sessions.userId, accountId));
    expect(row?.id).toBe(hashToken(token));
    expect(JSON.stringify(row)).not.toContain(token);
    expect(await find(row?.id ?? "")).toBeNull();
  });

  it("runs out, and ends with its account", async () => {
    const { accountId, ...credentials } = await createCustomer(system);
    const old = await signIn(system, credentials);
    await set(old.token, { expiresAt: new Date(0) });
    expect(await find(old.token)).toBeNull();
    const current = await signIn(system, credentials);
    await database.db.update(accounts).set({ archivedAt: new Date() }).where(eq(accounts.id, accountId));
    expect(await find(current.token)).toBeNull();
    await expect(signIn(system, credentials)).rejects.toMatchObject({ code: "unauthenticated" });
  });

  it("costs one statement to look up, and a word of another kind none", async () => {
    const { token } = await signIn(system, await createCustomer(system));
    await find(token);
    expect(await database.countQueries(() => find(token))).toBe(1);
    expect(await database.countQueries(() => find("anything-else-that-comes-as-a-token"))).toBe(0);
  });

  it("is made longer after half its days, and notes its visits once an hour", async () => {
    const { token } = await signIn(system, await createCustomer(system));
    await set(token, { expiresAt: minutesFromNow(14 * 24 * 60), seenAt: minutesFromNow(-61) });
    expect(await find(token)).toMatchObject({ isRenewed: true });
    const [renewed] = await database.db.select().from(sessions).where(eq(sessions.id, hashToken(token)));
    expect(renewed?.expiresAt.getTime()).toBeGreaterThan(minutesFromNow(29 * 24 * 60).getTime());
    expect(renewed?.seenAt?.getTime()).toBeGreaterThan(minutesFromNow(-5).getTime());
    await set(token, { seenAt: minutesFromNow(-61) });
    expect(await database.countQueries(() => find(token))).toBe(2);
    expect(await database.countQueries(() => find(token))).toBe(1);
  });
});

describe("a session that is used every day", () => {
  it.each([["customer", 180], ["staff", 30], ["admin", 30]] as const)("of the role %s ends after %i days all the same", async (role, days) => {
    const { email } = await createPerson(system, role);
    const { token } = await signIn(system, { email, password: testPassword });
    const daysAgo = (count: number) => new Date(Date.now() - count * 86_400_000);
    await set(token, { createdAt: daysAgo(days - 1) });
    expect(await find(token)).not.toBeNull();
    await set(token, { createdAt: daysAgo(days + 1) });
    expect(await find(token)).toBeNull();
    expect(await database.db.$count(sessions, eq(sessions.id, hashToken(token)))).toBe(0);
  });
});

describe("the list of sessions", () => {
  it("names the devices, tells which is the one that asks, and leaves out what has run out", async () => {
    const { customer, ...credentials } = await createCustomer(system);
    const old = await signIn(system, credentials);
    const phone = await signIn(system, credentials, { kind: "browser", name: "Safari on iPhone" });
    const here = await signIn(system, credentials, firefox);
    await set(old.token, { expiresAt: new Date(0) });
    await set(phone.token, { seenAt: minutesFromNow(-90) });
    const listed = await listSessions(customer, here.token);
    expect(listed).toMatchObject([
      { device: "Firefox on Windows", kind: "browser", isCurrent: true },
      { device: "Safari on iPhone", isCurrent: false },
    ]);
    expect(JSON.stringify(listed)).not.toContain(here.token);
  });

  it("ends one of them, or all others", async () => {
    const { customer, ...credentials } = await createCustomer(system);
    const [here, phone, tablet] = await Promise.all([signIn(system, credentials), signIn(system, credentials), signIn(system, credentials)]);
    await revokeSession(customer, { session: hashToken(phone.token) });
    expect(await find(phone.token)).toBeNull();
    expect(await revokeOtherSessions(customer, here.token)).toEqual({ ended: 1 });
    expect(await find(tablet.token)).toBeNull();
    expect(await find(here.token)).not.toBeNull();
  });

  it("does not let anybody see or end somebody else's", async () => {
    const victim = await createCustomer(system);
    const { token } = await signIn(system, victim);
    const { customer: other } = await createCustomer(system);
    await expect(revokeSession(other, { session: hashToken(token) })).rejects.toMatchObject({ reason: "session.not_found" });
    expect(await listSessions(other, null)).toEqual([]);
    expect(await revokeOtherSessions(other, null)).toEqual({ ended: 0 });
    const guest = as(system, aGuest());
    for (const act of [() => listSessions(guest, null), () => revokeSession(guest, { session: hashToken(token) }), () => revokeOtherSessions(guest, null)]) {
      await expect(act()).rejects.toMatchObject({ reason: "access.sign_in_required" });
    }
    expect(await find(token)).not.toBeNull();
  });
});

describe("the name of a device", () => {
  const cases: [string, string | null][] = [
    ["Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:143.0) Gecko/20100101 Firefox/143.0", "Firefox on Windows"],
    ["Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36 Edg/141.0.0.0", "Edge on Windows"],
    ["Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Safari/605.1.15", "Safari on Mac"],
    ["Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/141.0.7390.41 Mobile/15E148 Safari/604.1", "Chrome on iPhone"],
    ["Mozilla/5.0 (Linux; Android 14; SM-S918B) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/28.0 Chrome/130.0.0.0 Mobile Safari/537.36", "Samsung Internet on Android"],
    ["Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36", "Chrome on Linux"],
    ["Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36 OPR/122.0", "Opera on ChromeOS"],
    ["curl/8.5.0", null],
    ["", null],
  ];

  it("is what its browser says", () => {
    for (const [userAgent, name] of cases) expect(nameDevice(userAgent), userAgent).toBe(name);
    expect(nameDevice(null)).toBeNull();
  });
});
