import { createPerson, makeContext, testPassword } from "@cartwright/core/testing";
import { sessions } from "@cartwright/db";
import { useDatabase } from "@cartwright/db/testing";
import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { testServer } from "./client.ts";

const database = useDatabase();
let server: ReturnType<typeof testServer>;
beforeAll(() => {
  server = testServer(database.database);
});

describe("signing in again", () => {
  it("gives the browser another word, and ends the one that it had", async () => {
    const { id, email } = await createPerson(makeContext(database.db));
    const browser = server.browser();
    await browser.mutate("accounts.signIn", { email, password: testPassword });
    const first = browser.cookies.get("cartwright_session") ?? "";
    await browser.mutate("accounts.signIn", { email, password: testPassword });
    expect(browser.cookies.get("cartwright_session")).not.toBe(first);
    const old = server.browser();
    old.cookies.set("cartwright_session", first);
    expect((await old.query("accounts.me")).body.result?.data).toBeNull();
    expect(await database.db.$count(sessions, eq(sessions.userId, id))).toBe(1);
  });

  it("ends nothing when the password is wrong, and nothing of other devices", async () => {
    const { id, email } = await createPerson(makeContext(database.db));
    const [browser, other] = [server.browser(), server.browser()];
    for (const device of [browser, other]) await device.mutate("accounts.signIn", { email, password: testPassword });
    await browser.mutate("accounts.signIn", { email, password: "not this one" });
    expect(await database.db.$count(sessions, eq(sessions.userId, id))).toBe(2);
  });

  it("tells a page the word as a cookie alone, and a program as an answer", async () => {
    const { email } = await createPerson(makeContext(database.db));
    const signIn = (headers: Record<string, string>) =>
      server.browser().send("/api/trpc/accounts.signIn", { method: "POST", headers: { "content-type": "application/json", ...headers }, body: JSON.stringify({ email, password: testPassword }) });
    const page = await signIn({ "sec-fetch-site": "same-origin", origin: "http://localhost" });
    const cookie = /cartwright_session=(cws_[^;]+)/.exec(page.headers.getSetCookie().join())?.[1] ?? "";
    expect(cookie).not.toBe("");
    expect(JSON.stringify(page.body)).not.toContain(cookie);
    expect((await signIn({})).body.result?.data).toMatchObject({ token: expect.stringMatching(/^cws_/) });
  });

  it("never takes up a word that somebody gave the browser before", async () => {
    const { email } = await createPerson(makeContext(database.db));
    const browser = server.browser();
    const planted = `cws_${"a".repeat(27)}`;
    browser.cookies.set("cartwright_session", planted);
    await browser.mutate("accounts.signIn", { email, password: testPassword });
    expect(browser.cookies.get("cartwright_session")).not.toBe(planted);
  });
});
