import { oauthIdentities } from "@cartwright/db";
import { useDatabase } from "@cartwright/db/testing";
import { describe, expect, it } from "vitest";
import { aGuest, as, createPerson, makeContext, testPassword } from "../../testing/index.ts";
import { beginOAuthLink, enterByOAuth, linkOAuth, listLinkedProviders, unlinkOAuth, type OAuthPerson, type OAuthProvider } from "./index.ts";

const used = useDatabase();
const somebody = (): OAuthPerson => ({ subject: crypto.randomUUID(), email: `${crypto.randomUUID()}@example.com`, isEmailVerified: true, name: null });
const answering = (person: OAuthPerson): OAuthProvider => ({ hasPkce: true, authorizeUrl: () => "https://provider.example", findPerson: async () => person });
const world = (person = somebody()) => makeContext(used.db, { ports: { oauth: { google: answering(person) } } });
const attempt = (accountId: string | null) => ({ provider: "google" as const, codeVerifier: null, accountId, returnTo: "/account" });

describe("a provider", () => {
  it("is added, listed and taken away by who is signed in alone", async () => {
    const guest = as(world(), aGuest());
    const refusal = { reason: "access.sign_in_required" };
    await expect(beginOAuthLink(guest, { provider: "google", returnTo: "/" }, "browser")).rejects.toMatchObject(refusal);
    await expect(listLinkedProviders(guest)).rejects.toMatchObject(refusal);
    await expect(unlinkOAuth(guest, { provider: "google" })).rejects.toMatchObject(refusal);
    for (const accountId of [null, "acc_somebody"]) await expect(linkOAuth(guest, { attempt: attempt(accountId), code: "code" })).rejects.toMatchObject({ reason: "oauth.attempt_over" });
  });

  it("is added to no account but the one that set out for it", async () => {
    const system = world();
    const [one, other] = [await createPerson(system), await createPerson(system)];
    await expect(linkOAuth(as(system, other.actor), { attempt: attempt(one.id), code: "code" })).rejects.toMatchObject({ reason: "oauth.attempt_over" });
    await linkOAuth(as(system, one.actor), { attempt: attempt(one.id), code: "code" });
    expect(await listLinkedProviders(as(system, one.actor))).toHaveLength(1);
    expect(await listLinkedProviders(as(system, other.actor))).toEqual([]);
    await expect(unlinkOAuth(as(system, other.actor), { provider: "google", password: testPassword })).rejects.toMatchObject({ reason: "provider.not_found" });
  });

  it("brings somebody in who gives no name, under the first part of their address", async () => {
    const person = { ...somebody(), email: "kim.lee@example.com" };
    const session = await enterByOAuth(world(person), { attempt: attempt(null), code: "code" });
    expect(session.account).toMatchObject({ email: "kim.lee@example.com", name: "kim.lee", role: "customer" });
    expect(await used.db.$count(oauthIdentities)).toBeGreaterThan(0);
  });

  it.each([null, "", "no address", "two@example.com three@example.com"])("that gives %j for an address brings nobody in", async (email) => {
    await expect(enterByOAuth(world({ ...somebody(), email }), { attempt: attempt(null), code: "code" })).rejects.toMatchObject({ reason: "oauth.address_unverified" });
  });
});
