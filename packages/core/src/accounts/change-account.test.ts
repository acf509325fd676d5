import { accounts, outboxEvents } from "@cartwright/db";
import type { AccountTokenKind } from "@cartwright/db/constants/accounts";
import { useDatabase } from "@cartwright/db/testing";
import { asc, eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { aGuest, as, createCustomer, makeContext, type TestContext } from "../testing/index.ts";
import { changePassword, confirmEmailChange, findSession, issueAccountToken, requestEmailChange, resetPassword, signIn, signUp } from "./index.ts";

const database = useDatabase();
let system: TestContext;
let guest: TestContext;
beforeEach(() => {
  system = makeContext(database.db);
  guest = as(system, aGuest());
});

const newPassword = "four words nobody says";
const newEmail = () => `${crypto.randomUUID()}@example.com`;
const find = async (accountId: string) => (await database.db.select().from(accounts).where(eq(accounts.id, accountId)))[0];
const newsOf = async (subject: string) => (await database.db.select().from(outboxEvents).where(eq(outboxEvents.subject, subject)).orderBy(asc(outboxEvents.seq))).map(({ type }) => type);
const mailed = async (accountId: string, kind: AccountTokenKind) => {
  const mail = await issueAccountToken(system, { accountId, kind });
  if (!mail) throw new Error("there was nothing to mail");
  return mail;
};

describe("changePassword", () => {
  it("takes the old one, signs out all other devices, and ends links to a new one", async () => {
    const { accountId, customer, email, password } = await createCustomer(system);
    const here = await signIn(system, { email, password });
    const elsewhere = await signIn(system, { email, password });
    const { token } = await mailed(accountId, "reset_password");
    await changePassword(customer, { password, newPassword }, here.token);
    expect(await findSession(database.db, here.token)).not.toBeNull();
    expect(await findSession(database.db, elsewhere.token)).toBeNull();
    await expect(signIn(system, { email, password })).rejects.toMatchObject({ reason: "accounts.wrong_credentials" });
    await signIn(system, { email, password: newPassword });
    await expect(resetPassword(guest, { token, newPassword: "and yet another phrase" })).rejects.toMatchObject({ reason: "accounts.link_invalid" });
    expect(await newsOf(accountId)).toEqual(["account.password_changed"]);
  });

  it("refuses a wrong password, a weak new one, and who is not signed in", async () => {
    const { customer, email, password } = await createCustomer(system);
    await expect(changePassword(customer, { password: "not this one", newPassword })).rejects.toMatchObject({ reason: "accounts.wrong_password" });
    await expect(changePassword(customer, { newPassword })).rejects.toMatchObject({ reason: "accounts.wrong_password" });
    await expect(changePassword(customer, { password, newPassword: email })).rejects.toMatchObject({ reason: "accounts.weak_password", details: { field: "newPassword" } });
    for (const actor of [guest, system]) await expect(changePassword(actor, { password, newPassword })).rejects.toMatchObject({ reason: "access.sign_in_required" });
    await signIn(system, { email, password });
  });

  it("gives who comes by another provider their first", async () => {
    const { accountId, customer, email } = await createCustomer(system);
    await database.db.update(accounts).set({ passwordHash: "" }).where(eq(accounts.id, accountId));
    await changePassword(customer, { newPassword });
    await signIn(system, { email, password: newPassword });
  });
});

describe("resetPassword", () => {
  it("gives a new password once, confirms the address, and ends every session", async () => {
    const { accountId, email, password } = await createCustomer(system);
    const session = await signIn(system, { email, password });
    const { token, email: sentTo } = await mailed(accountId, "reset_password");
    expect(sentTo).toBe(email);
    await resetPassword(guest, { token, newPassword });
    expect(await findSession(database.db, session.token)).toBeNull();
    await expect(resetPassword(guest, { token, newPassword })).rejects.toMatchObject({ reason: "accounts.link_invalid" });
    await signIn(system, { email, password: newPassword });
    expect(await newsOf(accountId)).toEqual(["account.password_changed"]);
  });

  it("is the way in for somebody whose address was signed up by another", async () => {
    const email = newEmail();
    await signUp(guest, { email, name: "Mallory", password: "chosen by somebody else", wantsNewsletter: false });
    const [account] = await database.db.select().from(accounts).where(eq(accounts.email, email));
    const { token } = await mailed(account!.id, "reset_password");
    await resetPassword(guest, { token, newPassword });
    await signIn(system, { email, password: newPassword });
    await expect(signIn(system, { email, password: "chosen by somebody else" })).rejects.toMatchObject({ reason: "accounts.wrong_credentials" });
  });

  it("refuses a word that ran out after an hour, that is of another kind, or was sent to an earlier address", async () => {
    const { accountId, customer, password } = await createCustomer(system);
    const refused = (token: string) => expect(resetPassword(guest, { token, newPassword })).rejects.toMatchObject({ code: "invalid", reason: "accounts.link_invalid" });
    const { token: late } = await mailed(accountId, "reset_password");
    system.clock.advanceMinutes(60);
    await refused(late);
    await requestEmailChange(customer, { email: newEmail(), password });
    await refused((await mailed(accountId, "change_email")).token);
    const { token: toOldAddress } = await mailed(accountId, "reset_password");
    await database.db.update(accounts).set({ email: newEmail() }).where(eq(accounts.id, accountId));
    await refused(toOldAddress);
  });
});

describe("a change of address", () => {
  it("counts once the link in the new mailbox is followed", async () => {
    const { accountId, customer, email, password } = await createCustomer(system);
    const wished = newEmail();
    expect(await requestEmailChange(customer, { email: wished, password })).toEqual({ sentTo: wished });
    expect(await find(accountId)).toMatchObject({ email });
    const mail = await mailed(accountId, "change_email");
    expect(mail.email).toBe(wished);
    const retried = await mailed(accountId, "change_email");
    expect(await confirmEmailChange(guest, { token: mail.token })).toEqual({ email: wished });
    expect(await find(accountId)).toMatchObject({ email: wished });
    for (const { token } of [mail, retried]) await expect(confirmEmailChange(guest, { token })).rejects.toMatchObject({ reason: "accounts.link_invalid" });
    await signIn(system, { email: wished, password });
    expect(await newsOf(accountId)).toEqual(["account.email_change_requested", "account.email_changed"]);
  });

  it("goes by the last wish", async () => {
    const { accountId, customer, password } = await createCustomer(system);
    await requestEmailChange(customer, { email: newEmail(), password });
    const first = await mailed(accountId, "change_email");
    const second = newEmail();
    await requestEmailChange(customer, { email: second, password });
    expect((await mailed(accountId, "change_email")).email).toBe(second);
    await expect(confirmEmailChange(guest, { token: first.token })).rejects.toMatchObject({ reason: "accounts.link_invalid" });
  });

  it("does not tell that somebody has the address: that person is told", async () => {
    const owner = await createCustomer(system);
    const { accountId, customer, password } = await createCustomer(system);
    expect(await requestEmailChange(customer, { email: owner.email, password })).toEqual({ sentTo: owner.email });
    expect(await newsOf(owner.accountId)).toEqual(["account.exists_already"]);
    expect(await issueAccountToken(system, { accountId, kind: "change_email" })).toBeNull();
  });

  it("ends when somebody else has got the address meanwhile", async () => {
    const { accountId, customer, email, password } = await createCustomer(system);
    const wished = newEmail();
    await requestEmailChange(customer, { email: wished, password });
    const { token } = await mailed(accountId, "change_email");
    await createCustomer(system, { email: wished });
    await expect(confirmEmailChange(guest, { token })).rejects.toMatchObject({ code: "conflict", reason: "accounts.email_taken" });
    expect(await find(accountId)).toMatchObject({ email });
  });

  it("asks for the password, and for being signed in", async () => {
    const { customer, password } = await createCustomer(system);
    await expect(requestEmailChange(customer, { email: newEmail(), password: "not this one" })).rejects.toMatchObject({ reason: "accounts.wrong_password" });
    await expect(requestEmailChange(guest, { email: newEmail(), password })).rejects.toMatchObject({ reason: "access.sign_in_required" });
  });
});
