import { MailServerError, type Mail } from "@cartwright/core/notifications";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { startSmtp, type SmtpScene } from "../../../test/smtp-scene.ts";
import { smtpMailer, type SmtpMailer } from "./smtp.ts";
import { smtpOptions } from "./smtp-options.ts";

const about = { from: { name: null, address: "shop@shop.example" }, shopUrl: "https://shop.example" };
let server: SmtpScene;
let mailer: SmtpMailer;

beforeEach(async () => {
  server = await startSmtp();
  mailer = smtpMailer(smtpOptions(server.url), about);
});
afterEach(async () => {
  mailer.close();
  await server.stop();
});

const mail = (given: Partial<Mail> = {}): Mail => ({
  to: "robin@example.com",
  from: { name: "Larkfield", address: "shop@shop.example" },
  subject: "Order 1001",
  text: "Thank you for ünïcode.\n",
  html: "<p>Thank you for ünïcode.</p>",
  template: "order-confirmed",
  key: "evt_01-order-confirmed",
  ...given,
});
const only = () => {
  expect(server.taken).toHaveLength(1);
  const [taken] = server.taken;
  if (!taken) throw new Error("nothing arrived");
  return taken;
};

describe("a mail by SMTP", () => {
  it("arrives with both parts, and says that no person wrote it", async () => {
    expect(await mailer.send(mail())).toEqual({ status: "sent" });
    const { from, to, mail: parsed } = only();
    expect({ from, to }).toEqual({ from: "shop@shop.example", to: ["robin@example.com"] });
    expect(parsed).toMatchObject({ subject: "Order 1001", from: { name: "Larkfield", address: "shop@shop.example" }, to: [{ address: "robin@example.com" }], messageId: "<evt_01-order-confirmed@shop.example>" });
    expect(parsed.text?.trim()).toBe("Thank you for ünïcode.");
    expect(parsed.html?.trim()).toBe("<p>Thank you for ünïcode.</p>");
    expect(parsed.headers.find(({ key }) => key === "auto-submitted")?.value).toBe("auto-generated");
  });

  it("lets no header be smuggled in by a name, a subject or an address", async () => {
    await mailer.send(mail({ subject: "Hello\r\nBcc: all@example.com\r\n\r\nbody", from: { name: 'A "shop"\r\nBcc: all@example.com', address: "shop@shop.example" } }));
    const { to, mail: parsed } = only();
    expect(to).toEqual(["robin@example.com"]);
    expect(parsed.headers.map(({ key }) => key)).not.toContain("bcc");
    expect(parsed.bcc).toBeUndefined();
    expect(parsed.text?.trim()).toBe("Thank you for ünïcode.");
    const outcome = await mailer.send(mail({ to: "robin@example.com\r\nRCPT TO:<all@example.com>" })).catch((error: unknown) => error);
    expect(outcome).not.toEqual({ status: "sent" });
    expect(server.taken.slice(1).flatMap(({ to }) => to)).not.toContain("all@example.com");
  });

  it("is given up when the mail server refuses the recipient for good", async () => {
    server.refuse = (address) => ({ code: 550, message: `No such user ${address}` });
    expect(await mailer.send(mail())).toEqual({ status: "refused", code: 550 });
    server.refuse = () => null;
    expect(await mailer.send(mail())).toEqual({ status: "sent" });
  });

  it("is tried again later when the mail server says so, and the error names nobody", async () => {
    server.refuse = (address) => ({ code: 451, message: `Greylisted ${address}` });
    const error: unknown = await mailer.send(mail()).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(MailServerError);
    expect(error).toMatchObject({ message: "The mail server took nothing: it answered 451 at RCPT TO." });
    expect(error).not.toHaveProperty("cause");
  });

  it("is tried again later when nobody answers", async () => {
    await server.stop();
    await expect(mailer.send(mail())).rejects.toBeInstanceOf(MailServerError);
    expect(await mailer.findProblem()).toMatch(/^The mail server took nothing: E[A-Z]+/);
  });

  it("is kept when the sign-in is refused: that is no fault of the mail", async () => {
    const strict = await startSmtp({ authOptional: false, disabledCommands: [], allowInsecureAuth: true, onAuth: (_, __, done) => done(Object.assign(new Error("no"), { responseCode: 535 })) });
    const wrong = smtpMailer(smtpOptions(strict.url.replace("//", "//shop:wrong@")), about);
    await expect(wrong.send(mail())).rejects.toThrow(/535/);
    expect(await wrong.findProblem()).toMatch(/535/);
    wrong.close();
    await strict.stop();
  });
});

describe("TLS", () => {
  it("is used where it is offered", async () => {
    await mailer.send(mail());
    expect(only().isSecure).toBe(true);
  });

  it("is insisted on away from this machine: nothing is sent where it is not offered, or the certificate is unknown", async () => {
    const elsewhere = smtpOptions("smtp://mail.example");
    const plain = await startSmtp({ hideSTARTTLS: true, disabledCommands: ["AUTH", "STARTTLS"] });
    const { port } = new URL(plain.url);
    const { port: known } = new URL(server.url);
    for (const [scene, number] of [[plain, port], [server, known]] as const) {
      const far = smtpMailer({ ...elsewhere, host: "127.0.0.1", port: Number(number) }, about);
      await expect(far.send(mail())).rejects.toBeInstanceOf(MailServerError);
      expect(scene.taken).toEqual([]);
      far.close();
    }
    await plain.stop();
  });
});

describe("a mail server that answers", () => {
  it("has no problem", async () => {
    expect(await mailer.findProblem()).toBeNull();
  });
});
