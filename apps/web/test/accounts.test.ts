import { AxeBuilder } from "@axe-core/playwright";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { addToCart, fillCheckout, goTo, orderNumber } from "./support/buy.ts";
import { change, giveCredentials, makeCustomer, signIn, somebody } from "./support/customers.ts";
import { linkIn, mailTo } from "./support/mails.ts";
import { signInAsStaff } from "./support/staff.ts";
import { useBrowser } from "./support/use-browser.ts";

const { openPage, shopUrl } = useBrowser();

const cartWith = (page: Page, things: string) => page.getByRole("banner").getByRole("link", { name: new RegExp(`Cart.*${things}`) });

async function payCash(page: Page): Promise<string> {
  await page.getByText("Cash on delivery").first().click();
  await page.getByRole("button", { name: /^Order and pay/ }).click();
  return orderNumber(page);
}

async function fillAddress(page: Page, { name, street }: { name: string; street: string }): Promise<void> {
  await page.getByLabel("Name", { exact: true }).fill(name);
  await page.getByLabel("Street and house number").fill(street);
  await page.getByLabel("Postcode").fill("10115");
  await page.getByLabel("Town or city").fill("Berlin");
}

describe("signing up", () => {
  test("the mail and the password open the account, and the cart from before is still there", async () => {
    const person = somebody();
    const page = await openPage();
    await addToCart(page, "/products/field-mug");
    await goTo(page, "/sign-in");
    await page.getByRole("link", { name: "make one" }).click();
    await page.getByLabel("Name").fill("Ida Rhys");
    await page.getByLabel("E-mail address").fill(person.email);
    await page.getByLabel("Password", { exact: true }).fill("too short");
    await page.getByText("Too short so far.").waitFor();
    await page.getByLabel("Password", { exact: true }).fill(person.password);
    await page.getByText("Strong.").waitFor();
    await page.getByRole("button", { name: "Make an account" }).click();
    await page.getByRole("heading", { name: "We have sent you a mail." }).waitFor();
    await page.reload({ waitUntil: "networkidle" });
    await page.getByText(person.email).waitFor();

    await goTo(page, linkIn(await mailTo(shopUrl, person.email, "verify-address")));
    await page.getByLabel("Password", { exact: true }).fill(person.password);
    await page.getByRole("button", { name: "Confirm and sign in" }).click();
    await page.getByRole("heading", { name: "Good to see you, Ida." }).waitFor();
    await cartWith(page, "1 thing").waitFor();
  });

  test("wrong fields are named, the focus goes to the first, and nothing typed is lost by a reload", async () => {
    const page = await openPage({ expectedErrors: /400/ });
    await goTo(page, "/sign-up");
    await page.getByLabel("E-mail address").fill("no address");
    await page.getByRole("button", { name: "Make an account" }).click();
    await page.getByText("Give your name.").waitFor();
    await page.getByText("Give an e-mail address").waitFor();
    await page.getByText("Use at least 10 characters.").waitFor();
    expect(await page.evaluate(() => document.activeElement?.getAttribute("name"))).toBe("name");
    await page.getByLabel("Name").fill("Ida Rhys");
    await page.reload({ waitUntil: "networkidle" });
    expect(await page.getByLabel("Name").inputValue()).toBe("Ida Rhys");
    expect(await page.getByLabel("E-mail address").inputValue()).toBe("no address");

    // What only the server knows to be weak stands at its field, too.
    await page.getByLabel("E-mail address").fill("ida@example.com");
    await page.getByLabel("Password", { exact: true }).fill("qwertyuiop");
    await page.getByRole("button", { name: "Make an account" }).click();
    await page.getByText("That is one of the first to be guessed.").waitFor();
    expect(await page.evaluate(() => document.activeElement?.getAttribute("name"))).toBe("password");
  });

  test("a link that was used says so and sends another", async () => {
    const person = somebody();
    await change(shopUrl, "accounts.signUp", { ...person, name: "Ida Rhys" });
    const page = await openPage({ expectedErrors: /400|403/ });
    const link = linkIn(await mailTo(shopUrl, person.email, "verify-address"));
    await goTo(page, link);
    await page.getByLabel("Password", { exact: true }).fill("not the password at all");
    await page.getByRole("button", { name: "Confirm and sign in" }).click();
    await page.getByText("Give the password that you chose when you signed up").waitFor();
    await page.getByLabel("Password", { exact: true }).fill(person.password);
    await page.getByRole("button", { name: "Confirm and sign in" }).click();
    await page.getByRole("heading", { name: "Good to see you, Ida." }).waitFor();
    await goTo(page, link);
    await page.getByLabel("Password", { exact: true }).fill(person.password);
    await page.getByRole("button", { name: "Confirm and sign in" }).click();
    await page.getByText("This link does not work any more.").waitFor();
    await page.getByLabel("E-mail address").fill(person.email);
    await page.getByRole("button", { name: "Send me another link" }).click();
    await page.getByText(`If there is an unconfirmed account with ${person.email}`).waitFor();
  });

  test("a guest who has ordered is offered an account, which takes the order in", async () => {
    const { email, password } = somebody();
    const page = await openPage();
    await addToCart(page, "/products/field-mug");
    await fillCheckout(page, email);
    const number = await payCash(page);
    await page.getByRole("link", { name: "Make an account" }).click();
    expect(await page.getByLabel("E-mail address").inputValue()).toBe(email);
    expect(await page.getByLabel("Name").inputValue()).toBe("Ada Byron");
    await page.getByLabel("Password", { exact: true }).fill(password);
    await page.getByRole("button", { name: "Make an account" }).click();
    await goTo(page, linkIn(await mailTo(shopUrl, email, "verify-address")));
    await page.getByLabel("Password", { exact: true }).fill(password);
    await page.getByRole("button", { name: "Confirm and sign in" }).click();
    await page.getByRole("link", { name: new RegExp(`#${number}`) }).waitFor();
  });
});

test("a forgotten password is chosen anew by mail, and every device is signed out", async () => {
  const person = await makeCustomer(shopUrl);
  const elsewhere = await openPage({ expectedErrors: /401/ });
  await signIn(elsewhere, person);
  const page = await openPage({ expectedErrors: /400/ });
  await goTo(page, "/sign-in");
  await page.getByRole("link", { name: "Forgotten?" }).click();
  await page.getByLabel("E-mail address").fill(person.email);
  await page.getByRole("button", { name: "Send me a link" }).click();
  await page.getByText(`If there is an account with ${person.email}`).waitFor();
  const link = linkIn(await mailTo(shopUrl, person.email, "reset-password"));
  await goTo(page, link);
  await page.getByLabel("New password").fill("meadow lark kettle");
  await page.getByRole("button", { name: "Take this password" }).click();
  await page.getByText("That is your password now.").waitFor();
  await elsewhere.getByRole("link", { name: "Addresses" }).click();
  await elsewhere.getByText("You have been signed out.").waitFor();
  await goTo(page, "/sign-in");
  await giveCredentials(page, { ...person, password: "meadow lark kettle" });
  await page.getByRole("heading", { name: "Good to see you, Ida." }).waitFor();
  await page.goto("about:blank");
  await goTo(page, link);
  await page.getByLabel("New password").fill("kettle meadow lark");
  await page.getByRole("button", { name: "Take this password" }).click();
  await page.getByText("This link does not work any more.").waitFor();
});

test("whoever signs in goes where they were going, and finds both carts in one", async () => {
  const person = await makeCustomer(shopUrl);
  const first = await openPage();
  await signIn(first, person);
  await addToCart(first, "/products/field-mug");
  const page = await openPage();
  await addToCart(page, "/products/field-mug");
  await goTo(page, "/account/addresses");
  await page.waitForURL(/\/sign-in\?from=%2Faccount%2Faddresses/);
  await giveCredentials(page, person);
  await page.getByRole("heading", { name: "Addresses" }).waitFor();
  await page.getByText("We put your two carts together.").waitFor();
  await cartWith(page, "2 things").waitFor();
});

test("name, address and preferences are changed, and the new address counts once its mail was read", async () => {
  const person = await makeCustomer(shopUrl);
  const next = somebody().email;
  const page = await openPage({ expectedErrors: /403/ });
  await signIn(page, person);
  await page.getByRole("link", { name: "You", exact: true }).click();
  await page.getByLabel("Name", { exact: true }).fill("Ida Rhys-Moor");
  await page.getByRole("button", { name: "Keep this name" }).click();
  await page.getByText("Kept.").waitFor();
  await page.getByLabel("Write to me now and then").check();
  await page.getByLabel("Language").selectOption("de");
  await page.getByRole("button", { name: "Keep this", exact: true }).click();
  await page.getByRole("region", { name: "Preferences" }).getByText("Kept.").waitFor();

  await page.getByLabel("New e-mail address").fill(next);
  await page.getByLabel("Your password").fill("not my password");
  await page.getByRole("button", { name: "Send the link" }).click();
  await page.getByText("That is not your password.").waitFor();
  expect(await page.getByLabel("New e-mail address").inputValue()).toBe(next);
  await page.getByLabel("Your password").fill(person.password);
  await page.getByRole("button", { name: "Send the link" }).click();
  await page.getByText(`A mail is on its way to ${next}.`).waitFor();
  const link = linkIn(await mailTo(shopUrl, next, "confirm-email"));
  await goTo(page, "/account/profile");
  await page.getByText(person.email).waitFor();
  expect(await page.getByLabel("Language").inputValue()).toBe("de");
  expect(await page.getByLabel("Write to me now and then").isChecked()).toBe(true);
  await goTo(page, link);
  await page.getByRole("button", { name: "Use the new address" }).click();
  await page.getByText(`${next} is the address of your account now.`).waitFor();
  await goTo(page, "/account/profile");
  await page.getByText(next).waitFor();
});

describe("the address book", () => {
  test("is written, changed and thinned out, and a reload keeps what is typed", async () => {
    const page = await openPage();
    await signIn(page, await makeCustomer(shopUrl));
    await goTo(page, "/account/addresses");
    await page.getByRole("button", { name: "Add an address" }).click();
    await page.getByRole("button", { name: "Keep this address" }).click();
    await page.getByText("Who should it go to?").waitFor();
    await fillAddress(page, { name: "Ida Rhys", street: "Torstraße 1" });
    await page.reload({ waitUntil: "networkidle" });
    await page.getByRole("button", { name: "Add an address" }).click();
    expect(await page.getByLabel("Street and house number").inputValue()).toBe("Torstraße 1");
    await page.getByRole("button", { name: "Keep this address" }).click();
    const book = page.getByRole("list", { name: "Your addresses" });
    await book.getByText("Parcels go here · Bills go here").waitFor();

    await page.getByRole("button", { name: "Add an address" }).click();
    expect(await page.getByLabel("Street and house number").inputValue()).toBe("");
    await fillAddress(page, { name: "Ida Rhys", street: "Lange Straße 22" });
    await page.getByLabel("Bills usually go here").check();
    await page.getByRole("button", { name: "Keep this address" }).click();
    await book.getByText("Bills go here", { exact: true }).waitFor();
    await book.getByRole("button", { name: "Send parcels here" }).click();
    await book.getByText("Parcels go here · Bills go here").waitFor();

    await book.getByRole("button", { name: /^Change.*Torstraße 1/ }).click();
    await page.getByLabel("Street and house number").fill("Torstraße 11");
    await page.getByRole("button", { name: "Keep this address" }).click();
    await book.getByText("Torstraße 11", { exact: true }).waitFor();
    await book.getByRole("button", { name: /^Take out.*Torstraße 11/ }).click();
    await book.getByRole("button", { name: "Yes, take it out" }).click();
    await book.getByText("Torstraße 11", { exact: true }).waitFor({ state: "detached" });
    expect(await book.getByRole("listitem").count()).toBe(1);
  });

  test("fills the checkout, which adds to it", async () => {
    const person = await makeCustomer(shopUrl);
    const page = await openPage();
    await signIn(page, person);
    await addToCart(page, "/products/field-mug");
    await goTo(page, "/checkout");
    expect(await page.getByLabel("E-mail address").inputValue()).toBe(person.email);
    await page.getByRole("button", { name: "On to the address" }).click();
    await fillAddress(page, { name: "Ida Rhys", street: "Torstraße 1" });
    await page.getByLabel("Keep this address in my address book").check();
    await page.getByRole("button", { name: "On to the delivery" }).click();
    await page.getByRole("button", { name: "On to the payment" }).click();
    await payCash(page);
    await page.waitForLoadState("networkidle");
    expect(await page.getByRole("link", { name: "Make an account" }).count()).toBe(0);

    await addToCart(page, "/products/field-mug");
    await goTo(page, "/checkout");
    await page.getByRole("button", { name: "On to the address" }).click();
    await page.getByLabel("From your address book").waitFor();
    expect(await page.getByLabel("Street and house number").inputValue()).toBe("Torstraße 1");
    expect(await page.getByLabel("Keep this address in my address book").count()).toBe(0);
    await page.getByLabel("From your address book").selectOption({ label: "Another address" });
    expect(await page.getByLabel("Street and house number").inputValue()).toBe("");
    await page.getByLabel("From your address book").selectOption({ index: 0 });
    await page.getByRole("button", { name: "On to the delivery" }).click();
    await page.getByText("Ida Rhys, Torstraße 1, 10115 Berlin, Germany").waitFor();
  });
});

test("an old order is ordered again, and what is gone of it is said", async () => {
  const staff = await signInAsStaff(shopUrl);
  const { variantId } = await staff.variantOf("three-stirrers");
  const person = await makeCustomer(shopUrl);
  const page = await openPage();
  await signIn(page, person);
  await addToCart(page, "/products/three-stirrers");
  await fillCheckout(page, person.email);
  const number = await payCash(page);
  await goTo(page, "/account");
  await page.getByRole("link", { name: new RegExp(`#${number}`) }).click();
  await page.getByRole("button", { name: "Order again" }).click();
  await page.getByText("It is all in your cart.").waitFor();
  await cartWith(page, "1 thing").waitFor();

  await staff.setStock(variantId, 2);
  await page.getByRole("button", { name: "Order again" }).click();
  await page.getByText("None of it is to be had just now.").waitFor();
  await page.getByText("Three Stirrers has sold out, or you have the last of it in your cart.").waitFor();
});

describe("one's data", () => {
  test("is downloaded with the password", async () => {
    const person = await makeCustomer(shopUrl);
    const page = await openPage({ expectedErrors: /403/ });
    await signIn(page, person);
    await goTo(page, "/account/data");
    await page.getByLabel("Your password").fill("not my password");
    await page.getByRole("button", { name: "Download my data" }).click();
    await page.getByText("That is not your password.").waitFor();
    await page.getByLabel("Your password").fill(person.password);
    const download = page.waitForEvent("download");
    await page.getByRole("button", { name: "Download my data" }).click();
    const folder = mkdtempSync(join(tmpdir(), "cartwright-download-"));
    try {
      const file = join(folder, "data.json");
      await (await download).saveAs(file);
      expect(JSON.parse(readFileSync(file, "utf8"))).toMatchObject({ email: person.email, account: { profile: { name: "Ida Rhys" } } });
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  test("is deleted with password and sentence, once no order is under way", async () => {
    const staff = await signInAsStaff(shopUrl);
    const person = await makeCustomer(shopUrl);
    const page = await openPage({ expectedErrors: /401|409/ });
    await signIn(page, person);
    await addToCart(page, "/products/field-mug");
    await fillCheckout(page, person.email);
    const order = await payCash(page);
    const erase = async () => {
      await goTo(page, "/account/data");
      await page.getByRole("button", { name: "Delete my account" }).click();
      const form = page.locator("form", { hasText: "Delete it for good" });
      await form.getByLabel("Your password").fill(person.password);
      await form.getByRole("button", { name: "Delete it for good" }).click();
      await form.getByText("Type “delete my account”.").waitFor();
      await form.getByLabel("Type “delete my account”").fill("Delete my account");
      await form.getByRole("button", { name: "Delete it for good" }).click();
    };
    await erase();
    await page.getByText("Not yet: something is still under way.").waitFor();
    await page.getByRole("main").getByRole("link", { name: `#${order}` }).waitFor();
    await staff.send("orders.cancel", { order, reason: "the customer wants to leave" });
    await erase();
    await page.getByRole("heading", { name: "Your account is gone." }).waitFor();
    await goTo(page, "/sign-in");
    await giveCredentials(page, person);
    await page.getByText("E-mail address and password don't fit together").waitFor();
  });
});

describe.each(["light", "dark"] as const)("in %s", (colorScheme) => {
  test("no page of an account keeps anybody out", async () => {
    const page = await openPage({ colorScheme, reducedMotion: "reduce", viewport: { width: 390, height: 844 }, expectedErrors: /404/ });
    const open = ["/sign-up", "/sign-up/sent", "/forgot-password", "/account/deleted"];
    for (const path of [...open, ...["verify", "reset", "email", "invitation"].flatMap((kind) => [`/account/${kind}`, `/account/${kind}#a-word-that-may-be-one`])]) {
      // A change behind the # alone is no new page.
      await page.goto("about:blank");
      await expectAccessible(page, path);
    }
    await signIn(page, await makeCustomer(shopUrl));
    for (const path of ["/account", "/account/profile", "/account/addresses", "/account/security", "/account/data", "/device", "/device?code=BCDFGHJK"]) await expectAccessible(page, path);
    await page.getByText("Nothing waits under this code.").waitFor();
    await goTo(page, "/account/addresses");
    await page.getByRole("button", { name: "Add an address" }).click();
    await page.getByRole("button", { name: "Keep this address" }).click();
    await expectNoViolations(page, "an address with errors");
  });
});

async function expectAccessible(page: Page, path: string): Promise<void> {
  await goTo(page, path);
  expect(await page.locator('meta[name="robots"]').getAttribute("content"), path).toContain("noindex");
  await expectNoViolations(page, path);
}

async function expectNoViolations(page: Page, what: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => ({ what, id, html: nodes.slice(0, 3).map(({ html }) => html) }))).toEqual([]);
}
