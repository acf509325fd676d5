import { accounts, outboxEvents, queryRows, schema } from "@cartwright/db";
import { useDatabase } from "@cartwright/db/testing";
import { desc, eq, getTableName, is, sql, Table } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { acceptInvitation, changePassword, confirmEmailChange, inviteStaff, requestEmailChange, requestPasswordReset, requestVerification, resetPassword, signUp, verifyEmail } from "../../accounts/index.ts";
import { changeEmailPath, InviteStaffInput, invitationPath, resetPasswordPath, verifyEmailPath } from "../../accounts/schemas.ts";
import { runEvents } from "../../kernel/index.ts";
import { createCustomer, createPerson, giveSecondFactor, makeContext, memoryMailer, testPassword, type MemoryMailer, type TestContext } from "../../testing/index.ts";
import { mailHandlers } from "../index.ts";

const database = useDatabase();
let mailer: MemoryMailer;
let system: TestContext;

beforeEach(async () => {
  mailer = memoryMailer();
  system = makeContext(database.db, { ports: { mailer }, shop: { name: "Larkfield" } });
  await system.db.delete(outboxEvents);
});

/** Until nothing waits: the events of an account are handled one after the other. */
async function work() {
  let round = await runEvents(system, mailHandlers, { worker: "w" });
  while (round.done > 0) round = await runEvents(system, mailHandlers, { worker: "w" });
  return round;
}
const only = () => {
  expect(mailer.sent).toHaveLength(1);
  const [mail] = mailer.sent.splice(0);
  if (!mail) throw new Error("no mail");
  return mail;
};
/** The word behind the `#`, as somebody finds it who follows the link. */
function wordIn({ text, html }: { text: string; html: string }, path: string): string {
  const word = new RegExp(`https://shop\\.example${path}#([\\w-]+)$`, "m").exec(text)?.[1] ?? "";
  expect(word).toHaveLength(27);
  expect(html).toContain(`href="https://shop.example${path}#${word}"`);
  return word;
}
const note = async () => (await system.db.select().from(outboxEvents).orderBy(desc(outboxEvents.seq)).limit(1))[0];
const newEmail = () => `${crypto.randomUUID()}@example.com`;
const signUpAs = (email: string, name = "Robin Hale") => signUp(system, { email, name, password: "three unlikely words", wantsNewsletter: false });

describe("signing up", () => {
  it("is answered with a mail whose link confirms the address", async () => {
    const email = newEmail();
    await signUpAs(email);
    await work();
    const mail = only();
    expect(mail).toMatchObject({ to: email, subject: "Confirm your e-mail address for Larkfield", template: "verify-address" });
    expect(await verifyEmail(system, { token: wordIn(mail, verifyEmailPath), password: "three unlikely words" })).toMatchObject({ account: { email } });
  });

  it("puts nothing that a stranger wrote into a mail to somebody else", async () => {
    await signUpAs(newEmail(), "Win 500 at https://evil.example now");
    await work();
    const { text, html, subject } = only();
    expect(text + html + subject).not.toMatch(/evil|Win 500/);
  });

  it("with a known address tells its owner, and names no link that does anything", async () => {
    const { email } = await createCustomer(system, { name: 'Robin <b>"Hale"</b>' });
    await signUpAs(email, "Somebody else");
    await work();
    const mail = only();
    expect(mail).toMatchObject({ to: email, template: "exists-already" });
    expect(mail.text).toContain('Hello Robin <b>"Hale"</b>,');
    expect(mail.html).toContain("Hello Robin &lt;b&gt;&quot;Hale&quot;&lt;/b&gt;,");
    expect(mail.text + mail.html).not.toMatch(/Somebody else|#[\w-]{20}/);
  });

  it("is not mailed about once the address was confirmed meanwhile", async () => {
    const email = newEmail();
    await signUpAs(email);
    await system.db.update(accounts).set({ emailVerifiedAt: system.clock.now() }).where(eq(accounts.email, email));
    await work();
    expect(mailer.sent).toEqual([]);
    expect(await note()).toMatchObject({ status: "done", lastError: expect.stringMatching(/nobody to tell/) });
  });
});

describe("a forgotten password", () => {
  it("is replaced by way of the mail, and then said to have changed", async () => {
    const { email } = await createCustomer(system);
    await requestPasswordReset(system, { email });
    await work();
    await resetPassword(system, { token: wordIn(only(), resetPasswordPath), newPassword: "another three words" });
    await work();
    expect(only()).toMatchObject({ to: email, template: "password-changed" });
  });

  it("of nobody is mailed to nobody", async () => {
    await requestPasswordReset(system, { email: newEmail() });
    await work();
    expect(mailer.sent).toEqual([]);
    expect(await note()).toMatchObject({ status: "done" });
  });
});

describe("another address", () => {
  it("gets the link, the old one a notice, and the change is confirmed there", async () => {
    const { email, password, customer } = await createCustomer(system);
    const wished = newEmail();
    await requestEmailChange(customer, { email: wished, password });
    await work();
    const [notice, mail] = mailer.sent.splice(0);
    if (!notice || !mail) throw new Error("two mails are sent");
    expect(notice).toMatchObject({ to: email, template: "email-change-notice" });
    expect(notice.text + notice.html).not.toContain(wished);
    expect(mail).toMatchObject({ to: wished, template: "confirm-email" });
    await confirmEmailChange(system, { token: wordIn(mail, changeEmailPath) });
    await work();
    expect(only()).toMatchObject({ to: wished, template: "email-changed" });
  });

  it("sends both mails once, though the second fails at first", async () => {
    const { password, customer } = await createCustomer(system);
    await requestEmailChange(customer, { email: newEmail(), password });
    const { send } = mailer;
    mailer.send = async (mail) => {
      if (mail.template === "confirm-email") mailer.isReachable = false;
      return send(mail);
    };
    expect(await runEvents(system, mailHandlers, { worker: "w" })).toMatchObject({ failed: 1 });
    Object.assign(mailer, { send, isReachable: true });
    system.clock.advanceMinutes(1);
    await work();
    expect(mailer.sent.map(({ template }) => template)).toEqual(["email-change-notice", "confirm-email"]);
  });
});

describe("what is delicate", () => {
  it("is told to its owner", async () => {
    const { ctx, email } = await createPerson(system);
    await changePassword(ctx, { password: testPassword, newPassword: "another three words" });
    await work();
    expect(only()).toMatchObject({ to: email, template: "password-changed" });
    const staff = await createPerson(system, "staff");
    await giveSecondFactor(staff.ctx);
    await work();
    expect(only()).toMatchObject({ to: staff.email, template: "second-factor-changed", text: expect.stringContaining("a code from your app") });
  });
});

describe("an invitation", () => {
  it("lets somebody choose a password by its link", async () => {
    const { ctx } = await createPerson(system, "admin");
    const email = newEmail();
    await inviteStaff(ctx, InviteStaffInput.parse({ email, name: "Kim Lee" }));
    await work();
    const mail = only();
    expect(mail).toMatchObject({ to: email, template: "invitation" });
    await acceptInvitation(system, { token: wordIn(mail, invitationPath), newPassword: testPassword });
  });
});

describe("the words in mails", () => {
  /** Every row of every table, as text. */
  async function everything(): Promise<string> {
    const tables = Object.values(schema).filter((value) => is(value, Table));
    expect(tables.length).toBeGreaterThan(40);
    const rows = [];
    for (const table of tables) rows.push(await queryRows(system.db, sql`select * from ${sql.identifier(getTableName(table))}`));
    return JSON.stringify(rows);
  }

  it("are nowhere in the database, whether the mail goes out, is refused or fails", async () => {
    const words: string[] = [];
    const { send } = mailer;
    mailer.send = async (mail) => {
      words.push(/#([\w-]{27})/.exec(mail.text)?.[1] ?? "none");
      return send(mail);
    };
    const email = newEmail();
    await signUpAs(email);
    await work();
    mailer.outcome = { status: "refused", code: 550 };
    await requestVerification(system, { email });
    await work();
    mailer.isReachable = false;
    await requestVerification(system, { email });
    expect(await work()).toMatchObject({ failed: 1 });
    expect(words).toHaveLength(3);
    expect(new Set(words).size).toBe(3);
    const stored = await everything();
    expect(stored).toContain(email);
    for (const word of words) expect(stored).not.toContain(word);
    const said = JSON.stringify(await system.db.select({ payload: outboxEvents.payload, error: outboxEvents.lastError }).from(outboxEvents));
    expect(said).toMatch(/refused it for good \(550\).*ECONNREFUSED/);
    expect(said).not.toContain(email);
  });
});

describe("a shop without a mail server", () => {
  it("closes the news with a note, and makes no words", async () => {
    mailer.kind = "off";
    await signUpAs(newEmail());
    await work();
    expect(await note()).toMatchObject({ status: "done", lastError: expect.stringMatching(/no mail server \(SMTP_URL\)/) });
    expect(mailer.sent).toEqual([]);
  });
});
