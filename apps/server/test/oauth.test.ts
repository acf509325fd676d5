import { createAccount, pruneOAuthAttempts, signUp } from "@cartwright/core/accounts";
import { createSellable, giveSecondFactor, makeContext, as } from "@cartwright/core/testing";
import { accounts, accountTokens, auditEntries, oauthAttempts, oauthIdentities, outboxEvents } from "@cartwright/db";
import { useDatabase } from "@cartwright/db/testing";
import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { oauthProviders } from "../src/adapters/oauth/index.ts";
import { testServer, type Browser } from "./client.ts";
import { startProvider, type ProviderUser } from "./oauth-scene.ts";

const database = useDatabase();
const publicUrl = "http://shop.example";
const password = "three unlikely words";
let provider: Awaited<ReturnType<typeof startProvider>>;
let server: ReturnType<typeof testServer>;

beforeAll(async () => {
  provider = await startProvider();
  server = testServer(database.database, {}, { publicUrl });
  server.parts.ports.oauth = oauthProviders({ google: provider.google, github: provider.github }, publicUrl);
});
afterAll(() => provider.stop());
beforeEach(() => {
  provider.breaks(false);
  provider.says(somebody());
});

let subjects = 1_000;
const newEmail = () => `${crypto.randomUUID()}@example.com`;
const somebody = (given: Partial<ProviderUser> = {}): ProviderUser => ({ sub: String((subjects += 1)), email: newEmail(), isVerified: true, name: "Kim Lee", ...given });

/** Sets out, and gives where the provider sends the browser back to. */
async function throughProvider(browser: Browser, name: string, input: object = {}, procedure = "begin"): Promise<string> {
  const { body } = await browser.mutate(`accounts.oauth.${procedure}`, { provider: name, ...input });
  const { url }: { url: string } = body.result?.data ?? noWay();
  const back = (await fetch(url, { redirect: "manual" })).headers.get("location") ?? "";
  expect(back).toContain(`${publicUrl}/oauth/${name}/callback?`);
  return back.slice(publicUrl.length);
}

const noWay = () => {
  throw new Error("nobody was sent anywhere");
};

/** Where the browser is sent from there. */
async function comeBack(browser: Browser, path: string): Promise<string> {
  const response = await browser.request(path, {});
  expect([response.status, response.headers.get("cache-control")]).toEqual([303, "no-store"]);
  return response.headers.get("location") ?? "";
}

const signInBy = async (browser: Browser, name: string, input: object = {}) => comeBack(browser, await throughProvider(browser, name, input));
const whoIs = async (browser: Browser) => (await browser.query("accounts.me")).body.result?.data as unknown as { id: string; email: string; name: string } | null;
const system = () => makeContext(database.db);
const accountOf = async (email: string) => (await database.db.select().from(accounts).where(eq(accounts.email, email)))[0];

async function customer(email = newEmail()) {
  const { id } = await createAccount(system(), { email, name: "Robin Hale", password, role: "customer" });
  const browser = server.browser();
  await browser.mutate("accounts.signIn", { email, password });
  return { id, email, browser };
}

describe.each(["google", "github"])("signing in by %s", (name) => {
  it("makes a customer of somebody new, whose address the provider has confirmed, and goes on to where it began", async () => {
    const user = somebody();
    provider.says(user);
    const browser = server.browser();
    expect(await signInBy(browser, name, { returnTo: "/cart?step=2" })).toBe("/cart?step=2");
    expect(await whoIs(browser)).toMatchObject({ email: user.email, name: "Kim Lee", role: "customer" });
    expect(await accountOf(user.email)).toMatchObject({ passwordHash: "", emailVerifiedAt: expect.any(Date) });
    const again = server.browser();
    expect(await signInBy(again, name)).toBe("/account");
    expect((await whoIs(again))?.id).toBe((await whoIs(browser))?.id);
  });

  it("knows somebody by who they are there, whatever their address is now", async () => {
    const user = somebody();
    provider.says(user);
    const browser = server.browser();
    await signInBy(browser, name);
    provider.says({ ...user, email: newEmail(), isVerified: false });
    const later = server.browser();
    await signInBy(later, name);
    expect(await whoIs(later)).toMatchObject({ email: user.email });
  });

  it("links an account whose address both sides have confirmed, and tells its owner", async () => {
    const { id, email } = await customer();
    provider.says(somebody({ email: email.toUpperCase() }));
    const browser = server.browser();
    await signInBy(browser, name);
    expect(await whoIs(browser)).toMatchObject({ id });
    const news = await database.db.select().from(outboxEvents).where(and(eq(outboxEvents.subject, id), eq(outboxEvents.type, "account.provider_linked")));
    expect(news.map(({ payload }) => payload)).toEqual([{ accountId: id, provider: name }]);
  });

  it("refuses an address that the provider has not confirmed, whether or not it is known here", async () => {
    const { email } = await customer();
    for (const address of [email, newEmail()]) {
      provider.says(somebody({ email: address, isVerified: false }));
      const browser = server.browser();
      expect(await signInBy(browser, name)).toBe("/sign-in?oauth=oauth.address_unverified&from=%2Faccount");
      expect(await whoIs(browser)).toBeNull();
    }
  });
});

describe("a sign-up with somebody else's address that nobody confirmed", () => {
  it("is taken over by the address's owner, without the password and the words that were made for it", async () => {
    const email = newEmail();
    await signUp(system(), { email, name: "Mallory", password, wantsNewsletter: true });
    const { id } = (await accountOf(email)) ?? { id: "" };
    await database.db.insert(accountTokens).values({ id: `atk_${id}`, kind: "verify_email", tokenHash: id, accountId: id, email, createdAt: new Date(), expiresAt: new Date(Date.now() + 60_000) });
    provider.says(somebody({ email }));
    const browser = server.browser();
    await signInBy(browser, "google");
    expect(await whoIs(browser)).toMatchObject({ id, email, name: "Kim Lee" });
    expect(await accountOf(email)).toMatchObject({ passwordHash: "", wantsNewsletter: false });
    expect(await database.db.$count(accountTokens, eq(accountTokens.accountId, id))).toBe(0);
    expect((await server.browser().mutate("accounts.signIn", { email, password })).status).toBe(401);
  });
});

describe("a cart", () => {
  it("comes along", async () => {
    const { variantId } = await createSellable(system(), { stock: 3 });
    const browser = server.browser();
    await browser.mutate("cart.addLine", { variantId, quantity: 2 });
    await signInBy(browser, "google");
    const elsewhere = server.browser();
    await signInBy(elsewhere, "google");
    expect((await elsewhere.query("cart.get")).body.result?.data).toMatchObject({ quantity: 2 });
  });
});

describe("staff", () => {
  it("are not linked by their address, but by themselves", async () => {
    const email = newEmail();
    const { id } = await createAccount(system(), { email, name: "Staff", password, role: "staff" });
    const user = somebody({ email });
    provider.says(user);
    expect(await signInBy(server.browser(), "google")).toContain("oauth=oauth.link_first");
    const browser = server.browser();
    await browser.mutate("accounts.signIn", { email, password });
    expect(await comeBack(browser, await throughProvider(browser, "google", { password, returnTo: "/account/security" }, "link"))).toBe("/account/security");
    const later = server.browser();
    await signInBy(later, "google");
    expect(await whoIs(later)).toMatchObject({ id });
    const audit = await database.db.select().from(auditEntries).where(and(eq(auditEntries.subject, id), eq(auditEntries.action, "account.provider_link")));
    expect(audit).toHaveLength(1);
  });

  it("and customers are asked for their second factor", async () => {
    const { id, email } = await customer();
    const ctx = as({ ...system(), ports: server.parts.ports }, { kind: "customer", id, permissions: [], cartToken: null });
    const { recoveryCodes } = await giveSecondFactor(ctx, password);
    provider.says(somebody({ email }));
    const browser = server.browser();
    const end = new URL(await signInBy(browser, "google", { returnTo: "/cart" }), publicUrl);
    expect([end.pathname, end.search]).toEqual(["/sign-in", "?oauth=accounts.second_factor_required&from=%2Fcart"]);
    expect(await whoIs(browser)).toBeNull();
    const challenge = new URLSearchParams(end.hash.slice(1)).get("challenge");
    expect((await browser.mutate("accounts.confirmSecondFactor", { challenge, code: recoveryCodes[0] })).status).toBe(200);
    expect(await whoIs(browser)).toMatchObject({ id });
  });
});

describe("the way to a provider and back", () => {
  it("proves by PKCE that who uses the code asked for it", async () => {
    const browser = server.browser();
    const { body } = await browser.mutate("accounts.oauth.begin", { provider: "google" });
    const { url }: { url: string } = body.result?.data ?? noWay();
    expect(new URL(url).searchParams.get("code_challenge_method")).toBe("S256");
    const back = ((await fetch(url, { redirect: "manual" })).headers.get("location") ?? "").slice(publicUrl.length);
    await database.db.update(oauthAttempts).set({ codeVerifier: "a".repeat(43) });
    expect(await comeBack(browser, back)).toContain("oauth=oauth.code_refused");
    expect(await whoIs(browser)).toBeNull();
  });

  it.each([
    ["another state", (path: string) => path.replace(/state=[^&]+/, "state=AAAAAAAAAAAAAAAAAAAAAAAAAAA")],
    ["no state", (path: string) => path.replace(/state=[^&]+/, "")],
    ["another provider", (path: string) => path.replace("/google/", "/github/")],
    ["a provider that does not exist", (path: string) => path.replace("/google/", "/evil/")],
  ])("ends at the sign-in page with %s", async (_, changed) => {
    const browser = server.browser();
    const back = await throughProvider(browser, "google");
    expect(await comeBack(browser, changed(back))).toBe("/sign-in?oauth=oauth.attempt_over");
    expect(await whoIs(browser)).toBeNull();
  });

  it("is of one browser: a link to somebody else's end of it signs nobody in", async () => {
    const attacker = server.browser();
    const back = await throughProvider(attacker, "google");
    const victim = server.browser();
    expect(await comeBack(victim, back)).toBe("/sign-in?oauth=oauth.attempt_over");
    await victim.mutate("accounts.oauth.begin", { provider: "google" });
    expect(await comeBack(victim, back)).toBe("/sign-in?oauth=oauth.attempt_over");
    expect(await whoIs(victim)).toBeNull();
    expect(await comeBack(attacker, back)).toBe("/account");
  });

  it("is walked once, and its code is worth nothing a second time", async () => {
    const browser = server.browser();
    const back = await throughProvider(browser, "google");
    expect(await comeBack(browser, back)).toBe("/account");
    expect(await comeBack(browser, back)).toBe("/sign-in?oauth=oauth.attempt_over");
    const other = server.browser();
    const fresh = await throughProvider(other, "google");
    const [usedCode, freshCode] = [back, fresh].map((path) => new URL(path, publicUrl).searchParams.get("code") ?? "");
    expect(await comeBack(other, fresh.replace(freshCode ?? "", usedCode ?? ""))).toContain("oauth=oauth.code_refused");
  });

  it("is open for ten minutes, and then removed", async () => {
    const browser = server.browser();
    const back = await throughProvider(browser, "google");
    await database.db.update(oauthAttempts).set({ expiresAt: new Date(Date.now() - 1) });
    expect(await comeBack(browser, back)).toBe("/sign-in?oauth=oauth.attempt_over");
    expect(await pruneOAuthAttempts({ ...system(), clock: { now: () => new Date() } })).toBeGreaterThan(0);
    expect(await database.db.$count(oauthAttempts)).toBe(0);
  });

  it("keeps neither state nor browser in a form that anybody could use", async () => {
    const browser = server.browser();
    const back = await throughProvider(browser, "google");
    const stored = JSON.stringify(await database.db.select().from(oauthAttempts));
    expect(stored).not.toContain(new URL(back, publicUrl).searchParams.get("state"));
    expect(stored).not.toContain(browser.cookies.get("cartwright_browser"));
  });

  it("ends at the sign-in page when its owner says no", async () => {
    provider.says(null);
    const browser = server.browser();
    expect(await signInBy(browser, "google", { returnTo: "/checkout" })).toBe("/sign-in?oauth=oauth.denied&from=%2Fcheckout");
    expect(await whoIs(browser)).toBeNull();
  });

  it("ends there as well when the provider is down, and the log says so without the code", async () => {
    const browser = server.browser();
    const back = await throughProvider(browser, "google");
    provider.breaks(true);
    expect(await comeBack(browser, back)).toContain("oauth=oauth.provider_failed");
    const { code, state } = Object.fromEntries(new URL(back, publicUrl).searchParams) as { code: string; state: string };
    const log = server.log.join("");
    expect(log).toContain("an OAuth provider failed");
    for (const secret of [code, state, provider.google.clientSecret]) expect(log).not.toContain(secret);
  });

  it.each([
    ["/search?q=дом", "/search?q=%D0%B4%D0%BE%D0%BC"],
    ["/..//evil.example", "/evil.example"],
    ["/products/camp-mug?a=1#b", "/products/camp-mug?a=1#b"],
  ])("goes back to %j as an address of ours", async (returnTo, location) => {
    expect(await signInBy(server.browser(), "google", { returnTo })).toBe(location);
  });

  it.each(["https://evil.example", "//evil.example", "/\\evil.example", "/\t/evil.example", "evil", "/\n//evil.example"])("goes to no page but ours: %j", async (returnTo) => {
    expect((await server.browser().mutate("accounts.oauth.begin", { provider: "google", returnTo })).status).toBe(400);
  });

  it("leads nowhere in a shop that is registered with nobody", async () => {
    const bare = testServer(database.database).browser();
    expect((await bare.query("accounts.oauth.providers")).body.result?.data).toEqual([]);
    expect((await bare.mutate("accounts.oauth.begin", { provider: "google" })).body.error?.data["reason"]).toBe("provider.not_found");
    expect((await server.browser().query("accounts.oauth.providers")).body.result?.data).toEqual(["google", "github"]);
  });
});

describe("an account", () => {
  it("is linked by who is signed in to it, with the password, whatever the address there", async () => {
    const { id, browser } = await customer();
    const user = somebody({ isVerified: false });
    provider.says(user);
    expect((await browser.mutate("accounts.oauth.link", { provider: "github", password: "wrong" })).body.error?.data["reason"]).toBe("accounts.wrong_password");
    await comeBack(browser, await throughProvider(browser, "github", { password }, "link"));
    expect((await browser.query("accounts.oauth.linked")).body.result?.data).toMatchObject([{ provider: "github", email: user.email }]);
    const later = server.browser();
    await signInBy(later, "github");
    expect(await whoIs(later)).toMatchObject({ id });
  });

  it("is not linked to who is somebody else's here, nor to two people there", async () => {
    const [first, second] = [await customer(), await customer()];
    const user = somebody();
    provider.says(user);
    const link = async ({ browser }: typeof first) => comeBack(browser, await throughProvider(browser, "google", { password }, "link"));
    expect(await link(first)).toBe("/account");
    expect(await link(first)).toBe("/account");
    expect(await link(second)).toBe("/account?oauth=oauth.linked_elsewhere");
    provider.says(somebody());
    expect(await link(first)).toBe("/account?oauth=oauth.linked_already");
    expect(await database.db.$count(oauthIdentities, eq(oauthIdentities.accountId, first.id))).toBe(1);
  });

  it("is not linked when somebody else is signed in by the time of coming back", async () => {
    const [first, second] = [await customer(), await customer()];
    const back = await throughProvider(first.browser, "google", { password }, "link");
    first.browser.cookies.set("cartwright_session", second.browser.cookies.get("cartwright_session") ?? "");
    expect(await comeBack(first.browser, back)).toBe("/account?oauth=oauth.attempt_over");
    expect(await database.db.$count(oauthIdentities, eq(oauthIdentities.accountId, second.id))).toBe(0);
  });

  it("is unlinked by its owner, but not from the only way in", async () => {
    const { id, browser } = await customer();
    provider.says(somebody());
    await comeBack(browser, await throughProvider(browser, "google", { password }, "link"));
    expect((await browser.mutate("accounts.oauth.unlink", { provider: "google", password: "wrong" })).body.error?.data["reason"]).toBe("accounts.wrong_password");
    expect((await browser.mutate("accounts.oauth.unlink", { provider: "github", password })).status).toBe(404);
    expect((await browser.mutate("accounts.oauth.unlink", { provider: "google", password })).status).toBe(200);
    expect(await database.db.$count(oauthIdentities, eq(oauthIdentities.accountId, id))).toBe(0);

    provider.says(somebody());
    const comer = server.browser();
    await signInBy(comer, "google");
    expect((await comer.mutate("accounts.oauth.unlink", { provider: "google" })).body.error?.data["reason"]).toBe("oauth.last_way_in");
  });

  it("that is made by two returns at once is one", async () => {
    const user = somebody();
    provider.says(user);
    const browsers = [server.browser(), server.browser(), server.browser()];
    const backs = await Promise.all(browsers.map((browser) => throughProvider(browser, "google")));
    expect(await Promise.all(browsers.map((browser, index) => comeBack(browser, backs[index] ?? "")))).toEqual(["/account", "/account", "/account"]);
    const ids = await Promise.all(browsers.map(async (browser) => (await whoIs(browser))?.id));
    expect(new Set(ids).size).toBe(1);
  });
});
