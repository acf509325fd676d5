import { createAccount } from "@cartwright/core/accounts";
import { anAddress, as, createSellable, ensureShipping, giveSecondFactor, makeContext } from "@cartwright/core/testing";
import { accounts, mailboxMessages } from "@cartwright/db";
import { useDatabase } from "@cartwright/db/testing";
import { desc, eq } from "drizzle-orm";
import { randomBytes, randomUUID } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, expect, it } from "vitest";
import { secretBox } from "../src/adapters/secret-box.ts";
import { startProvider } from "./oauth-scene.ts";
import { useServers, visitor } from "./process.ts";

const database = useDatabase();
const servers = useServers(database);
let provider: Awaited<ReturnType<typeof startProvider>>;
beforeAll(async () => {
  provider = await startProvider();
});
afterAll(() => provider.stop());

const word = () => randomBytes(24).toString("base64url");

/** The word of the last mail to somebody, once it is there. */
async function mailed(email: string, template: RegExp): Promise<string> {
  for (;;) {
    const mails = await database.db.select().from(mailboxMessages).where(eq(mailboxMessages.recipient, email)).orderBy(desc(mailboxMessages.id));
    const found = mails.find((mail) => template.test(mail.template));
    const token = found && /#(?:token=)?([\w-]{20,})/.exec(found.text)?.[1];
    if (token) return token;
    await pause(50);
  }
}

it("names no password, token, cookie, code or card in anything it writes, at the level that tells most", async () => {
  const env = { CARTWRIGHT_SECRET: word(), METRICS_TOKEN: word() };
  const clientSecret = provider.google.clientSecret;
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const server = await servers.start({
    ...env,
    NODE_ENV: "development",
    LOG_LEVEL: "trace",
    PORT: String(port),
    PUBLIC_URL: `http://localhost:${port}`,
    OAUTH_GOOGLE_CLIENT_ID: provider.google.clientId,
    OAUTH_GOOGLE_CLIENT_SECRET: clientSecret,
    OAUTH_GOOGLE_AUTHORIZE_URL: provider.google.authorizeUrl,
    OAUTH_GOOGLE_TOKEN_URL: provider.google.tokenUrl,
    OAUTH_GOOGLE_PERSON_URL: provider.google.personUrl,
  });
  const secrets = new Map<string, string>(Object.entries({ ...env, clientSecret }));
  const keep = <Text extends string>(name: string, secret: Text): Text => {
    secrets.set(name, secret);
    return secret;
  };
  const keepCookies = (name: string, { cookies }: ReturnType<typeof visitor>) => {
    for (const [cookie, value] of cookies) keep(`${name} ${cookie}`, value);
  };
  const system = { ...makeContext(database.db), clock: { now: () => new Date() } };

  // Signing up, confirming, forgetting the password, signing in wrongly and rightly.
  const email = `${randomUUID()}@example.com`;
  const [password, newPassword, wrongPassword] = [keep("password", word()), keep("new password", word()), keep("wrong password", word())];
  const person = visitor(url);
  await person.mutate("accounts.signUp", { email, name: "Robin Hale", password });
  expect(await person.mutate("accounts.verifyEmail", { token: keep("mailed word", await mailed(email, /verif|confirm/)), password })).toMatchObject({ status: 200 });
  keepCookies("first session", person);
  await person.mutate("accounts.requestPasswordReset", { email });
  expect(await person.mutate("accounts.resetPassword", { token: keep("reset word", await mailed(email, /reset/)), newPassword })).toMatchObject({ status: 200 });
  expect(await person.mutate("accounts.signIn", { email, password: wrongPassword })).toMatchObject({ status: 401 });
  expect(await person.mutate("accounts.signIn", { email, password: newPassword })).toMatchObject({ status: 200 });
  keepCookies("session", person);

  // A second factor.
  const [account] = await database.db.select().from(accounts).where(eq(accounts.email, email));
  const ports = { ...makeContext(database.db).ports, secretBox: secretBox(env.CARTWRIGHT_SECRET) };
  const own = as({ ...makeContext(database.db), ports }, { kind: "customer" as const, id: account?.id ?? "", permissions: [], cartToken: null });
  const { secret, recoveryCodes } = await giveSecondFactor(own, newPassword);
  keep("totp secret", secret);
  const asked = await visitor(url).mutate("accounts.signIn", { email, password: newPassword });
  expect(asked).toMatchObject({ status: 401, reason: "accounts.second_factor_required" });
  const challenge = keep("challenge", String(asked.details?.["challenge"]));
  expect(await visitor(url).mutate("accounts.confirmSecondFactor", { challenge, code: keep("recovery code", recoveryCodes[0] ?? "") })).toMatchObject({ status: 200 });

  // An order, paid by a card that is declined and one that is not, and its page, whose address opens it.
  const shop = makeContext(database.db);
  await ensureShipping(shop);
  const { variantId } = await createSellable(shop, { stock: 5, priceMinor: 1_000 });
  const buyer = visitor(url);
  await buyer.mutate("cart.addLine", { variantId, quantity: 1 });
  await buyer.mutate("checkout.update", { email, shippingAddress: anAddress, shippingMethod: "standard" });
  const { data } = await buyer.query("checkout.get");
  const expectedTotalMinor = (data as { totals: { total: { amountMinor: number } } }).totals.total.amountMinor;
  const pay = (number: string) => buyer.mutate("checkout.place", { idempotencyKey: randomUUID(), expectedTotalMinor, paymentMethod: "test_card", card: { number } });
  expect((await pay(keep("declined card", "4000000000000002"))).status).toBe(402);
  const placed = await pay(keep("card", "4242424242424242"));
  expect(placed.status).toBe(200);
  const accessToken = keep("order word", (placed.data as { accessToken: string }).accessToken);
  keepCookies("buyer", buyer);
  expect((await fetch(`${url}/order/${accessToken}`)).status).toBe(200);
  expect((await buyer.query(`orders.getByToken?input=${encodeURIComponent(JSON.stringify({ token: accessToken }))}`)).status).toBe(200);

  // Staff, an API token, and a command line that is signed in by a browser.
  const staff = { email: `${randomUUID()}@example.com`, password: keep("staff password", word()) };
  await createAccount(system, { ...staff, name: "Staff", role: "admin" });
  const admin = visitor(url);
  await admin.mutate("accounts.signIn", staff);
  keepCookies("staff", admin);
  const made = await admin.mutate("tokens.create", { name: "logs", scopes: ["orders.read"], password: staff.password });
  const token = keep("api token", (made.data as { token: string }).token);
  expect((await fetch(`${url}/api/trpc/orders.list?input=%7B%7D`, { headers: { authorization: `Bearer ${token}` } })).status).toBe(200);
  const device = await visitor(url).mutate("accounts.device.begin", { device: "a laptop" });
  keep("device code", (device.data as { deviceCode: string }).deviceCode);

  // A provider, and the code it sends back in an address.
  provider.says({ sub: "77", email: `${randomUUID()}@example.com`, isVerified: true, name: "Kim" });
  const traveller = visitor(url);
  const way = await traveller.mutate("accounts.oauth.begin", { provider: "google" });
  const back = new URL((await fetch((way.data as { url: string }).url, { redirect: "manual" })).headers.get("location") ?? "");
  for (const name of ["code", "state"]) keep(`oauth ${name}`, back.searchParams.get(name) ?? "");
  const cookie = [...traveller.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
  for (const broken of [true, false]) {
    provider.breaks(broken);
    await fetch(`${url}${back.pathname}${back.search}`, { headers: { cookie }, redirect: "manual" });
  }
  keepCookies("traveller", traveller);

  // What goes wrong is written down more fully than what goes well.
  const headers = { "content-type": "application/json" };
  await fetch(`${url}/api/trpc/accounts.signIn`, { method: "POST", headers, body: `{"email":"${email}","password":"${newPassword}"` });
  await fetch(`${url}/api/trpc/accounts.signIn`, { method: "POST", headers, body: JSON.stringify({ email: newPassword, password: 5 }) });
  expect((await fetch(`${url}/metrics`, { headers: { authorization: `Bearer ${env.METRICS_TOKEN}` } })).status).toBe(200);
  if (database.database.dialect === "postgres") keep("database password", new URL(database.url).password);

  server.child.kill("SIGTERM");
  await server.exited;
  const log = server.output();
  for (const path of ["accounts.signIn", "checkout.place", "accounts.oauth.begin", "/order/…", "/oauth/google/callback"]) expect(log).toContain(path);
  expect(secrets.size).toBeGreaterThan(20);
  const said = [...secrets].filter(([, secret]) => secret.length > 5 && (log.includes(secret) || log.includes(encodeURIComponent(secret)))).map(([name]) => name);
  expect(said).toEqual([]);
}, 60_000);

/** A public address has to be known before the server starts. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}
