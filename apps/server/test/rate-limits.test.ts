import { createAccount } from "@cartwright/core/accounts";
import { createSellable, makeContext } from "@cartwright/core/testing";
import { rateLimits, type Database } from "@cartwright/db";
import { useDatabase } from "@cartwright/db/testing";
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { openRateLimits } from "../src/limits/rate-limits.ts";
import { limits } from "../src/limits/table.ts";
import { procedures } from "../src/procedures.ts";
import { testServer, type Answer, type Browser } from "./client.ts";

const database = useDatabase();
const password = "three unlikely words";
let server: ReturnType<typeof testServer>;
let variantId: string;

beforeAll(async () => {
  ({ variantId } = await createSellable(makeContext(database.db), { stock: 100 }));
});
beforeEach(() => {
  server = freshServer();
  // Only what time it is: timers run on.
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() });
});
afterEach(async () => {
  vi.useRealTimers();
  await database.db.delete(rateLimits);
});

const freshServer = () => testServer(database.database, {}, { hasRateLimits: true, trustedProxies: "1" });
const wait = (seconds: number) => vi.setSystemTime(Date.now() + seconds * 1_000);
const tooMany = { status: 429, body: { error: { data: { code: "TOO_MANY_REQUESTS", reason: "request.too_many" } } } };
const wrong = { status: 401, body: { error: { data: { reason: "accounts.wrong_credentials" } } } };
const right = { status: 200 };

let addresses = 0;
const newAddress = () => `198.51.${Math.floor((addresses += 1) / 250)}.${(addresses % 250) + 1}`;

function ask(browser: Browser, address: string, path: string, input: unknown): Promise<Answer> {
  return browser.send(`/api/trpc/${path}`, { method: "POST", body: JSON.stringify(input), headers: { "content-type": "application/json", "x-forwarded-for": address } });
}

async function anOwner() {
  const email = `${crypto.randomUUID()}@example.com`;
  await createAccount(makeContext(database.db), { email, name: "Robin", password, role: "customer" });
  const signIn = (address: string, given: string) => ask(server.browser(), address, "accounts.signIn", { email, password: given });
  return { email, signIn };
}

describe("signing in", () => {
  it("takes five wrong passwords, then makes wait, and longer each time", async () => {
    const { signIn } = await anOwner();
    const address = newAddress();
    for (let tries = 0; tries < 5; tries += 1) expect(await signIn(address, "wrong")).toMatchObject(wrong);
    const refused = await signIn(address, password);
    expect(refused).toMatchObject(tooMany);
    expect(refused.body.error?.data["details"]).toEqual({ seconds: 2 });
    expect(refused.headers.get("retry-after")).toBe("2");
    const waits: number[] = [];
    for (let tries = 0; tries < 4; tries += 1) {
      wait(900);
      expect(await signIn(address, "wrong")).toMatchObject(wrong);
      waits.push(Number((await signIn(address, "wrong")).headers.get("retry-after")));
    }
    expect(waits).toEqual([...waits].toSorted((a, b) => a - b));
    expect(new Set(waits).size).toBe(waits.length);
  });

  it("begins anew after the right password", async () => {
    const { signIn } = await anOwner();
    const address = newAddress();
    for (let rounds = 0; rounds < 3; rounds += 1) {
      for (let tries = 0; tries < 4; tries += 1) expect(await signIn(address, "wrong")).toMatchObject(wrong);
      expect(await signIn(address, password)).toMatchObject(right);
    }
  });

  it("never locks the owner out from elsewhere, however somebody guesses", async () => {
    const { signIn } = await anOwner();
    const attacker = newAddress();
    for (let tries = 0; tries < 20; tries += 1) await signIn(attacker, "wrong");
    expect(await signIn(newAddress(), password)).toMatchObject(right);
  });

  it("leaves every address one try, and the owner with it, while an account is guessed at from everywhere", async () => {
    const { signIn } = await anOwner();
    for (let tries = 0; tries < 51; tries += 1) await signIn(newAddress(), "wrong");
    const attacker = newAddress();
    expect(await signIn(attacker, "wrong")).toMatchObject(wrong);
    expect(await signIn(attacker, "wrong")).toMatchObject(tooMany);
    expect(await signIn(newAddress(), password)).toMatchObject(right);
    wait(3_601);
    const elsewhere = newAddress();
    for (let tries = 0; tries < 5; tries += 1) expect(await signIn(elsewhere, "wrong")).toMatchObject(wrong);
  });

  it("looks at no more passwords of a burst than one by one", async () => {
    const { signIn } = await anOwner();
    const address = newAddress();
    const answers = await Promise.all(Array.from({ length: 20 }, () => signIn(address, "wrong")));
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(5);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(15);
  });

  it("stops one address that tries many accounts, without counting those that got in", async () => {
    const { signIn } = await anOwner();
    const [attacker, office] = [newAddress(), newAddress()];
    const stranger = () => ask(server.browser(), attacker, "accounts.signIn", { email: `${crypto.randomUUID()}@example.com`, password });
    for (let tries = 0; tries < 60; tries += 1) expect(await stranger()).toMatchObject(wrong);
    expect(await stranger()).toMatchObject(tooMany);
    for (let tries = 0; tries < 70; tries += 1) expect(await signIn(office, password)).toMatchObject(right);
  });

  it("counts an address of version 6 by its network", async () => {
    const { signIn } = await anOwner();
    for (let tries = 0; tries < 5; tries += 1) expect(await signIn(`2001:db8:1:2::${tries}`, "wrong")).toMatchObject(wrong);
    expect(await signIn("2001:db8:1:2:ffff::1", password)).toMatchObject(tooMany);
    expect(await signIn("2001:db8:1:3::1", password)).toMatchObject(right);
  });
});

describe("other tries", () => {
  it("counts guesses at coupons by shopper, and lets the rest of the shop be", async () => {
    const browser = server.browser();
    const address = newAddress();
    await ask(browser, address, "cart.addLine", { variantId, quantity: 1 });
    const guess = () => ask(browser, address, "cart.applyCoupon", { code: "NO-SUCH" });
    for (let tries = 0; tries < 15; tries += 1) expect((await guess()).status).not.toBe(429);
    expect(await guess()).toMatchObject(tooMany);
    expect(await ask(browser, address, "cart.addLine", { variantId, quantity: 1 })).toMatchObject(right);
    wait(601);
    expect((await guess()).status).not.toBe(429);
  });

  it("sends nobody more than five mails in an hour, known or not", async () => {
    const { email } = await anOwner();
    for (const address of [email, `${crypto.randomUUID()}@example.com`]) {
      const send = () => ask(server.browser(), newAddress(), "accounts.requestPasswordReset", { email: address.toUpperCase() });
      for (let tries = 0; tries < 5; tries += 1) expect(await send()).toMatchObject(right);
      expect(await send()).toMatchObject(tooMany);
    }
  });

  it("counts wrong passwords of who is signed in already, and not the right ones", async () => {
    const { email } = await anOwner();
    const browser = server.browser();
    await ask(browser, newAddress(), "accounts.signIn", { email, password });
    const give = (given: string) => ask(browser, newAddress(), "accounts.exportData", { password: given });
    for (let tries = 0; tries < 12; tries += 1) expect(await give(password)).toMatchObject(right);
    for (let tries = 0; tries < 10; tries += 1) expect(await give("wrong")).toMatchObject({ status: 403 });
    expect(await give(password)).toMatchObject(tooMany);
  });

  it("counts searches, without the database", async () => {
    const search = () => server.browser().send("/api/trpc/search.products?input=%7B%22text%22%3A%22a%22%7D", { headers: { "x-forwarded-for": "203.0.113.1" } });
    for (let tries = 0; tries < 300; tries += 1) expect((await search()).status).toBe(200);
    const refused = await search();
    expect(refused).toMatchObject(tooMany);
    expect(refused.headers.get("retry-after")).toMatch(/^\d+$/);
    expect(await database.db.$count(rateLimits)).toBe(0);
  });

  it("stops an address that changes something ten times a second, but no staff", async () => {
    const flood = () => ask(server.browser(), "203.0.113.2", "accounts.signOut", {});
    for (let tries = 0; tries < 600; tries += 1) expect((await flood()).status).toBe(200);
    expect(await flood()).toMatchObject(tooMany);
    const email = `${crypto.randomUUID()}@example.com`;
    await createAccount(makeContext(database.db), { email, name: "Staff", password, role: "admin" });
    const staff = server.browser();
    expect(await ask(staff, newAddress(), "accounts.signIn", { email, password })).toMatchObject(right);
    expect(await ask(staff, "203.0.113.2", "inventory.createLocation", {})).toMatchObject({ status: 400 });
  });
});

describe("what is counted", () => {
  it("is known to all servers of a Postgres, and to one alone of a file", async () => {
    const other = freshServer();
    const { email } = await anOwner();
    const address = newAddress();
    const at = (one: typeof server) => ask(one.browser(), address, "accounts.signIn", { email, password: "wrong" });
    for (let tries = 0; tries < 3; tries += 1) await at(server);
    for (let tries = 0; tries < 2; tries += 1) await at(other);
    expect(await at(server)).toMatchObject(database.database.dialect === "postgres" ? tooMany : wrong);
  });

  it("names neither people nor addresses where it is stored", async () => {
    const { email, signIn } = await anOwner();
    await signIn("203.0.113.77", "wrong");
    const stored = JSON.stringify(await database.db.select().from(rateLimits));
    expect(stored === "[]").toBe(database.database.dialect === "sqlite");
    expect(stored).not.toContain("203.0.113.77");
    expect(stored).not.toContain(email);
  });

  it("is counted in memory while the database does not answer", async () => {
    const broken = { dialect: "postgres", driver: { run: () => Promise.reject(new Error("gone")) } } as unknown as Database;
    const rates = openRateLimits(broken);
    const ctx = { core: { actor: { kind: "anonymous", cartToken: null } }, account: null, tokenActor: null, address: () => "203.0.113.5" } as never;
    const call = { path: "accounts.signUp", type: "mutation", input: { email: "one@example.com" } };
    for (let tries = 0; tries < 5; tries += 1) await rates.admit(ctx, call);
    await expect(rates.admit(ctx, call)).rejects.toMatchObject({ code: "too_many", reason: "request.too_many" });
  });

  it("is nothing where limits are off", async () => {
    server = testServer(database.database, {}, { trustedProxies: "1" });
    const { signIn } = await anOwner();
    for (let tries = 0; tries < 10; tries += 1) expect(await signIn("203.0.113.9", "wrong")).toMatchObject(wrong);
  });

  it("is what there is: each procedure of the table is one of the router", () => {
    const paths = procedures.map(({ path }) => path);
    for (const { procedures: named } of limits) expect(named.filter((path) => !paths.includes(path))).toEqual([]);
  });
});
