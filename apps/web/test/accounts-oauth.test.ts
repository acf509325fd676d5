import { randomInt } from "node:crypto";
import { createServer } from "node:net";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startProvider } from "../../server/test/oauth-scene.ts";
import { goTo } from "./support/buy.ts";
import { makeCustomer, signIn } from "./support/customers.ts";
import { setUpSecondFactor } from "./support/second-factor.ts";
import { startShop, type RunningShop } from "./support/start-shop.ts";
import { totpCode } from "./support/totp.ts";
import { useBrowser } from "./support/use-browser.ts";

const { openPage, shopUrl: shopWithoutProviders } = useBrowser();

let provider: Awaited<ReturnType<typeof startProvider>>;
let shop: RunningShop;

beforeAll(async () => {
  provider = await startProvider();
  const port = await freePort();
  const { clientId, clientSecret, authorizeUrl, tokenUrl, personUrl } = provider.google;
  shop = await startShop({
    PORT: String(port),
    PUBLIC_URL: `http://localhost:${port}`,
    OAUTH_GOOGLE_CLIENT_ID: clientId,
    OAUTH_GOOGLE_CLIENT_SECRET: clientSecret,
    OAUTH_GOOGLE_AUTHORIZE_URL: authorizeUrl,
    OAUTH_GOOGLE_TOKEN_URL: tokenUrl,
    OAUTH_GOOGLE_PERSON_URL: personUrl,
  });
});
afterAll(async () => {
  await shop.stop();
  await provider.stop();
});

/** Providers send people back to an address that was told them before: the port must be known. */
function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const server = createServer();
    server.once("error", fail);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => (typeof address === "object" && address ? done(address.port) : fail(new Error("no port"))));
    });
  });
}

const subject = () => String(randomInt(1, 2 ** 40));
const openShop = (expectedErrors?: RegExp): Promise<Page> => openPage({ baseURL: shop.url, ...(expectedErrors ? { expectedErrors } : {}) });

test("a shop without providers offers none", async () => {
  const page = await openPage();
  await goTo(page, `${shopWithoutProviders}/sign-in`);
  expect(await page.getByRole("button", { name: /Sign in with/ }).count()).toBe(0);
});

test("somebody comes by a provider, to where they were going, and chooses a password later", async () => {
  const email = `nora-${subject()}@example.com`;
  provider.says({ sub: subject(), email, isVerified: true, name: "Nora Vale" });
  const page = await openShop();
  await goTo(page, "/account/profile");
  await page.getByRole("button", { name: "Sign in with Google" }).click();
  await page.getByRole("heading", { name: "You", exact: true }).waitFor();
  await page.getByText(email).waitFor();
  await goTo(page, "/account/security");
  await page.getByText("Choose a password first").waitFor();
  await page.getByRole("list", { name: "Linked sign-ins" }).getByText(email).waitFor();
  await page.getByLabel("New password").fill("kettle lark meadow");
  await page.getByRole("button", { name: "Change the password" }).click();
  await page.getByText("Changed. All other devices are signed out.").waitFor();
  await page.getByRole("region", { name: "Password" }).getByLabel("Your password").waitFor();
});

test("who says no there, or has no confirmed address, is told so here", async () => {
  const page = await openShop();
  provider.says(null);
  await goTo(page, "/sign-in");
  await page.getByRole("button", { name: "Sign in with Google" }).click();
  await page.getByText("Nobody said yes there").waitFor();
  provider.says({ sub: subject(), email: "nobody@example.com", isVerified: false, name: "Nobody" });
  await page.getByRole("button", { name: "Sign in with Google" }).click();
  await page.getByText("The provider has not confirmed your e-mail address.").waitFor();
});

test("a provider is linked and taken away with the password", async () => {
  const person = await makeCustomer(shop.url);
  const other = `other-${subject()}@example.com`;
  provider.says({ sub: subject(), email: other, isVerified: true, name: "Ida" });
  const page = await openShop(/403/);
  await signIn(page, person);
  await goTo(page, "/account/security");
  const part = page.getByRole("region", { name: "Linked sign-ins" });
  await part.getByRole("button", { name: "Link Google" }).click();
  await part.getByLabel("Your password").fill("not my password");
  await part.getByRole("button", { name: "Go to Google" }).click();
  await part.getByText("That is not your password.").waitFor();
  await part.getByLabel("Your password").fill(person.password);
  await part.getByRole("button", { name: "Go to Google" }).click();
  await part.getByText(other).waitFor();
  await page.waitForLoadState("networkidle");
  await part.getByRole("button", { name: "Take away Google" }).click();
  await part.getByLabel("Your password").fill(person.password);
  await part.getByRole("button", { name: "Sign in by Google no more" }).click();
  await part.getByText("Not linked").waitFor();
});

test("a second factor is asked for after the provider, too", async () => {
  const person = await makeCustomer(shop.url);
  const own = await openShop(/40[13]/);
  await signIn(own, person);
  const { secret } = await setUpSecondFactor(own, person);
  provider.says({ sub: subject(), email: person.email, isVerified: true, name: "Ida Rhys" });
  const page = await openShop();
  await goTo(page, "/sign-in?from=/account/addresses");
  await page.getByRole("button", { name: "Sign in with Google" }).click();
  await page.getByRole("heading", { name: "One more thing" }).waitFor();
  await page.getByLabel("Code from your app").fill(totpCode(secret, 1));
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await page.getByRole("heading", { name: "Addresses" }).waitFor();
});
