import { AxeBuilder } from "@axe-core/playwright";
import { describe, expect, test } from "vitest";
import { goTo } from "./support/buy.ts";
import { change, giveCredentials, makeCustomer, signIn } from "./support/customers.ts";
import { linkIn, mailTo } from "./support/mails.ts";
import { setUpSecondFactor } from "./support/second-factor.ts";
import { signInAsStaff } from "./support/staff.ts";
import { totpCode } from "./support/totp.ts";
import { useBrowser } from "./support/use-browser.ts";

const { openPage, shopUrl } = useBrowser();

const wrongCode = "That code is not right, or was used before.";

describe("a second factor", () => {
  test("is set up, asked for at the next sign-in, and let through by a code of the app", async () => {
    const person = await makeCustomer(shopUrl);
    const page = await openPage({ expectedErrors: /401|403/ });
    await signIn(page, person);
    const { secret } = await setUpSecondFactor(page, person);
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);

    const other = await openPage({ expectedErrors: /401|403/ });
    await goTo(other, "/sign-in?from=/account/addresses");
    await giveCredentials(other, person);
    await other.getByRole("heading", { name: "One more thing" }).waitFor();
    await other.getByLabel("Code from your app").fill("000000");
    await other.getByRole("button", { name: "Sign in", exact: true }).click();
    await other.getByText(wrongCode).waitFor();
    // The code of this half minute was used up when it was turned on.
    await other.getByLabel("Code from your app").fill(totpCode(secret, 1));
    await other.getByRole("button", { name: "Sign in", exact: true }).click();
    await other.getByRole("heading", { name: "Addresses" }).waitFor();
  });

  test("is let through by a recovery code once, and turned off by another", async () => {
    const person = await makeCustomer(shopUrl);
    const page = await openPage({ expectedErrors: /401|403/ });
    await signIn(page, person);
    const { codes } = await setUpSecondFactor(page, person);
    const other = await openPage({ expectedErrors: /401|403/ });
    for (const [place, code] of [codes[0], codes[0], codes[1]].entries()) {
      await goTo(other, "/sign-in");
      await giveCredentials(other, person);
      await other.getByRole("button", { name: "Use a recovery code instead" }).click();
      await other.getByLabel("Recovery code").fill(code ?? "");
      await other.getByRole("button", { name: "Sign in", exact: true }).click();
      if (place === 1) await other.getByText(wrongCode).waitFor();
      else await other.getByRole("heading", { name: "Good to see you, Ida." }).waitFor();
      await other.context().clearCookies();
    }
    await goTo(page, "/account/security");
    const part = page.getByRole("region", { name: "Second factor" });
    await part.getByText("8 recovery codes are left.").waitFor();
    await part.getByRole("button", { name: "Turn it off" }).click();
    await part.getByLabel("Your password").fill(person.password);
    await part.getByLabel("Code").fill(codes[2] ?? "");
    await part.getByRole("button", { name: "Turn it off" }).click();
    await part.getByRole("button", { name: "Set it up" }).waitFor();
  });
});

describe("devices", () => {
  test("one that is signed out from another notices at its next step", async () => {
    const person = await makeCustomer(shopUrl);
    const [own, lost] = [await openPage(), await openPage({ expectedErrors: /401/ })];
    await signIn(lost, person);
    await signIn(own, person);
    await goTo(own, "/account/security");
    const devices = own.getByRole("list", { name: "Devices" });
    // With the one that confirmed the address.
    await expect.poll(() => devices.getByRole("listitem").count()).toBe(3);
    expect(await devices.getByText("This device").count()).toBe(1);
    await own.getByRole("button", { name: "Sign out everywhere else" }).click();
    await expect.poll(() => devices.getByRole("listitem").count()).toBe(1);

    await lost.getByRole("link", { name: "Addresses" }).click();
    await lost.getByText("You have been signed out.").waitFor();
    await giveCredentials(lost, person);
    await lost.getByRole("heading", { name: "Addresses" }).waitFor();
    await goTo(own, "/account/security");
    await devices.getByRole("button", { name: /^Sign out/ }).click();
    await expect.poll(() => devices.getByRole("listitem").count()).toBe(1);
    await lost.getByRole("button", { name: "Add an address" }).click();
    await lost.getByLabel("Name", { exact: true }).fill("Ida Rhys");
    await lost.getByLabel("Street and house number").fill("Torstraße 1");
    await lost.getByLabel("Postcode").fill("10115");
    await lost.getByLabel("Town or city").fill("Berlin");
    await lost.getByRole("button", { name: "Keep this address" }).click();
    await lost.getByText("You have been signed out.").waitFor();
  });

  test("a new password signs the others out", async () => {
    const person = await makeCustomer(shopUrl);
    const [own, lost] = [await openPage(), await openPage({ expectedErrors: /401/ })];
    await signIn(lost, person);
    await signIn(own, person);
    await goTo(own, "/account/security");
    const part = own.getByRole("region", { name: "Password" });
    await part.getByLabel("Your password").fill(person.password);
    await part.getByLabel("New password").fill("meadow lark kettle");
    await part.getByRole("button", { name: "Change the password" }).click();
    await part.getByText("Changed. All other devices are signed out.").waitFor();
    await lost.getByRole("link", { name: "Addresses" }).click();
    await lost.getByText("You have been signed out.").waitFor();
  });
});

describe("a command line", () => {
  const begin = () => change<{ userCode: string; deviceCode: string }>(shopUrl, "accounts.device.begin", { device: "workshop" });

  test("is signed in by who is asked, after a sign-in that leads back", async () => {
    const person = await makeCustomer(shopUrl);
    const { userCode, deviceCode } = await begin();
    const page = await openPage();
    await goTo(page, `/device?code=${userCode}`);
    await giveCredentials(page, person);
    await page.getByRole("heading", { name: "Sign in “workshop”?" }).waitFor();
    await page.getByText(userCode).waitFor();
    await page.getByText(person.email).waitFor();
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    await page.getByRole("button", { name: "Yes, sign it in" }).click();
    await page.getByText("It is signed in as you.").waitFor();
    expect(await change(shopUrl, "accounts.device.poll", { deviceCode })).toMatchObject({ status: "signed_in", session: { account: { email: person.email } } });
    await goTo(page, "/account/security");
    await page.getByRole("list", { name: "Devices" }).getByText("workshop").first().waitFor();
  });

  test("is refused, and its code is worth nothing any more", async () => {
    const { userCode, deviceCode } = await begin();
    const page = await openPage({ expectedErrors: /404/ });
    await signIn(page, await makeCustomer(shopUrl));
    await goTo(page, "/device");
    await page.getByLabel("Code").fill("BCD");
    await page.getByRole("button", { name: "Go on" }).click();
    await page.getByText("The code has eight letters.").waitFor();
    await page.getByLabel("Code").fill(userCode.toLowerCase().replace("-", " "));
    await page.getByRole("button", { name: "Go on" }).click();
    await page.getByRole("button", { name: "No", exact: true }).click();
    await page.getByText("It was refused.").waitFor();
    await expect(change(shopUrl, "accounts.device.poll", { deviceCode })).rejects.toThrow("refused");
    await goTo(page, `/device?code=${userCode}`);
    await page.getByText("Nothing waits under this code.").waitFor();
  });
});

test("somebody who is invited to the staff chooses a password and signs in with it", async () => {
  const staff = await signInAsStaff(shopUrl);
  const email = `kim-${Date.now()}@example.com`;
  await staff.send("staff.invite", { email, name: "Kim Lee" });
  const page = await openPage();
  await goTo(page, linkIn(await mailTo(shopUrl, email, "invitation")));
  await page.getByLabel("New password").fill("kettle lark meadow");
  await page.getByRole("button", { name: "Take this password" }).click();
  await page.getByRole("main").getByRole("link", { name: "Sign in" }).click();
  await giveCredentials(page, { email, password: "kettle lark meadow" });
  await page.getByRole("heading", { name: "Good to see you, Kim." }).waitFor();
});
