import { issueAccountToken, requestPasswordReset } from "@cartwright/core/accounts";
import type { Mail } from "@cartwright/core/notifications";
import { createCustomer, makeContext } from "@cartwright/core/testing";
import { outboxEvents } from "@cartwright/db";
import { useDatabase } from "@cartwright/db/testing";
import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { noMailer } from "../src/adapters/mail/no-mailer.ts";
import { smtpMailer, type SmtpMailer } from "../src/adapters/mail/smtp.ts";
import { smtpOptions } from "../src/adapters/mail/smtp-options.ts";
import { createApp } from "../src/app.ts";
import { systemContext } from "../src/context.ts";
import { readEnv } from "../src/env.ts";
import { startWorker } from "../src/worker.ts";
import { adminOf, testServer } from "./client.ts";
import { startSmtp, type SmtpScene } from "./smtp-scene.ts";

const database = useDatabase();
const about = { from: { name: null, address: "shop@shop.example" }, shopUrl: "https://shop.example" };
let server: ReturnType<typeof testServer>;
let stops: (() => unknown)[];

beforeEach(async () => {
  server = testServer(database.database);
  stops = [];
  await database.db.delete(outboxEvents);
});
afterEach(async () => {
  for (const stop of stops.toReversed()) await stop();
});

async function useSmtp(scene?: SmtpScene): Promise<{ smtp: SmtpScene; mailer: SmtpMailer }> {
  const smtp = scene ?? (await startSmtp());
  const mailer = smtpMailer(smtpOptions(smtp.url), about);
  server.parts.ports.mailer = mailer;
  stops.push(smtp.stop, mailer.close);
  return { smtp, mailer };
}
function work(): void {
  stops.push(startWorker(server.parts, { pauseMilliseconds: 20 }));
}
async function askForPassword(): Promise<string> {
  const ctx = { ...makeContext(database.db), clock: { now: () => new Date() } };
  const { email } = await createCustomer(makeContext(database.db));
  await requestPasswordReset(ctx, { email });
  return email;
}
const event = async () => (await database.db.select().from(outboxEvents))[0];
const hasten = () => database.db.update(outboxEvents).set({ availableAt: new Date(0) }).where(eq(outboxEvents.status, "waiting"));

describe("a mail of the shop", () => {
  it("arrives by SMTP with text, HTML and a link that works, and nothing of it is in the log", async () => {
    const { smtp } = await useSmtp();
    const email = await askForPassword();
    work();
    await vi.waitFor(() => expect(smtp.taken).toHaveLength(1));
    const [taken] = smtp.taken;
    expect(taken?.to).toEqual([email]);
    const word = /#([\w-]{27})/.exec(taken?.mail.text ?? "")?.[1] ?? "none";
    expect(taken?.mail.html).toContain(`#${word}"`);
    const reset = await server.browser().mutate("accounts.resetPassword", { token: word, newPassword: "another three words" });
    expect(reset.status).toBe(200);
    expect(server.log.join()).not.toMatch(new RegExp(`${word}|${email}`));
  });

  it("is tried again while the mail server is away, and arrives once it is back", async () => {
    const { smtp } = await useSmtp();
    const { send } = server.parts.ports.mailer;
    const tried: Mail[] = [];
    let isAway = true;
    server.parts.ports.mailer.send = async (mail) => {
      tried.push(mail);
      if (!isAway) return send(mail);
      const dead = smtpMailer(smtpOptions("smtp://127.0.0.1:1"), about);
      return dead.send(mail).finally(dead.close);
    };
    const email = await askForPassword();
    work();
    await vi.waitFor(async () => expect(await event()).toMatchObject({ status: "waiting", attempts: 1, leasedBy: null, lastError: expect.stringMatching(/took nothing/) }));
    isAway = false;
    await hasten();
    await vi.waitFor(async () => expect(await event()).toMatchObject({ status: "done", attempts: 2 }));
    expect(smtp.taken.map(({ to }) => to)).toEqual([[email]]);
    const words = tried.map(({ text }) => /#([\w-]{27})/.exec(text)?.[1] ?? "none");
    const said = server.log.join() + JSON.stringify(await event());
    expect(said).toContain("took nothing");
    expect(new Set(words).size).toBe(2);
    for (const secret of [...words, email]) expect(said).not.toContain(secret);
  });

  it("that is refused for good is not tried again", async () => {
    const { smtp } = await useSmtp();
    let asked = 0;
    smtp.refuse = (address) => {
      asked += 1;
      return { code: 550, message: `No such user ${address}` };
    };
    const email = await askForPassword();
    work();
    await vi.waitFor(async () => expect(await event()).toMatchObject({ status: "done", attempts: 1, lastError: "Not sent: reset-password. The mail server refused it for good (550)." }));
    expect(asked).toBe(1);
    expect(server.log.join()).not.toContain(email);
  });

  it("is not sent without a mail server, which doctor says", async () => {
    const admin = await adminOf(server);
    const doctor = async () => (await admin.query("system.doctor")).body.result?.data as unknown as { mail: object };
    expect((await doctor()).mail).toEqual({ kind: "mailbox", from: "shop@localhost", problem: null });
    server.parts.ports.mailer = noMailer(about);
    await askForPassword();
    work();
    await vi.waitFor(async () => expect(await event()).toMatchObject({ status: "done", lastError: expect.stringMatching(/no mail server/) }));
    expect((await doctor()).mail).toEqual({ kind: "off", from: "shop@shop.example", problem: "Mails are not sent: SMTP_URL is not set." });
    expect((await admin.mutate("mail.test", { to: "robin@example.com" })).body.error).toMatchObject({ data: { reason: "mail.off" } });
  });
});

describe("/dev/mail", () => {
  const page = async (path: string) => {
    const response = await server.app.request(path);
    return { status: response.status, headers: response.headers, text: await response.text() };
  };

  it("shows what would have been sent, as HTML in a frame without scripts and as text, without a script of its own", async () => {
    expect((await page("/dev/mail")).text).toContain("No mail yet");
    const email = await askForPassword();
    work();
    await vi.waitFor(async () => expect((await page("/dev/mail")).text).toContain(email));
    const list = await page("/dev/mail");
    const link = /href="(\/dev\/mail\/evt_[^"]+)"/.exec(list.text)?.[1] ?? "";
    const shown = await page(link);
    expect(shown.text).toMatch(/<iframe [^>]*sandbox="allow-popups allow-popups-to-escape-sandbox" srcdoc="&lt;!doctype html&gt;/);
    const asText = await page(`${link}?as=text`);
    expect(asText.text).toMatch(/<pre>.*<a href="http:\/\/localhost:3000\/account\/reset#[\w-]{27}">/s);
    for (const { text, headers } of [list, shown, asText]) {
      expect(text).not.toContain("<script");
      expect(headers.get("content-security-policy")).toContain("default-src 'none'");
      expect(headers.get("cache-control")).toBe("no-store");
    }
    expect((await page("/dev/mail/evt_nothing")).status).toBe(404);
  });

  it("escapes what mails say", async () => {
    const ctx = await systemContext(server.parts, "test");
    const { accountId } = await createCustomer(makeContext(database.db), { name: "Robin" });
    expect(await issueAccountToken(ctx, { accountId, kind: "reset_password" })).not.toBeNull();
    const hostile = '<script>alert("1")</script>';
    await ctx.ports.mailer.send({ to: "robin@example.com", from: { name: "", address: "shop@shop.example" }, subject: hostile, text: hostile, html: "<head></head>", template: "test", key: "evt_hostile" });
    for (const path of ["/dev/mail", "/dev/mail/evt_hostile", "/dev/mail/evt_hostile?as=text"]) {
      const { text } = await page(path);
      expect(text).not.toContain("<script");
      expect(text).toContain("&lt;script&gt;alert(&quot;1&quot;)");
    }
  });

  it("is not there in production, with or without a mail server", async () => {
    const production = { NODE_ENV: "production", CARTWRIGHT_SECRET: "k3Jv8xQ2mN7pL0wZ5rT1yB4hF6gD9sAc" };
    expect(readEnv(production).mail).toMatchObject({ smtpUrl: null, isKept: false });
    for (const mailer of [noMailer(about), smtpMailer(smtpOptions("smtp://127.0.0.1:1"), about)]) {
      const app = createApp({ ...server.parts, ports: { ...server.parts.ports, mailer } }, null);
      expect((await app.request("/dev/mail")).status).toBe(404);
    }
  });
});

describe("how mail is set up", () => {
  const production = { NODE_ENV: "production", CARTWRIGHT_SECRET: "k3Jv8xQ2mN7pL0wZ5rT1yB4hF6gD9sAc", PUBLIC_URL: "https://shop.example/" };
  const smtp = { SMTP_URL: "smtp://mail.example", MAIL_FROM: "The Shop <shop@shop.example>" };

  it("is read from the environment", () => {
    expect(readEnv({ ...production, ...smtp }).mail).toEqual({ smtpUrl: "smtp://mail.example", isKept: false, from: { name: "The Shop", address: "shop@shop.example" }, shopUrl: "https://shop.example" });
    expect(readEnv({ ...smtp, MAIL_FROM: "shop@shop.example" }).mail.from).toEqual({ name: null, address: "shop@shop.example" });
    expect(readEnv({ PORT: "4000" }).mail).toEqual({ smtpUrl: null, isKept: true, from: { name: null, address: "shop@localhost" }, shopUrl: "http://localhost:4000" });
  });

  it.each([
    [{ SMTP_URL: "mail.example" }, /^SMTP_URL must be/],
    [{ SMTP_URL: "https://mail.example" }, /^SMTP_URL must be/],
    [{ MAIL_FROM: "the shop" }, /^MAIL_FROM must be/],
    [{ MAIL_FROM: "shop@shop.example\r\nBcc: all@example.com" }, /^MAIL_FROM must be/],
    [{ MAIL_FROM: "" }, /^MAIL_FROM must be set/],
    [{ PUBLIC_URL: "" }, /^PUBLIC_URL must be set/],
  ])("is refused when it is wrong: %j", (given, message) => {
    expect(() => readEnv({ ...production, ...smtp, ...given })).toThrow(message);
  });
});
