import { accountTotp, auditEntries, outboxEvents, recoveryCodes } from "@cartwright/db";
import { useDatabase } from "@cartwright/db/testing";
import { and, eq } from "drizzle-orm";
import { TOTP, URI } from "otpauth";
import { beforeEach, describe, expect, it } from "vitest";
import type { DomainError } from "../../kernel/index.ts";
import { aGuest, as, createPerson, giveSecondFactor, makeContext, testPassword, type TestContext } from "../../testing/index.ts";
import { beginSecondFactor, confirmSecondFactor, findSession, getSecondFactor, renewRecoveryCodes, signIn, turnOffSecondFactor, turnOnSecondFactor } from "../index.ts";

const database = useDatabase();
let system: TestContext;
beforeEach(() => {
  system = makeContext(database.db);
});

async function challengeOf(email: string): Promise<string> {
  const refusal = await signIn(system, { email, password: testPassword }).catch((error: unknown) => error);
  expect(refusal).toMatchObject({ code: "unauthenticated", reason: "accounts.second_factor_required" });
  return String((refusal as DomainError).details["challenge"]);
}

const wrong = { reason: "second_factor.wrong_code" };

describe("turning it on", () => {
  it("gives an app what it needs, and counts from the first code on", async () => {
    const { ctx, email } = await createPerson(system, "staff");
    const { secret, uri } = await beginSecondFactor(ctx, { password: testPassword });
    expect(URI.parse(uri)).toMatchObject({ label: email, issuer: "Cartwright", digits: 6, period: 30, algorithm: "SHA1", secret: { base32: secret } });
    await signIn(system, { email, password: testPassword });
    const code = new TOTP({ secret }).generate({ timestamp: ctx.clock.now().getTime() });
    const { recoveryCodes } = await turnOnSecondFactor(ctx, { code: `${code.slice(0, 3)} ${code.slice(3)}` });
    expect(new Set(recoveryCodes).size).toBe(10);
    for (const recovery of recoveryCodes) expect(recovery).toMatch(/^([2-9a-z]{4}-){5}[2-9a-z]{4}$/);
    await challengeOf(email);
    expect(await getSecondFactor(ctx)).toEqual({ isOn: true, isRequired: false, onSince: ctx.clock.now().toISOString(), recoveryCodesLeft: 10 });
  });

  it("needs the password, and a code of the newest secret", async () => {
    const { ctx } = await createPerson(system);
    await expect(beginSecondFactor(ctx, { password: "not this one" })).rejects.toMatchObject({ reason: "accounts.wrong_password" });
    await expect(turnOnSecondFactor(ctx, { code: "123456" })).rejects.toMatchObject({ reason: "second_factor.not_begun" });
    const { secret: older } = await beginSecondFactor(ctx, { password: testPassword });
    await beginSecondFactor(ctx, { password: testPassword });
    const code = new TOTP({ secret: older }).generate({ timestamp: ctx.clock.now().getTime() });
    await expect(turnOnSecondFactor(ctx, { code })).rejects.toMatchObject(wrong);
    expect(await getSecondFactor(ctx)).toMatchObject({ isOn: false, recoveryCodesLeft: 0 });
  });

  it("keeps the one that is on", async () => {
    const { ctx } = await createPerson(system);
    const { code } = await giveSecondFactor(ctx);
    const already = { reason: "second_factor.on_already" };
    await expect(beginSecondFactor(ctx, { password: testPassword })).rejects.toMatchObject(already);
    await expect(turnOnSecondFactor(ctx, { code: code() })).rejects.toMatchObject(already);
  });

  it("stores secret and recovery codes so that who reads them can't use them", async () => {
    const { ctx, id } = await createPerson(system);
    const { recoveryCodes: given } = await giveSecondFactor(ctx);
    const [totp] = await database.db.select().from(accountTotp).where(eq(accountTotp.accountId, id));
    expect(() => ctx.ports.secretBox.open(totp?.sealedSecret ?? "", "totp acc_other")).toThrow("sealed for something else");
    const stored = await database.db.select().from(recoveryCodes).where(eq(recoveryCodes.accountId, id));
    expect(stored).toHaveLength(10);
    for (const { codeHash } of stored) expect(given).not.toContain(codeHash);
  });

  it("refuses who is not signed in", async () => {
    const guest = as(system, aGuest());
    const refusal = { reason: "access.sign_in_required" };
    await expect(beginSecondFactor(guest, { password: testPassword })).rejects.toMatchObject(refusal);
    await expect(turnOnSecondFactor(guest, { code: "123456" })).rejects.toMatchObject(refusal);
    await expect(turnOffSecondFactor(guest, { password: testPassword, code: "123456" })).rejects.toMatchObject(refusal);
    await expect(renewRecoveryCodes(guest, { password: testPassword, code: "123456" })).rejects.toMatchObject(refusal);
    await expect(getSecondFactor(guest)).rejects.toMatchObject(refusal);
  });
});

describe("signing in with it", () => {
  it("opens a session by the code, which says that there is one", async () => {
    const { ctx, email, id } = await createPerson(system, "staff");
    const { code } = await giveSecondFactor(ctx);
    const session = await confirmSecondFactor(ctx, { challenge: await challengeOf(email), code: code() });
    expect(session.account).toMatchObject({ id, hasSecondFactor: true, mustSetUpSecondFactor: false });
    expect(await findSession(database.db, session.token)).toMatchObject({ account: { id, hasSecondFactor: true } });
  });

  it("takes a code once, of this period or one beside it", async () => {
    const { ctx, email } = await createPerson(system);
    const { secret } = await giveSecondFactor(ctx);
    const at = (periods: number) => new TOTP({ secret }).generate({ timestamp: ctx.clock.now().getTime() + periods * 30_000 });
    for (const tooFar of [-2, 2]) await expect(confirmSecondFactor(ctx, { challenge: await challengeOf(email), code: at(tooFar) })).rejects.toMatchObject(wrong);
    await confirmSecondFactor(ctx, { challenge: await challengeOf(email), code: at(-1) });
    await confirmSecondFactor(ctx, { challenge: await challengeOf(email), code: at(1) });
    for (const used of [-1, 0, 1]) await expect(confirmSecondFactor(ctx, { challenge: await challengeOf(email), code: at(used) })).rejects.toMatchObject(wrong);
  });

  it("lets one of two through that give the same code at once", async () => {
    const { ctx, email } = await createPerson(system);
    const { code } = await giveSecondFactor(ctx);
    const challenges = [await challengeOf(email), await challengeOf(email)];
    const tries = await Promise.allSettled(challenges.map((challenge) => confirmSecondFactor(ctx, { challenge, code: code() })));
    expect(tries.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
  });

  it("uses a challenge once, for ten minutes, and five times at most, wrong codes counted", async () => {
    const { ctx, email } = await createPerson(system);
    const { code } = await giveSecondFactor(ctx);
    const over = { reason: "second_factor.challenge_over" };
    const used = await challengeOf(email);
    await confirmSecondFactor(ctx, { challenge: used, code: code() });
    ctx.clock.advanceMinutes(1);
    await expect(confirmSecondFactor(ctx, { challenge: used, code: code() })).rejects.toMatchObject(over);
    const guessed = await challengeOf(email);
    for (let tries = 0; tries < 5; tries += 1) await expect(confirmSecondFactor(ctx, { challenge: guessed, code: "not-a-code" })).rejects.toMatchObject(wrong);
    await expect(confirmSecondFactor(ctx, { challenge: guessed, code: code() })).rejects.toMatchObject(over);
    const slow = await challengeOf(email);
    system.clock.advanceMinutes(11);
    await expect(confirmSecondFactor(ctx, { challenge: slow, code: code() })).rejects.toMatchObject(over);
    await expect(confirmSecondFactor(ctx, { challenge: "no such challenge", code: code() })).rejects.toMatchObject(over);
  });

  it("stops who knows the password and guesses on: twenty wrong codes an hour over all challenges", async () => {
    const { ctx, email } = await createPerson(system);
    await giveSecondFactor(ctx);
    for (let challenges = 0; challenges < 4; challenges += 1) {
      const challenge = await challengeOf(email);
      for (let tries = 0; tries < 5; tries += 1) await expect(confirmSecondFactor(ctx, { challenge, code: "000-000" })).rejects.toMatchObject(wrong);
    }
    await expect(signIn(system, { email, password: testPassword })).rejects.toMatchObject({ code: "too_many", reason: "second_factor.too_many_tries" });
    system.clock.advanceMinutes(61);
    await challengeOf(email);
  });

  it("stops them as well when all the challenges were asked for beforehand", async () => {
    const { ctx, email } = await createPerson(system);
    const { code } = await giveSecondFactor(ctx);
    const challenges: string[] = [];
    for (let asked = 0; asked < 5; asked += 1) challenges.push(await challengeOf(email));
    const [last = "", ...others] = challenges;
    for (const challenge of others) for (let tries = 0; tries < 5; tries += 1) await expect(confirmSecondFactor(ctx, { challenge, code: "000-000" })).rejects.toMatchObject(wrong);
    await expect(confirmSecondFactor(ctx, { challenge: last, code: code() })).rejects.toMatchObject({ reason: "second_factor.too_many_tries" });
  });

  it("does not count right codes", async () => {
    const { ctx, email } = await createPerson(system);
    const { code } = await giveSecondFactor(ctx);
    for (let visits = 0; visits < 25; visits += 1) {
      await confirmSecondFactor(ctx, { challenge: await challengeOf(email), code: code() });
      ctx.clock.advanceMinutes(1);
    }
  });

  it("takes each recovery code once, however it is typed, and no one else's", async () => {
    const { ctx, email } = await createPerson(system);
    const { recoveryCodes: [first = "", second = ""] } = await giveSecondFactor(ctx);
    const stranger = await createPerson(system);
    await giveSecondFactor(stranger.ctx);
    await expect(confirmSecondFactor(ctx, { challenge: await challengeOf(stranger.email), code: first })).rejects.toMatchObject(wrong);
    await confirmSecondFactor(ctx, { challenge: await challengeOf(email), code: first });
    await expect(confirmSecondFactor(ctx, { challenge: await challengeOf(email), code: first })).rejects.toMatchObject(wrong);
    await confirmSecondFactor(ctx, { challenge: await challengeOf(email), code: ` ${second.replaceAll("-", " ").toUpperCase()}` });
    expect(await getSecondFactor(ctx)).toMatchObject({ recoveryCodesLeft: 8 });
  });
});

describe("turning it off", () => {
  it("needs password and code, and tells the owner and the audit log", async () => {
    const { ctx, email, id } = await createPerson(system, "staff");
    const { code } = await giveSecondFactor(ctx);
    await expect(turnOffSecondFactor(ctx, { password: "not this one", code: code() })).rejects.toMatchObject({ reason: "accounts.wrong_password" });
    await expect(turnOffSecondFactor(ctx, { password: testPassword, code: "no-such-code" })).rejects.toMatchObject(wrong);
    await turnOffSecondFactor(ctx, { password: testPassword, code: code() });
    await signIn(system, { email, password: testPassword });
    await expect(turnOffSecondFactor(ctx, { password: testPassword, code: code() })).rejects.toMatchObject({ reason: "second_factor.off" });
    const events = await database.db.select().from(outboxEvents).where(and(eq(outboxEvents.subject, id), eq(outboxEvents.type, "account.second_factor_changed")));
    expect(events.map(({ payload }) => payload)).toEqual([
      { accountId: id, change: "account.second_factor_on" },
      { accountId: id, change: "account.second_factor_off" },
    ]);
    const audit = await database.db.select().from(auditEntries).where(eq(auditEntries.subject, id));
    expect(audit.map(({ action }) => action)).toEqual(["account.create", "account.second_factor_on", "account.second_factor_off"]);
  });

  it("is not needed for new recovery codes, after which the old ones open nothing", async () => {
    const { ctx, email } = await createPerson(system);
    const { code, recoveryCodes: [old = ""] } = await giveSecondFactor(ctx);
    const { recoveryCodes: [fresh = ""] } = await renewRecoveryCodes(ctx, { password: testPassword, code: code() });
    await expect(confirmSecondFactor(ctx, { challenge: await challengeOf(email), code: old })).rejects.toMatchObject(wrong);
    await confirmSecondFactor(ctx, { challenge: await challengeOf(email), code: fresh });
  });
});

describe("a shop that wants it of its staff", () => {
  it("gives staff without one no permission, and customers no trouble", async () => {
    const strict = makeContext(database.db, { shop: { staffSecondFactor: "required" } });
    const staff = await createPerson(strict, "staff");
    const customer = await createPerson(strict);
    const entered = await signIn(strict, { email: staff.email, password: testPassword });
    expect(entered.account).toMatchObject({ permissions: [], mustSetUpSecondFactor: true });
    expect(await getSecondFactor(as(strict, staff.actor))).toMatchObject({ isOn: false, isRequired: true });
    expect((await signIn(strict, { email: customer.email, password: testPassword })).account).toMatchObject({ mustSetUpSecondFactor: false });
    const { code } = await giveSecondFactor(as(strict, staff.actor));
    const session = await confirmSecondFactor(strict, { challenge: await challengeOf(staff.email), code: code() });
    expect(session.account).toMatchObject({ permissions: staff.actor.permissions, mustSetUpSecondFactor: false });
  });
});
