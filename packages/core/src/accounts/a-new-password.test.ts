import { accounts, accountTokens } from "@cartwright/db";
import { useDatabase } from "@cartwright/db/testing";
import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { aGuest, anAdmin, as, createPerson, giveSecondFactor, makeContext, testPassword, type TestContext } from "../testing/index.ts";
import { acceptInvitation, answerDeviceRequest, beginDeviceSignIn, changePassword, confirmEmailChange, confirmSecondFactor, inviteStaff, issueAccountToken, pollDeviceSignIn, removeStaff, requestEmailChange, resetPassword, revokeOtherSessions, signIn } from "./index.ts";
import { unknownDevice } from "./open-session.ts";
import { DeviceCodeInput, InviteStaffInput } from "./schemas.ts";
import { enterAccount } from "./second-factor/enter-account.ts";

const database = useDatabase();
let system: TestContext;
let guest: TestContext;
beforeEach(() => {
  system = makeContext(database.db);
  guest = as(system, aGuest());
});

type Person = Awaited<ReturnType<typeof createPerson>>;
const newPassword = "four words nobody says";
const linkInvalid = { reason: "accounts.link_invalid" };
const wordOf = async (id: string, kind: "reset_password" | "change_email") => (await issueAccountToken(system, { accountId: id, kind }))?.token ?? "";
const rowOf = async (id: string) => {
  const [row] = await database.db.select().from(accounts).where(eq(accounts.id, id));
  if (!row) throw new Error("no account");
  return row;
};

/** Both ways to one. */
const ways: [name: string, choose: (person: Person) => Promise<void>][] = [
  ["that was changed", ({ ctx }) => changePassword(ctx, { password: testPassword, newPassword })],
  ["that was asked for by mail", async ({ id }) => resetPassword(guest, { token: await wordOf(id, "reset_password"), newPassword })],
];

describe.each(ways)("a new password %s keeps out whoever had the old one", (_, choose) => {
  it("and has asked for an address of their own", async () => {
    const person = await createPerson(system);
    await requestEmailChange(person.ctx, { email: `${crypto.randomUUID()}@example.com`, password: testPassword });
    const token = await wordOf(person.id, "change_email");
    await choose(person);
    await expect(confirmEmailChange(guest, { token })).rejects.toMatchObject(linkInvalid);
    expect(await wordOf(person.id, "change_email")).toBe("");
    expect(await rowOf(person.id)).toMatchObject({ email: person.email });
  });

  it("and was asked for a code", async () => {
    const person = await createPerson(system);
    const { code } = await giveSecondFactor(person.ctx);
    const asked = await signIn(guest, { email: person.email, password: testPassword }).catch((error: unknown) => error);
    const { challenge } = (asked as { details: { challenge: string } }).details;
    await choose(person);
    await expect(confirmSecondFactor(guest, { challenge, code: code() })).rejects.toMatchObject({ reason: "second_factor.challenge_over" });
  });

  it("and has said yes to a command line that has not come yet", async () => {
    const person = await createPerson(system);
    const { deviceCode, userCode } = await beginDeviceSignIn(guest, { device: "workshop" });
    await answerDeviceRequest(person.ctx, { ...DeviceCodeInput.parse({ userCode }), isApproved: true });
    await choose(person);
    await expect(pollDeviceSignIn(guest, { deviceCode })).rejects.toMatchObject({ reason: "device.denied" });
  });

  it("and was let in at this very moment", async () => {
    const plain = await createPerson(system);
    const guarded = await createPerson(system);
    await giveSecondFactor(guarded.ctx);
    for (const person of [plain, guarded]) {
      const knownByOldPassword = await rowOf(person.id);
      await choose(person);
      await expect(enterAccount(guest, knownByOldPassword, unknownDevice)).rejects.toMatchObject({ reason: "accounts.wrong_credentials" });
    }
    const open = await database.db.select().from(accountTokens).where(eq(accountTokens.accountId, guarded.id));
    expect(open.filter(({ kind, usedAt }) => kind === "second_factor" && usedAt === null)).toEqual([]);
  });
});

describe("signing out everywhere else", () => {
  it("ends a yes to a command line, too", async () => {
    const person = await createPerson(system);
    const { deviceCode, userCode } = await beginDeviceSignIn(guest, { device: "workshop" });
    await answerDeviceRequest(person.ctx, { ...DeviceCodeInput.parse({ userCode }), isApproved: true });
    await revokeOtherSessions(person.ctx, null);
    await expect(pollDeviceSignIn(guest, { deviceCode })).rejects.toMatchObject({ reason: "device.denied" });
  });
});

describe("the link of an invitation", () => {
  const invite = async () => {
    const { id, email, invitation } = await inviteStaff(as(system, anAdmin()), InviteStaffInput.parse({ email: `${crypto.randomUUID()}@example.com`, name: "Kim", showLink: true }));
    return { id, email, token: invitation ?? "" };
  };

  it("is worth nothing once its owner came in by another", async () => {
    const { id, email, token } = await invite();
    await resetPassword(guest, { token: await wordOf(id, "reset_password"), newPassword });
    await expect(acceptInvitation(guest, { token, newPassword: "somebody else's choice" })).rejects.toMatchObject(linkInvalid);
    await signIn(guest, { email, password: newPassword });
  });

  it("never replaces a password, whatever became of the account", async () => {
    const { id, token } = await invite();
    const { passwordHash } = await rowOf((await createPerson(system)).id);
    await database.db.update(accounts).set({ passwordHash }).where(eq(accounts.id, id));
    await expect(acceptInvitation(guest, { token, newPassword })).rejects.toMatchObject(linkInvalid);
    expect(await rowOf(id)).toMatchObject({ passwordHash });
    await removeStaff(as(system, anAdmin()), { staff: id });
    await expect(acceptInvitation(guest, { token, newPassword })).rejects.toMatchObject(linkInvalid);
  });
});
