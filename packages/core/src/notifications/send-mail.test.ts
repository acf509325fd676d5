import { inTransaction } from "@cartwright/db";
import { useDatabase } from "@cartwright/db/testing";
import { beforeEach, describe, expect, it } from "vitest";
import { memoryMailer, makeContext, type MemoryMailer, type TestContext } from "../testing/index.ts";
import { text } from "./letter.ts";
import { MailServerError } from "./mailer.ts";
import { sendMail } from "./send-mail.ts";

const database = useDatabase();
let mailer: MemoryMailer;
let ctx: TestContext;

beforeEach(() => {
  mailer = memoryMailer();
  ctx = makeContext(database.db, { ports: { mailer }, shop: { name: "Larkfield" } });
});

const aKey = () => crypto.randomUUID();
const to = "robin@example.com";
const letter = { subject: "Hello", blocks: [text("Hello")] };
const send = (key: string, addressed: { to: string } | null = { to }) => sendMail(ctx, { key, template: "test", write: async () => addressed && { ...addressed, letter } });

describe("sendMail", () => {
  it("hands over text, HTML and who it is from", async () => {
    const key = aKey();
    expect(await send(key)).toEqual({ status: "sent" });
    expect(mailer.sent).toEqual([
      expect.objectContaining({ to, from: { name: "Larkfield", address: "shop@shop.example" }, subject: "Hello", template: "test", key, text: expect.stringContaining("Hello"), html: expect.stringContaining("<!doctype html>") }),
    ]);
  });

  it("sends once what is asked for twice", async () => {
    const key = aKey();
    await send(key);
    expect(await send(key)).toEqual({ status: "sent" });
    await send(aKey());
    expect(mailer.sent).toHaveLength(2);
  });

  it("gives up what is refused for good, and remembers that", async () => {
    const key = aKey();
    mailer.outcome = { status: "refused", code: 550 };
    expect(await send(key)).toEqual({ status: "refused", code: 550 });
    mailer.outcome = { status: "sent" };
    expect(await send(key)).toEqual({ status: "refused", code: 550 });
    expect(mailer.sent).toEqual([]);
  });

  it("fails while no mail server answers, and sends it then", async () => {
    const key = aKey();
    mailer.isReachable = false;
    await expect(send(key)).rejects.toBeInstanceOf(MailServerError);
    mailer.isReachable = true;
    await send(key);
    expect(mailer.sent).toHaveLength(1);
  });

  it.each(["", "robin", "robin@example.com, all@example.com", "robin@example.com\r\nBcc: all@example.com", "Robin <robin@example.com>", `${"a".repeat(250)}@example.com`])(
    "sends nothing to %j",
    async (address) => {
      expect(await send(aKey(), { to: address })).toEqual({ status: "moot" });
      expect(mailer.sent).toEqual([]);
    },
  );

  it("writes nothing where there is no mail server, or nobody to tell", async () => {
    expect(await send(aKey(), null)).toEqual({ status: "moot" });
    mailer.kind = "off";
    const write = () => Promise.reject(new Error("nobody reads it"));
    expect(await sendMail(ctx, { key: aKey(), template: "test", write })).toEqual({ status: "off" });
  });

  it("is no work for a transaction", async () => {
    await expect(inTransaction(ctx, (ctx) => sendMail(ctx, { key: aKey(), template: "test", write: async () => null }))).rejects.toThrow(/outside of transactions/);
  });
});
