import { createHmac } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { admin, startRealServer, type RealServer } from "./real-server.ts";
import { run, temporaryFolder, type RunOptions } from "./run.ts";

let server: RealServer;
/** Where the admin is signed in. */
const home = { admin: "", kim: "" };
const kim = { email: "kim@larkfield.example", password: "three odd wooden spoons" };

beforeAll(async () => {
  server = await startRealServer({ isDemo: false });
  home.admin = temporaryFolder();
  home.kim = temporaryFolder();
  await cartwright(["login", "--email", admin.email, "--password-stdin"], { stdin: admin.password });
}, 60_000);
afterAll(() => server.stop());

function cartwright(args: readonly string[], options: RunOptions & { as?: keyof typeof home } = {}) {
  const { as = "admin", ...rest } = options;
  return run(args, { url: server.url, token: null, configHome: home[as], ...rest });
}

/** As the shop's pages do it. */
async function call<Answer>(path: string, input: unknown, bearer?: string): Promise<Answer> {
  const headers = { "content-type": "application/json", ...(bearer ? { authorization: `Bearer ${bearer}` } : {}) };
  const response = await fetch(`${server.url}/api/trpc/${path}`, { method: "POST", headers, body: JSON.stringify(input) });
  const { result, error } = (await response.json()) as { result?: { data: Answer }; error?: { message: string } };
  if (!result) throw new Error(`${path}: ${error?.message}`);
  return result.data;
}

/** RFC 6238, for a secret in base32. */
function totp(secret: string, at = Date.now()): string {
  const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  const bits = Array.from(secret, (letter) => alphabet.indexOf(letter).toString(2).padStart(5, "0")).join("");
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(at / 30_000)));
  const mac = createHmac("sha1", key).update(counter).digest();
  const number = mac.readUInt32BE((mac.at(-1) ?? 0) & 15) & 0x7fffffff;
  return String(number % 1_000_000).padStart(6, "0");
}

describe("staff", () => {
  it("are invited by a link, choose a password, and may do what was granted", async () => {
    const invited = await cartwright(["staff", "invite", kim.email, "--name", "Kim Lee", "--permissions", "orders.read,stock.read", "--show-link"]);
    expect(invited.code).toBe(0);
    const [, word = ""] = /\/invitation#(\S+)\n$/.exec(invited.stdout) ?? [];
    await call("accounts.acceptInvitation", { token: word, newPassword: kim.password });
    expect((await cartwright(["login", "--email", kim.email, "--password-stdin"], { as: "kim", stdin: `${kim.password}\n` })).code).toBe(0);
    expect((await cartwright(["orders", "list"], { as: "kim" })).code).toBe(0);
    expect(await cartwright(["staff", "list"], { as: "kim" })).toMatchObject({ code: 4, stderr: "This needs the permission staff.read.\n" });
    expect((await cartwright(["staff", "list"])).stdout).toMatch(/^admin@\S+\tAdmin\tadmin\tactive\teverything\nkim@\S+\tKim Lee\tstaff\tactive\tstock.read, orders.read\n$/);
  });

  it("are mailed a link as a rule, and nothing secret is printed", async () => {
    const { code, stdout, stderr } = await cartwright(["staff", "invite", "lou@larkfield.example", "--name", "Lou", "--json"]);
    expect([code, stderr]).toEqual([0, ""]);
    expect(JSON.parse(stdout)).toMatchObject({ isInvited: true, link: null });
    expect((await cartwright(["staff", "remove", "lou@larkfield.example"])).stderr).toMatch(/Nobody is here to answer/);
    expect(await cartwright(["staff", "remove", "lou@larkfield.example", "--yes"])).toMatchObject({ code: 0, stderr: "lou@larkfield.example is not of the staff any more.\n" });
  });

  it("get more and less, and the last admin stays", async () => {
    expect((await cartwright(["staff", "grant", kim.email, "coupons.read", "stock.adjust"])).stdout).toMatch(/^may\tstock.read, stock.adjust, orders.read, coupons.read$/m);
    expect((await cartwright(["staff", "revoke", kim.email, "coupons.read,stock.adjust", "--yes"])).stdout).toMatch(/^may\tstock.read, orders.read$/m);
    expect(await cartwright(["staff", "remove", admin.email, "--yes"])).toMatchObject({ code: 5, stderr: "This is the only admin. Make somebody else one first.\n" });
    expect(await cartwright(["staff", "grant", "nobody@larkfield.example", "stock.read"])).toMatchObject({ code: 3 });
    expect(await cartwright(["staff", "grant", kim.email, "stock.everything"])).toMatchObject({ code: 2, stderr: expect.stringContaining("Give permissions such as orders.read.") });
    expect(await cartwright(["staff", "grant", kim.email])).toMatchObject({ code: 2, stderr: "Name permissions, such as orders.refund, or give --admin.\n" });
    expect(JSON.parse((await cartwright(["staff", "grant", kim.email, "stock.read", "--dry-run"])).stdout)).toEqual({ staff: kim.email, permissions: ["stock.read"], isAdmin: false });
  });
});

describe("a lost device", () => {
  it("is signed out by somebody else, after asking", async () => {
    const { token } = await call<{ token: string }>("accounts.signIn", kim);
    expect(await cartwright(["staff", "sign-out", kim.email, "--dry-run"])).toEqual({ code: 0, stdout: "", stderr: `Would sign ${kim.email} out everywhere.\n` });
    expect((await cartwright(["staff", "sign-out", kim.email])).stderr).toMatch(/Nobody is here to answer/);
    expect((await cartwright(["staff", "sign-out", kim.email, "--yes"])).stderr).toMatch(/^\d+ sessions? ended\.\n$/);
    await expect(call("accounts.requestEmailChange", { email: "x@example.com", password: kim.password }, token)).rejects.toThrow("Sign in");
    expect((await cartwright(["orders", "list"], { as: "kim" })).code).toBe(4);
    expect((await cartwright(["login", "--email", kim.email, "--password-stdin"], { as: "kim", stdin: `${kim.password}\n` })).code).toBe(0);
  });
});

describe("tokens", () => {
  it("do what they are for, are listed without the word, and end", async () => {
    const wish = ["tokens", "create", "nightly", "--scopes", "orders.read", "--expires", "30d", "--password-stdin"];
    expect(await cartwright(wish, { as: "kim", stdin: "not this one" })).toMatchObject({ code: 4, stderr: "That is not your password.\n" });
    const { stdout } = await cartwright(wish, { as: "kim", stdin: kim.password });
    const token = stdout.trim();
    expect(stdout).toMatch(/^cwt_[0-9a-f]{46}\n$/);
    expect((await cartwright(["orders", "list"], { token })).code).toBe(0);
    expect(JSON.parse((await cartwright(["whoami", "--json"], { token })).stdout)).toMatchObject({ email: kim.email, permissions: ["orders.read"] });
    expect(await cartwright(["stock", "low"], { token })).toMatchObject({ code: 4, stderr: "This needs the permission stock.read.\n" });
    expect(await cartwright(wish, { token, stdin: kim.password })).toMatchObject({ code: 4, stderr: "An API token can't do this. Sign in for it.\n" });
    const list = await cartwright(["tokens", "list"], { as: "kim" });
    expect(list.stdout).toMatch(new RegExp(`^${token.slice(0, 12)}\tnightly\t${kim.email}\tactive\t`));
    expect(list.stdout).not.toContain(token);
    expect((await cartwright(["tokens", "list", "--everybody"])).stdout).toContain(token.slice(0, 12));
    expect(await cartwright(["tokens", "revoke", token.slice(0, 12), "--yes"], { as: "kim" })).toMatchObject({ code: 0 });
    expect(await cartwright(["orders", "list"], { token })).toMatchObject({ code: 4, stderr: expect.stringContaining("You are not signed in") });
  });

  it("are refused before the password is asked for", async () => {
    const refused = await cartwright(["tokens", "create", "x", "--scopes", "orders.read", "--expires", "400d"]);
    expect(refused).toMatchObject({ code: 2, stderr: expect.stringContaining("A token lasts for a year (365 days) at most.") });
    expect((await cartwright(["tokens", "create", "x", "--scopes", "orders.read"])).stderr).toBe("Your password is needed: give --password-stdin.\n");
  });
});

describe("login", () => {
  it("asks in the browser with --device", { timeout: 30_000 }, async () => {
    const configHome = temporaryFolder();
    const browser = await call<{ token: string }>("accounts.signIn", kim);
    let waiting: ReturnType<typeof run> | undefined;
    const userCode = await new Promise<string>((shown) => {
      const onStderr = (text: string) => {
        const [, code] = /type the code ([A-Z]{4}-[A-Z]{4})/.exec(text) ?? [];
        if (code) shown(code);
      };
      waiting = run(["login", "--device"], { url: server.url, token: null, configHome, onStderr });
    });
    await call("accounts.device.approve", { userCode }, browser.token);
    expect(await waiting).toMatchObject({ code: 0, stderr: expect.stringContaining(`Signed in at ${server.url} as Kim Lee (staff).`) });
    expect((await run(["orders", "list"], { url: server.url, token: null, configHome })).code).toBe(0);
  });

  it("asks for the code of a second factor", async () => {
    const { token } = await call<{ token: string }>("accounts.signIn", kim);
    const { secret } = await call<{ secret: string }>("accounts.secondFactor.begin", { password: kim.password }, token);
    const { recoveryCodes } = await call<{ recoveryCodes: string[] }>("accounts.secondFactor.confirm", { code: totp(secret) }, token);
    const login = (...more: string[]) => cartwright(["login", "--email", kim.email, "--password-stdin", ...more], { as: "kim", stdin: kim.password });
    expect(await login()).toMatchObject({ code: 2, stderr: "This account has a second factor: give its code with --code.\n" });
    expect(await login("--code", totp(secret))).toMatchObject({ code: 4, stderr: "That code is not right, or was used before. Wait for the next one.\n" });
    expect((await login("--code", totp(secret, Date.now() + 30_000))).code).toBe(0);
    expect((await login("--code", recoveryCodes[0] ?? "")).code).toBe(0);
    expect((await cartwright(["staff", "reset-second-factor", kim.email, "--yes"])).stdout).toMatch(/^second factor\toff$/m);
    expect((await login()).code).toBe(0);
  });

  it("lets staff only set up a second factor where the shop wants one", async () => {
    expect((await cartwright(["shop", "set", "--staff-second-factor", "required"])).code).toBe(0);
    const login = await cartwright(["login", "--email", kim.email, "--password-stdin"], { as: "kim", stdin: kim.password });
    expect(login.stderr).toContain("This shop wants a second factor of its staff.");
    expect(await cartwright(["orders", "list"], { as: "kim" })).toMatchObject({ code: 4, stderr: expect.stringMatching(/^Set up your second factor first/) });
    // The admin has none either, and sets one up.
    const { token } = await call<{ token: string }>("accounts.signIn", admin);
    const { secret } = await call<{ secret: string }>("accounts.secondFactor.begin", { password: admin.password }, token);
    await call("accounts.secondFactor.confirm", { code: totp(secret) }, token);
    expect((await cartwright(["shop", "set", "--staff-second-factor", "optional"])).code).toBe(0);
    expect((await cartwright(["orders", "list"], { as: "kim" })).code).toBe(0);
  });
});

describe("audit list", () => {
  it("tells who did what from where, in any part", async () => {
    const all = JSON.parse((await cartwright(["audit", "list", "--all", "--json"])).stdout) as { items: { action: string; actor: string; address: string | null; at: string }[] };
    expect(all.items.map(({ action }) => action)).toEqual(expect.arrayContaining(["staff.invite", "staff.accept", "staff.grant", "staff.revoke", "staff.remove", "api_token.create", "api_token.revoke", "device.approve", "shop.update"]));
    const granted = all.items.find(({ action }) => action === "staff.grant");
    expect(granted).toMatchObject({ actor: expect.stringMatching(/^staff:acc_/), address: "127.0.0.1" });
    const ofStaff = await cartwright(["audit", "list", "--action", "staff.", "--actor", granted?.actor ?? "", "--since", "2026-01-01"]);
    for (const line of ofStaff.stdout.trim().split("\n")) expect(line.split("\t").slice(1, 3)).toEqual([granted?.actor, expect.stringMatching(/^staff\./)]);
    expect(await cartwright(["audit", "list", "--until", "2020-01-01"])).toMatchObject({ code: 0, stdout: "", stderr: "Nothing was done.\n" });
    expect((await cartwright(["audit", "list", "--since", "yesterday"])).code).toBe(2);
    expect(await cartwright(["audit", "list"], { as: "kim" })).toMatchObject({ code: 4, stderr: "This needs the permission audit.read.\n" });
  });
});
