import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { run } from "./run.ts";
import { startStub, type StubShop } from "./stub-server.ts";

let shop: StubShop;
beforeAll(async () => {
  shop = await startStub();
});
afterAll(() => shop.stop());
beforeEach(() => {
  shop.calls.length = 0;
  shop.mail = { kind: "smtp", from: "shop@shop.example", problem: null };
});

const test = (...args: string[]) => run(["mail", "test", ...args], { url: shop.url });

describe("mail test", () => {
  it("sends a mail, and says how far it got", async () => {
    expect(await test("you@shop.example")).toMatchObject({ code: 0, stdout: "", stderr: expect.stringContaining("took a mail to you@shop.example") });
    expect(shop.calls.find(({ path }) => path === "mail.test")?.input).toEqual({ to: "you@shop.example" });
    expect(JSON.parse((await test("you@shop.example", "--json")).stdout)).toEqual({ sentTo: "you@shop.example", by: "smtp" });
    shop.mail.kind = "mailbox";
    expect((await test("you@shop.example")).stderr).toContain(`${shop.url}/dev/mail`);
  });

  it("refuses what is no address, and a shop without a mail server", async () => {
    expect((await test("nobody")).code).toBe(2);
    expect(shop.calls.some(({ path }) => path === "mail.test")).toBe(false);
    shop.mail.kind = "off";
    expect(await test("you@shop.example")).toMatchObject({ code: 5, stderr: expect.stringContaining("no mail server") });
  });
});

describe("doctor", () => {
  const check = async () => (await run(["doctor"], { url: shop.url })).stdout.split("\n").find((line) => line.includes("\tmail\t"));

  it("says how mail is sent, and loudly when it is not", async () => {
    expect(await check()).toBe("ok\tmail\tthe mail server answers; mails come from shop@shop.example");
    shop.mail.problem = "The mail server took nothing: ECONNECTION.";
    expect(await check()).toBe("warning\tmail\tThe mail server took nothing: ECONNECTION. See: cartwright events list --status waiting");
    shop.mail.kind = "off";
    expect(await check()).toMatch(/^warning\tmail\tMAILS ARE NOT SENT: set SMTP_URL/);
    shop.mail = { kind: "mailbox", from: "shop@localhost", problem: null };
    expect(await check()).toMatch(/^ok\tmail\tkept in the development mailbox/);
  });
});
