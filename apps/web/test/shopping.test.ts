import { testCards } from "@cartwright/core/payments/schemas";
import { expect, test } from "vitest";
import { addToCart, fillCheckout, goTo, orderNumber, payWith } from "./support/buy.ts";
import { useBrowser } from "./support/use-browser.ts";

const { openPage } = useBrowser();

test("a visitor browses, filters, chooses, is declined once, and buys", async () => {
  const page = await openPage({ expectedErrors: /402/ });
  await goTo(page, "/");
  await page.getByRole("main").getByRole("link", { name: "Table", exact: true }).click();
  await page.getByRole("heading", { level: 1, name: "Table" }).waitFor();
  await page.getByRole("complementary", { name: "Filters" }).getByLabel("Pell Pottery").check();
  await page.waitForURL(/brand=pell-pottery/);
  await page.getByRole("list", { name: "Filters in use" }).getByRole("link", { name: "Pell Pottery" }).waitFor();
  await page.getByRole("link", { name: "Field Mug" }).click();

  await page.getByRole("heading", { level: 1, name: "Field Mug" }).waitFor();
  await page.getByText("450 ml", { exact: true }).first().click();
  await page.waitForURL(/variant=/);
  await page.getByText("€24.00").first().waitFor();
  await page.getByRole("button", { name: "Add to cart" }).click();
  await page.getByRole("link", { name: "Look at the cart" }).click();

  await page.getByRole("heading", { level: 1, name: "Your cart" }).waitFor();
  await page.getByRole("button", { name: "One more" }).click();
  await page.getByRole("banner").getByRole("link", { name: /Cart.*2 things/ }).waitFor();
  await page.getByRole("link", { name: "To the checkout" }).click();
  await page.getByRole("heading", { level: 1, name: "Checkout" }).waitFor();
  await fillCheckout(page);
  await payWith(page, testCards.declined);
  await page.getByText("The payment did not go through.").waitFor();
  await payWith(page, testCards.approved);
  expect(await orderNumber(page)).toMatch(/^\d+$/);
  await page.getByRole("banner").getByRole("link", { name: /Cart.*0 things/ }).waitFor();

  // The link alone opens it, for whoever has it.
  const stranger = await openPage();
  await goTo(stranger, page.url());
  await stranger.getByText("Ada Byron").first().waitFor();
});

test("the keyboard alone puts something into the cart", async () => {
  const page = await openPage();
  await goTo(page, "/products/field-mug");
  await page.keyboard.press("Tab");
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Skip to the content");
  await page.keyboard.press("Enter");
  const focused = () => page.evaluate(() => document.activeElement?.textContent ?? "");
  for (let presses = 0; presses < 40 && (await focused()) !== "Add to cart"; presses += 1) {
    if (await page.evaluate(() => document.activeElement?.matches("input[type=radio]"))) await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Tab");
  }
  expect(await focused()).toBe("Add to cart");
  await page.keyboard.press("Enter");
  await page.getByText("It is in your cart.").waitFor();
  expect(page.url()).toContain("variant=");
});

test("a line is taken out and put back", async () => {
  const page = await openPage();
  await addToCart(page, "/products/field-mug");
  await goTo(page, "/cart");
  await page.getByRole("button", { name: "Remove Field Mug" }).click();
  await page.getByText("Nothing in it yet.").waitFor();
  await page.getByRole("button", { name: "Put it back" }).click();
  await page.getByRole("list", { name: "In your cart" }).getByRole("link", { name: "Field Mug" }).waitFor();
});

test("more than there is gets told how many are left", async () => {
  const page = await openPage({ expectedErrors: /409/ });
  await goTo(page, "/products/field-mug");
  await page.getByText("Moss", { exact: true }).first().click();
  await page.getByText("Only 3 left").waitFor();
  await page.getByRole("button", { name: "One more" }).click();
  await page.getByRole("button", { name: "One more" }).click();
  expect(await page.getByRole("button", { name: "One more" }).isDisabled()).toBe(true);
  await page.getByRole("button", { name: "Add to cart" }).click();
  await page.getByText("It is in your cart.").waitFor();
  await page.getByRole("button", { name: "Add to cart" }).click();
  await page.getByRole("alert").getByText("Only 3 left.").waitFor();
});

test("the demo customer signs in, finds the cart still full, and sees the order under orders", async () => {
  const page = await openPage();
  await addToCart(page, "/products/field-mug");
  await goTo(page, "/account");
  await page.waitForURL(/\/sign-in\?from=%2Faccount/);
  await page.getByLabel("E-mail address").fill("robin@larkfield.example");
  await page.getByLabel("Password").fill("larkfield-robin");
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByRole("heading", { name: "Good to see you, Robin." }).waitFor();
  await fillCheckout(page);
  await page.getByText("Cash on delivery").first().click();
  await page.getByRole("button", { name: /^Order and pay/ }).click();
  const number = await orderNumber(page);
  await goTo(page, "/account");
  await page.getByRole("link", { name: new RegExp(`#${number}`) }).click();
  await page.getByRole("heading", { level: 1, name: `Order #${number}` }).waitFor();
  await page.getByText("To be paid on delivery").waitFor();
  await goTo(page, "/account");
  await page.getByRole("button", { name: "Sign out" }).click();
  await page.getByRole("link", { name: "Sign in" }).first().waitFor();
});

test("a guest finds an order by number and e-mail address, and only with both", async () => {
  const page = await openPage({ expectedErrors: /404/ });
  await addToCart(page, "/products/field-mug");
  await fillCheckout(page);
  await payWith(page, testCards.approved);
  const number = await orderNumber(page);
  await goTo(page, "/orders/find");
  await page.getByLabel("Order number").fill(number);
  await page.getByLabel("E-mail address").fill("somebody@example.com");
  await page.getByRole("button", { name: "Find it" }).click();
  await page.getByText("There is no such order").waitFor();
  await page.getByLabel("E-mail address").fill("ada@example.com");
  await page.getByRole("button", { name: "Find it" }).click();
  await page.getByRole("region", { name: `Order ${number}` }).waitFor();
});
