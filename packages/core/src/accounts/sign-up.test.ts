import { accounts, accountTokens, outboxEvents, sessions } from "@cartwright/db";
import { useDatabase } from "@cartwright/db/testing";
import * as argon2 from "@node-rs/argon2";
import { and, asc, eq, isNull } from "drizzle-orm";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { aCustomer, aGuest, anAdmin, aPassword, as, createCustomer, makeContext, type TestContext } from "../testing/index.ts";
import { findSession, issueAccountToken, requestPasswordReset, requestVerification, signIn, signUp, verifyEmail } from "./index.ts";
import { SignUpInput } from "./schemas.ts";

// The real thing, counted.
vi.mock("@node-rs/argon2", async (importOriginal) => {
  const real = await importOriginal<typeof argon2>();
  return { ...real, hash: vi.fn(real.hash), verify: vi.fn(real.verify) };
});

const database = useDatabase();
let system: TestContext;
let guest: TestContext;
beforeEach(() => {
  system = makeContext(database.db);
  guest = as(system, aGuest());
});

const newEmail = () => `${crypto.randomUUID()}@example.com`;
const draft = (given: Partial<SignUpInput> = {}): SignUpInput => ({ email: newEmail(), name: "Robin Hale", password: aPassword, wantsNewsletter: false, ...given });
const find = async (email: string) => (await database.db.select().from(accounts).where(and(eq(accounts.email, email), isNull(accounts.archivedAt))))[0];
const newsOf = async (subject: string) => (await database.db.select().from(outboxEvents).where(eq(outboxEvents.subject, subject)).orderBy(asc(outboxEvents.seq))).map(({ type }) => type);

async function countWork(work: () => Promise<unknown>): Promise<{ hash: number; verify: number; options: unknown[] }> {
  vi.mocked(argon2.hash).mockClear();
  vi.mocked(argon2.verify).mockClear();
  await work().catch(() => {});
  return { hash: vi.mocked(argon2.hash).mock.calls.length, verify: vi.mocked(argon2.verify).mock.calls.length, options: vi.mocked(argon2.hash).mock.calls.map((call) => call[1]) };
}

async function mailedWord(accountId: string): Promise<string> {
  const mail = await issueAccountToken(system, { accountId, kind: "verify_email" });
  if (!mail) throw new Error("there was nothing to mail");
  return mail.token;
}

describe("signUp", () => {
  it("makes an account that can be signed in to once its address is confirmed", async () => {
    const input = draft({ wantsNewsletter: true });
    expect(await signUp(guest, input)).toEqual({ sentTo: input.email });
    const account = await find(input.email);
    expect(account).toMatchObject({ name: "Robin Hale", role: "customer", emailVerifiedAt: null, wantsNewsletter: true });
    await expect(signIn(guest, input)).rejects.toMatchObject({ reason: "accounts.wrong_credentials" });
    const token = await mailedWord(account!.id);
    const session = await verifyEmail(guest, { token, password: input.password });
    expect(await findSession(database.db, session.token)).toMatchObject({ account: { id: account!.id } });
    expect(await signIn(guest, input)).toMatchObject({ account: { id: account!.id } });
    // The sign-in that was refused asked for the mail again.
    expect(await newsOf(account!.id)).toEqual(["account.verification_requested", "account.verification_requested"]);
  });

  it("answers the same for an address that has an account, does the same work, and changes nothing of it", async () => {
    const known = await createCustomer(system);
    const before = await find(known.email);
    const fresh = draft();
    const taken = draft({ email: known.email, name: "Mallory", password: "another unlikely phrase" });
    const answers = await Promise.all([signUp(guest, fresh), signUp(guest, taken)]);
    expect(answers).toEqual([{ sentTo: fresh.email }, { sentTo: taken.email }]);
    expect(await find(known.email)).toEqual(before);
    expect(await newsOf(known.accountId)).toEqual(["account.exists_already"]);
    const work = [await countWork(() => signUp(guest, draft())), await countWork(() => signUp(guest, taken))];
    expect(work[0]).toEqual({ hash: 1, verify: 0, options: [{ memoryCost: 19_456, timeCost: 2, parallelism: 1 }] });
    expect(work[1]).toEqual(work[0]);
  });

  it("lets the newest sign-up count while nobody has confirmed the address, and only its own password confirm it", async () => {
    const mallory = draft({ name: "Mallory", password: "chosen by somebody else" });
    await signUp(guest, mallory);
    const accountId = (await find(mallory.email))!.id;
    const early = await mailedWord(accountId);
    await signUp(guest, draft({ email: mallory.email }));
    expect(await find(mallory.email)).toMatchObject({ id: accountId, name: "Robin Hale" });
    const wrong = verifyEmail(guest, { token: early, password: mallory.password });
    await expect(wrong).rejects.toMatchObject({ reason: "accounts.wrong_password", code: "forbidden" });
    expect(await verifyEmail(guest, { token: early, password: aPassword })).toMatchObject({ account: { id: accountId } });
  });

  it("makes one account of two at once with the same address", async () => {
    const input = draft();
    await Promise.all(Array.from({ length: 4 }, () => signUp(guest, input)));
    expect(await database.db.select().from(accounts).where(eq(accounts.email, input.email))).toHaveLength(1);
  });

  it("refuses passwords that are guessed first, and keeps none", async () => {
    const { email } = draft();
    const weak = [email, email.split("@")[0], "Robin Hale", "robin  hale 1990!", "Cartwright 2026", "aaaaaaaaaaaa", "abcabcabcabc", "1234567890", "qwertyuiop", "zyxwvutsrq", "qwerty12345", "1q2w3e4r5t", "1qaz2wsx3edc", "abc123456789", "aaa111zzz000", "Basketball", "password123"];
    for (const password of weak) await expect(signUp(guest, draft({ email, password: String(password) })), password).rejects.toMatchObject({ reason: "accounts.weak_password" });
    for (const password of ["three unlikely words", "Robin Hale likes tea", "abc-of-baking", "correct horse", "日本語のパスワードです"]) await signUp(guest, draft({ password }));
    const stored = await database.db.select().from(accounts);
    expect(JSON.stringify(stored)).not.toContain("unlikely words");
  });

  it("takes passwords from 10 to 200 signs as they are", () => {
    const problems = (password: string) => SignUpInput.safeParse(draft({ password })).error?.issues.map(({ message }) => message);
    expect(problems("123456789")).toEqual(["Use at least 10 characters."]);
    expect(problems(` ${"x y ".repeat(49)}`)).toBeUndefined();
    expect(problems("x".repeat(201))).toEqual(["Use at most 200 characters."]);
  });
});

describe("signing in", () => {
  it("answers and works alike for a wrong password, an unknown address, one without a password and one not confirmed", async () => {
    const { email } = await createCustomer(system);
    const waiting = draft();
    await signUp(guest, waiting);
    const other = await createCustomer(system);
    await database.db.update(accounts).set({ passwordHash: "" }).where(eq(accounts.id, other.accountId));
    const tries = [
      { email, password: "not this one" },
      { email: "nobody@example.com", password: "not this one" },
      { email: other.email, password: other.password },
      { email: waiting.email, password: waiting.password },
    ];
    const refusals = await Promise.all(tries.map((given) => signIn(guest, given).catch((error: unknown) => error)));
    expect(refusals[0]).toMatchObject({ code: "unauthenticated", reason: "accounts.wrong_credentials" });
    for (const refusal of refusals) expect(refusal).toEqual(refusals[0]);
    for (const given of tries) expect(await countWork(() => signIn(guest, given))).toEqual({ hash: 0, verify: 1, options: [] });
  });

  it("makes a hash with older parameters anew, once", async () => {
    const { accountId, email, password } = await createCustomer(system);
    const passwordHash = await argon2.hash(password, { memoryCost: 4_096, timeCost: 3, parallelism: 1 });
    await database.db.update(accounts).set({ passwordHash }).where(eq(accounts.id, accountId));
    expect(await countWork(() => signIn(guest, { email, password: "not this one" }))).toMatchObject({ hash: 0, verify: 1 });
    expect((await find(email))?.passwordHash).toBe(passwordHash);
    expect(await countWork(() => signIn(guest, { email, password }))).toMatchObject({ hash: 1, verify: 1 });
    expect((await find(email))?.passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(await countWork(() => signIn(guest, { email, password }))).toMatchObject({ hash: 0, verify: 1 });
  });
});

describe("the word in a mail", () => {
  const signedUp = async () => {
    const input = draft();
    await signUp(guest, input);
    return { ...input, accountId: (await find(input.email))!.id };
  };

  it("is kept as a hash, works once, and ends the others of its kind", async () => {
    const { accountId, password } = await signedUp();
    const first = await mailedWord(accountId);
    const second = await mailedWord(accountId);
    const rows = await database.db.select().from(accountTokens).where(eq(accountTokens.accountId, accountId));
    expect(JSON.stringify(rows)).not.toContain(first);
    const tries = await Promise.allSettled([1, 2, 3].map(() => verifyEmail(guest, { token: second, password })));
    expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const token of [first, second, "never-was-one"]) await expect(verifyEmail(guest, { token, password })).rejects.toMatchObject({ reason: "accounts.link_invalid" });
    expect(await database.db.select().from(sessions).where(eq(sessions.userId, accountId))).toHaveLength(1);
  });

  it("runs out after a day", async () => {
    const { accountId, password } = await signedUp();
    const token = await mailedWord(accountId);
    system.clock.advanceMinutes(24 * 60);
    await expect(verifyEmail(guest, { token, password })).rejects.toMatchObject({ reason: "accounts.link_invalid" });
  });

  it("is made for nobody but the system, and not where there is nothing to confirm", async () => {
    const { accountId } = await signedUp();
    for (const actor of [aGuest(), aCustomer(accountId), anAdmin()]) {
      await expect(issueAccountToken(as(system, actor), { accountId, kind: "verify_email" })).rejects.toMatchObject({ code: "forbidden" });
    }
    const confirmed = await createCustomer(system);
    expect(await issueAccountToken(system, { accountId: confirmed.accountId, kind: "verify_email" })).toBeNull();
    expect(await issueAccountToken(system, { accountId: confirmed.accountId, kind: "change_email" })).toBeNull();
    expect(await issueAccountToken(system, { accountId: "acc_nobody", kind: "reset_password" })).toBeNull();
  });
});

describe("asking for a mail", () => {
  it("answers alike and writes as much, whether or not there is such an account", async () => {
    const { accountId, email } = await createCustomer(system);
    const ask = async (request: typeof requestVerification, address: string) => {
      const before = await database.db.$count(outboxEvents);
      const answer = await request(guest, { email: address });
      expect(await database.db.$count(outboxEvents)).toBe(before + 1);
      return answer;
    };
    for (const request of [requestVerification, requestPasswordReset]) {
      for (const address of [email, newEmail()]) expect(await ask(request, address)).toEqual({ sentTo: address });
    }
    expect(await newsOf(accountId)).toEqual(["account.reset_requested"]);
    const [queriesKnown, queriesUnknown] = [await database.countQueries(() => requestPasswordReset(guest, { email })), await database.countQueries(() => requestPasswordReset(guest, { email: newEmail() }))];
    expect(queriesKnown).toBe(queriesUnknown);
  });
});
