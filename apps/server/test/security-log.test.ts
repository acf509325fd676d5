import { createSellable, createPerson, createPlacedOrder, giveSecondFactor, makeContext, testPassword } from "@cartwright/core/testing";
import { useDatabase } from "@cartwright/db/testing";
import { describe, expect, it } from "vitest";
import { testServer } from "./client.ts";

const database = useDatabase();

/** A server, and the lines about security that it has written. */
function listening(more: Parameters<typeof testServer>[2] = {}) {
  const server = testServer(database.database, {}, { trustedProxies: "1", ...more });
  const lines = () => server.log.map((line) => JSON.parse(line) as Record<string, unknown>).filter(({ msg }) => msg === "security");
  return { ...server, lines };
}

describe("the log of what concerns security", () => {
  it("has every sign-in, right or wrong, with when, from where and whose it was", async () => {
    const { browser, lines } = listening();
    const { email, id } = await createPerson(makeContext(database.db));
    const person = browser();
    const headers = { "content-type": "application/json", "x-forwarded-for": "203.0.113.9" };
    const signIn = (password: string) => person.send("/api/trpc/accounts.signIn", { method: "POST", headers, body: JSON.stringify({ email, password }) });
    await signIn("not this one");
    await signIn(testPassword);
    await person.mutate("accounts.signOut", {});
    expect(lines()).toMatchObject([
      { path: "accounts.signIn", outcome: "accounts.wrong_credentials", account: null, address: "203.0.113.9", time: expect.any(Number), requestId: expect.stringMatching(/^req_/) },
      { path: "accounts.signIn", outcome: "ok", account: id, address: "203.0.113.9" },
      { path: "accounts.signOut", outcome: "ok", account: id },
    ]);
    const [wrong, right] = lines();
    expect(wrong?.["emailHash"]).toEqual(right?.["emailHash"]);
    for (const secret of [email, testPassword, "not this one"]) expect(JSON.stringify(lines())).not.toContain(secret);
  });

  it("tells that a code was asked for, and when it was wrong", async () => {
    const { browser, lines } = listening();
    const { email, ctx } = await createPerson(makeContext(database.db));
    await giveSecondFactor(ctx);
    const asked = await browser().mutate("accounts.signIn", { email, password: testPassword });
    const details = asked.body.error?.data["details"] as { challenge: string } | undefined;
    const challenge = details?.challenge ?? "";
    await browser().mutate("accounts.confirmSecondFactor", { challenge, code: "000-000" });
    expect(lines().map(({ path, outcome }) => [path, outcome])).toEqual([
      ["accounts.signIn", "accounts.second_factor_required"],
      ["accounts.confirmSecondFactor", "second_factor.wrong_code"],
    ]);
    expect(JSON.stringify(lines())).not.toContain(challenge);
  });

  it("has who was refused for what they may not do, and who asked for somebody else's", async () => {
    const { browser, lines } = listening();
    const { email, id } = await createPerson(makeContext(database.db));
    const { order } = await createPlacedOrder(makeContext(database.db));
    await browser().query("orders.list", {});
    const person = browser();
    await person.mutate("accounts.signIn", { email, password: testPassword });
    await person.query("orders.list", {});
    await person.query("orders.getMine", { order });
    expect(lines().filter(({ outcome }) => outcome !== "ok")).toMatchObject([
      { path: "orders.list", outcome: "access.sign_in_required", account: null },
      { path: "orders.list", outcome: "access.not_allowed", account: id },
      { path: "orders.getMine", outcome: "order.not_found", account: id },
    ]);
  });

  it("has what was no valid input, and what came too often", async () => {
    const { browser, lines } = listening({ hasRateLimits: true });
    await browser().mutate("cart.addLine", { variantId: 7 });
    const guesser = browser();
    for (let tries = 0; tries < 20; tries += 1) await guesser.mutate("cart.applyCoupon", { code: `GUESS${tries}` });
    const outcomes = new Set(lines().map(({ path, outcome }) => `${String(path)} ${String(outcome)}`));
    expect(outcomes).toContain("cart.addLine input.invalid");
    expect(outcomes).toContain("cart.applyCoupon request.too_many");
  });

  it("says in the request's own line why it came to no procedure", async () => {
    const { app, log } = listening();
    await app.request("/api/trpc/cart.addLine", { method: "POST", headers: { origin: "https://evil.example", cookie: "a=b" }, body: "{}" });
    expect(log.map((line) => JSON.parse(line) as object)).toMatchObject([{ msg: "request", status: 403, reason: "request.foreign_origin" }]);
  });

  it("has nothing of what went as it should", async () => {
    const { browser, lines } = listening();
    const { variantId } = await createSellable(makeContext(database.db));
    const guest = browser();
    await guest.query("shop.get");
    await guest.mutate("cart.addLine", { variantId, quantity: 1 });
    expect(lines()).toEqual([]);
  });

  it("writes one line for one thing, whatever somebody puts into it", async () => {
    const { browser, log, lines } = listening();
    const email = 'x"\r\n{"msg":"security","outcome":"ok"}@example.com';
    await browser().mutate("accounts.signIn", { email, password: "line\nbreak" });
    await browser().send(`/api/${encodeURIComponent('a\r\n{"msg":"security"}')}`, {});
    for (const line of log) expect(line.trimEnd()).not.toContain("\n");
    expect(lines()).toMatchObject([{ outcome: "input.invalid" }]);
  });
});
