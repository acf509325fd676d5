import { testCards } from "@cartwright/core/payments/schemas";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { addToCart, fillCheckout, goTo, orderNumber, payWith } from "./support/buy.ts";
import { useBrowser } from "./support/use-browser.ts";

const { openPage } = useBrowser();

async function enterCode(page: Page, code: string): Promise<void> {
  const field = page.getByLabel("Code", { exact: true });
  if (!(await field.isVisible())) await page.getByText(/^(Have a|Another) code\?$/).click();
  await field.fill(code);
  await page.getByRole("button", { name: "Use it" }).click();
}

test("a code takes something off in cart, checkout and order", async () => {
  const page = await openPage({ expectedErrors: /404/ });
  await addToCart(page, "/products/field-mug");
  await goTo(page, "/cart");
  await enterCode(page, "NO-SUCH-CODE");
  await page.getByText("We know no such code.").waitFor();
  expect(await page.getByLabel("Code", { exact: true }).getAttribute("aria-invalid")).toBe("true");
  await enterCode(page, "welcome10");
  const sum = page.getByRole("region", { name: "Sum" });
  await sum.getByText("Goods less the discount").waitFor();
  await sum.getByText("Ten per cent for a first order").waitFor();

  await fillCheckout(page);
  const summary = page.getByRole("complementary", { name: "Your order" });
  await summary.getByText("Ten per cent for a first order (WELCOME10)").waitFor();
  await payWith(page, testCards.approved);
  expect(await orderNumber(page)).toMatch(/^\d+$/);
  await page.getByText("Ten per cent for a first order (WELCOME10)").waitFor();
});

test("a code that does not count yet says what is missing, counts once it is there, and can be taken out", async () => {
  const page = await openPage();
  await addToCart(page, "/products/field-mug");
  await goTo(page, "/cart");
  const sum = page.getByRole("region", { name: "Sum" });
  await enterCode(page, "FIVER");
  await sum.getByText(/more to use FIVER\./).waitFor();
  await page.getByRole("button", { name: "One more" }).click();
  await page.getByRole("button", { name: "One more" }).click();
  await sum.getByText("Five off a basket of fifty").waitFor();
  expect(await sum.getByText(/more to use FIVER\./).count()).toBe(0);
  await enterCode(page, "WELCOME10");
  await sum.getByText(/It took the place of FIVER\./).waitFor();
  await page.getByRole("button", { name: "Remove the code WELCOME10" }).click();
  await page.getByText("Have a code?").waitFor();
  expect(await page.getByText("Goods less the discount").count()).toBe(0);
});

test("signing in puts two carts together and says what that changed, until it is put away", async () => {
  const signIn = async (page: Page) => {
    await goTo(page, "/sign-in");
    // Staff shop as well, and the demo customer's one cart belongs to another test. Nor does another test buy what is merged:
    // one that sells out the same thing turns "are added up" into "that is all there is".
    await page.getByLabel("E-mail address").fill("admin@larkfield.example");
    await page.getByLabel("Password").fill("larkfield-admin");
    await page.getByRole("button", { name: "Sign in" }).click();
    await page.getByRole("heading", { name: "Good to see you, Mae." }).waitFor();
  };
  const atHome = await openPage();
  await signIn(atHome);
  await addToCart(atHome, "/products/jute-twine");

  const onTheTrain = await openPage();
  await addToCart(onTheTrain, "/products/jute-twine");
  await signIn(onTheTrain);
  await onTheTrain.getByText("We put your two carts together.").waitFor();
  await onTheTrain.getByText(/^Jute Twine.*: \d+ and 1 are \d+ now\.$/).waitFor();
  await onTheTrain.getByRole("link", { name: "Look at the cart" }).click();
  await onTheTrain.getByRole("list", { name: "In your cart" }).getByRole("link", { name: "Jute Twine" }).waitFor();
  await onTheTrain.getByRole("button", { name: "Put this note away" }).click();
  await onTheTrain.reload();
  await onTheTrain.getByRole("heading", { level: 1, name: "Your cart" }).waitFor();
  expect(await onTheTrain.getByText("We put your two carts together.").count()).toBe(0);
});
