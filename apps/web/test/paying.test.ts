import { testCards } from "@cartwright/core/payments/schemas";
import { expect, test } from "vitest";
import { addToCart, fillCheckout, goTo, orderNumber, payWith } from "./support/buy.ts";
import { useBrowser } from "./support/use-browser.ts";

const { openPage } = useBrowser();

test("the units are held while the checkout is open, let go honestly, and taken again", async () => {
  const page = await openPage();
  await page.clock.install();
  await addToCart(page, "/products/field-mug");
  await goTo(page, "/checkout");
  await page.getByText(/^Held for you until \d\d:\d\d$/).waitFor();
  const holds: string[] = [];
  page.on("request", (request) => {
    if (request.url().includes("checkout.hold")) holds.push(request.url());
  });
  await page.getByLabel("E-mail address").fill("ada@example.com");
  expect(holds).toEqual([]);
  await page.clock.fastForward("05:00");
  await Promise.all([page.waitForResponse(/checkout\.hold/), page.getByLabel("E-mail address").press("End")]);
  await page.clock.fastForward("15:30");
  await page.getByText("We let go of the units.").waitFor();
  await page.getByLabel("E-mail address").press("End");
  expect(holds).toHaveLength(1);
  await page.getByRole("button", { name: "Take them again" }).click();
  await page.getByText(/^Held for you until/).waitFor();
  expect(await page.getByText("We let go of the units.").count()).toBe(0);
  expect(await page.getByLabel("E-mail address").inputValue()).toBe("ada@example.com");
});

test("a checkout that holds the last units is not told that they are sold out", async () => {
  const page = await openPage();
  await addToCart(page, "/products/field-mug");
  await goTo(page, "/checkout");
  await page.getByText(/^Held for you until/).waitFor();
  await goTo(page, "/cart");
  expect(await page.getByText(/only \d+ left|sold out/i).count()).toBe(0);
});

test("part by transfer and the rest by card, after a card that was declined", async () => {
  const page = await openPage({ expectedErrors: /402/ });
  await addToCart(page, "/products/field-mug");
  await fillCheckout(page);
  await page.getByLabel("Pay part by transfer").check();
  await page.getByRole("button", { name: /^Order and pay/ }).click();
  await page.getByText(/^Give an amount below €/).waitFor();
  await page.getByLabel(/^By transfer, in/).fill("5");
  await page.getByText(/^The rest, €\d+\.\d\d: card \(test\)\.$/).waitFor();
  await payWith(page, testCards.declined);
  await page.getByText("The payment did not go through.").waitFor();
  await page.getByText(/^Held for you until/).waitFor();
  await payWith(page, testCards.approved);
  const number = await orderNumber(page);
  await page.getByText("To be transferred: €5.00").waitFor();
  await page.getByText(`#${number}`, { exact: true }).first().waitFor();
  await page.getByText(/IBAN DE02/).waitFor();
  await page.getByText("€5.00 still to be paid: Bank transfer.").waitFor();
  await page.getByText(/^€\d+\.\d\d paid: Card \(test\)\.$/).waitFor();
});

test("a whole order by transfer says where to pay it", async () => {
  const page = await openPage();
  await addToCart(page, "/products/field-mug");
  await fillCheckout(page);
  await page.getByRole("radio", { name: /^Bank transfer/ }).check();
  expect(await page.getByLabel("Pay part by transfer").count()).toBe(0);
  await page.getByRole("button", { name: /^Order and pay/ }).click();
  await orderNumber(page);
  await page.getByText(/^To be transferred: €/).waitFor();
});
