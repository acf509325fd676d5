import { issueAccountToken } from "@cartwright/core/accounts";
import { makeContext } from "@cartwright/core/testing";
import { accounts, outboxEvents } from "@cartwright/db";
import { useDatabase } from "@cartwright/db/testing";
import type { AccountTokenKind } from "@cartwright/db/constants/accounts";
import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { adminOf, testServer, type Browser } from "./client.ts";

const database = useDatabase();
let server: ReturnType<typeof testServer>;
beforeAll(() => {
  server = testServer(database.database);
});

const password = "three unlikely words";
const newEmail = () => `${crypto.randomUUID()}@example.com`;
const firefox = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:143.0) Gecko/20100101 Firefox/143.0";

/** The word of the mail that would have been sent. */
async function mailed(email: string, kind: AccountTokenKind): Promise<string> {
  const [account] = await database.db.select({ id: accounts.id }).from(accounts).where(eq(accounts.email, email));
  // The server's own clock, as its procedures have it.
  const ctx = { ...makeContext(database.db), clock: { now: () => new Date() } };
  return (await issueAccountToken(ctx, { accountId: account?.id ?? "", kind }))?.token ?? "";
}

async function signedUp(browser: Browser, email = newEmail()): Promise<string> {
  await browser.mutate("accounts.signUp", { email, name: "Robin Hale", password });
  await browser.mutate("accounts.verifyEmail", { token: await mailed(email, "verify_email"), password });
  return email;
}

const reasonOf = async (answer: Promise<{ body: { error?: { data: Record<string, unknown> } } }>) => (await answer).body.error?.data["reason"];

describe("an account", () => {
  it("is signed up for, confirmed by mail, and signed in with the cart that was there", async () => {
    const browser = server.browser();
    const email = newEmail();
    const answer = await browser.mutate("accounts.signUp", { email, name: "Robin Hale", password });
    expect(answer).toMatchObject({ status: 200, body: { result: { data: { sentTo: email } } } });
    expect(answer.headers.getSetCookie()).toEqual([]);
    expect(await reasonOf(browser.mutate("accounts.signIn", { email, password }))).toBe("accounts.wrong_credentials");
    const confirmed = await browser.mutate("accounts.verifyEmail", { token: await mailed(email, "verify_email"), password });
    expect(confirmed.body.result?.data).toMatchObject({ account: { email, role: "customer" }, cartNotices: [] });
    const [cookie = ""] = confirmed.headers.getSetCookie().filter((line) => line.startsWith("cartwright_session="));
    expect(cookie).toMatch(/^cartwright_session=cws_[\w-]{20,60}; .*HttpOnly; SameSite=Lax$/);
    expect((await browser.query("accounts.me")).body.result?.data).toMatchObject({ email });
  });

  it("answers byte for byte the same for an address that has one", async () => {
    const known = await signedUp(server.browser());
    const texts = await Promise.all(
      [known, newEmail()].map(async (email) => {
        const browser = server.browser();
        const answers = [
          await browser.mutate("accounts.signUp", { email, name: "Mallory", password: "another unlikely phrase" }),
          await browser.mutate("accounts.requestPasswordReset", { email }),
          await browser.mutate("accounts.requestVerification", { email }),
          await browser.mutate("accounts.signIn", { email, password: "another unlikely phrase" }),
        ];
        return JSON.stringify(answers.map(({ status, body }) => [status, body])).replaceAll(email, "EMAIL").replaceAll(/"requestId":"[^"]+"/g, "");
      }),
    );
    expect(texts[1]).toBe(texts[0]);
  });

  it("lists its devices, and loses one that is revoked at its next request", async () => {
    const laptop = server.browser();
    const email = await signedUp(laptop);
    const phone = server.browser();
    await phone.send("/api/trpc/accounts.signIn", { method: "POST", body: JSON.stringify({ email, password }), headers: { "content-type": "application/json", "user-agent": firefox } });
    const terminal = { authorization: "", "content-type": "application/json", "x-cartwright-client": "cli/1.0.0" };
    const opened = await server.browser().send("/api/trpc/accounts.signIn", { method: "POST", body: JSON.stringify({ email, password }), headers: terminal });
    const session = opened.body.result?.data as unknown as { token: string } | undefined;
    const listed = (await laptop.query("accounts.listSessions")).body.result?.data as unknown as { id: string; device: string | null; kind: string; isCurrent: boolean }[];
    expect(new Set(listed.map(({ kind, device, isCurrent }) => `${kind} ${device} ${isCurrent}`))).toEqual(new Set(["browser null true", "browser Firefox on Windows false", "cli Command line false"]));
    const onPhone = listed.find(({ device }) => device === "Firefox on Windows");
    await laptop.mutate("accounts.revokeSession", { session: onPhone?.id });
    expect((await phone.query("accounts.me")).body).toEqual({ result: { data: null } });
    expect((await laptop.mutate("accounts.revokeOtherSessions", {})).body.result?.data).toEqual({ ended: 1 });
    expect((await server.browser().send("/api/trpc/accounts.me", { headers: { authorization: `Bearer ${session?.token}` } })).body).toEqual({ result: { data: null } });
    expect((await laptop.query("accounts.me")).body.result?.data).toMatchObject({ email });
  });

  it("keeps an address book and preferences, gives out its data, and is forgotten", async () => {
    const browser = server.browser();
    const email = await signedUp(browser);
    const address = { name: "Robin Hale", line1: "Lindenweg 4", postcode: "10115", city: "Berlin", country: "DE" };
    const created = (await browser.mutate("accounts.addresses.create", { address })).body.result?.data as unknown as { id: string };
    expect(created).toMatchObject({ isDefaultShipping: true });
    expect((await browser.mutate("accounts.addresses.update", { addressId: created.id, address: { ...address, postcode: "1" } })).body.error?.data).toMatchObject({ fieldErrors: { "address.postcode": [expect.any(String)] } });
    await browser.mutate("accounts.updatePreferences", { wantsNewsletter: true });
    expect((await browser.query("accounts.profile")).body.result?.data).toMatchObject({ email, isEmailVerified: true, wantsNewsletter: true });
    expect((await browser.mutate("accounts.exportData", { password })).body.result?.data).toMatchObject({ email, account: { consents: { newsletter: true }, addresses: [{ id: created.id }] } });
    expect(await reasonOf(browser.mutate("accounts.erase", { password: "not this one" }))).toBe("accounts.wrong_password");
    const erased = await browser.mutate("accounts.erase", { password });
    expect(erased).toMatchObject({ status: 200, body: { result: { data: { orders: 0 } } } });
    expect(browser.cookies.get("cartwright_session")).toBe("");
    expect((await browser.query("accounts.addresses.list")).status).toBe(401);
  });

  it("changes password and address by mail, and no word is ever stored or told of", async () => {
    const browser = server.browser();
    const email = await signedUp(browser);
    const reset = await mailed(email, "reset_password");
    expect((await server.browser().mutate("accounts.resetPassword", { token: reset, newPassword: "four words nobody says" })).status).toBe(200);
    expect((await browser.query("accounts.me")).body.result?.data).toBeNull();
    await browser.mutate("accounts.signIn", { email, password: "four words nobody says" });
    const wished = newEmail();
    await browser.mutate("accounts.requestEmailChange", { email: wished, password: "four words nobody says" });
    const [account] = await database.db.select().from(accounts).where(eq(accounts.email, email));
    const change = (await issueAccountToken({ ...makeContext(database.db), clock: { now: () => new Date() } }, { accountId: account?.id ?? "", kind: "change_email" }))?.token ?? "";
    expect((await server.browser().mutate("accounts.confirmEmailChange", { token: change })).body.result?.data).toEqual({ email: wished });
    expect((await browser.query("accounts.me")).body.result?.data).toMatchObject({ email: wished });
    const stored = JSON.stringify([await database.db.select().from(outboxEvents), server.log]);
    for (const secret of [reset, change, "four words nobody says", password, wished, email]) expect(stored).not.toContain(secret);
  });
});

describe("customers", () => {
  it("are found and forgotten by staff", async () => {
    const email = await signedUp(server.browser());
    const admin = await adminOf(server);
    expect((await admin.query("customers.list", { text: email.slice(0, 8) })).body.result?.data).toMatchObject({ items: [{ email, orders: 0 }] });
    expect((await admin.query("customers.get", { customer: email.toUpperCase() })).body.result?.data).toMatchObject({ email, openOrders: [] });
    expect((await admin.mutate("customers.export", { customer: email })).body.result?.data).toMatchObject({ email, orders: [] });
    expect((await admin.mutate("customers.erase", { customer: email })).status).toBe(200);
    expect((await admin.query("customers.get", { customer: email })).status).toBe(404);
    expect(await reasonOf(admin.query("customers.get", { customer: "nobody" }))).toBe("input.invalid");
  });
});
