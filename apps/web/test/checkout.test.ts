import { testCards } from "@cartwright/core/payments/schemas";
import { expect, test } from "vitest";
import { addToCart, fillCheckout, goTo, orderNumber, payWith } from "./support/buy.ts";
import { useBrowser } from "./support/use-browser.ts";

const { openPage } = useBrowser();

test("wrong fields are named one by one, and nothing typed is lost by a reload", async () => {
  const page = await openPage();
  await addToCart(page, "/products/field-mug");
  await goTo(page, "/checkout");
  await page.getByLabel("E-mail address").fill("no address");
  await page.getByRole("button", { name: "On to the address" }).click();
  await page.getByText("Give an e-mail address").waitFor();
  await page.getByLabel("E-mail address").fill("ada@example.com");
  await page.getByRole("button", { name: "On to the address" }).click();
  await page.getByLabel("Country").selectOption("GB");
  await page.getByLabel("Name", { exact: true }).fill("Ada Byron <b>& Söhne</b> 🪴");
  await page.getByLabel("Postcode").fill("12345");
  await page.getByRole("button", { name: "On to the delivery" }).click();
  await page.getByText("That is not how United Kingdom writes it").waitFor();
  await page.getByText("Give the town or city.").waitFor();
  expect(await page.evaluate(() => document.activeElement?.getAttribute("name"))).toBe("shipping.line1");
  await page.reload({ waitUntil: "networkidle" });
  expect(await page.getByLabel("Name", { exact: true }).inputValue()).toBe("Ada Byron <b>& Söhne</b> 🪴");
  expect(await page.getByLabel("Country").inputValue()).toBe("GB");
});

test("fields follow the country", async () => {
  const page = await openPage();
  await addToCart(page, "/products/field-mug");
  await goTo(page, "/checkout");
  await page.getByLabel("E-mail address").fill("ada@example.com");
  await page.getByRole("button", { name: "On to the address" }).click();
  await page.getByLabel("Country").selectOption("IE");
  await page.getByLabel("Eircode").waitFor();
  await page.getByLabel("Country").selectOption("US");
  await page.getByLabel("ZIP code").waitFor();
  await page.getByLabel("State", { exact: true }).waitFor();
});

test("two tabs that place at once make one order", async () => {
  const first = await openPage({ expectedErrors: /409/ });
  await addToCart(first, "/products/field-mug");
  await fillCheckout(first);
  const second = await first.context().newPage();
  await goTo(second, "/checkout");
  const orders = new Set<string>();
  for (const tab of [first, second]) {
    tab.on("framenavigated", (frame) => {
      const token = /\/order\/([^/]+)$/.exec(frame.url())?.[1];
      if (token) orders.add(token);
    });
    await tab.getByLabel("Card number").fill(testCards.slow);
  }
  await Promise.all([first, second].map((tab) => tab.getByRole("button", { name: /^Order and pay/ }).click()));
  await Promise.race([first, second].map((tab) => tab.waitForURL(/\/order\//, { timeout: 20_000 })));
  const loser = first.url().includes("/order/") ? second : first;
  await loser.getByRole("alert").waitFor();
  const askAgain = loser.getByRole("button", { name: "Ask again" });
  if (await askAgain.isVisible()) await askAgain.click();
  await loser.getByText("There is nothing to order.").waitFor();
  expect(orders.size).toBe(1);
});

test("a double click places one order", async () => {
  const page = await openPage();
  const places: string[] = [];
  page.on("request", (request) => {
    if (request.url().includes("checkout.place")) places.push(request.postData() ?? "");
  });
  await addToCart(page, "/products/field-mug");
  await fillCheckout(page);
  await page.getByLabel("Card number").fill(testCards.approved);
  await page.getByRole("button", { name: /^Order and pay/ }).dblclick();
  await orderNumber(page);
  expect(places).toHaveLength(1);
});

test("an answer that was lost is asked for again with the same key, over a reload too", async () => {
  const page = await openPage({ expectedErrors: /Failed to load resource/ });
  const keys: string[] = [];
  await addToCart(page, "/products/field-mug");
  await fillCheckout(page);
  let isCut = true;
  await page.route("**/api/trpc/checkout.place**", async (route) => {
    keys.push((JSON.parse(route.request().postData() ?? "{}") as { idempotencyKey: string }).idempotencyKey);
    // The server gets it and orders; the answer is lost on the way.
    const response = await route.fetch();
    return isCut ? route.abort("connectionreset") : route.fulfill({ response });
  });
  await payWith(page, testCards.approved);
  await page.getByText("We do not know yet whether your order went through.").waitFor();
  isCut = false;
  await page.reload();
  expect(await orderNumber(page)).toMatch(/^\d+$/);
  expect(new Set(keys).size).toBe(1);
  // Repeated by itself before the reload.
  expect(keys.length).toBeGreaterThan(2);
});

test("a total that has changed is shown before anything is ordered", async () => {
  const page = await openPage({ expectedErrors: /409/ });
  await addToCart(page, "/products/field-mug");
  await fillCheckout(page);
  const other = await page.context().newPage();
  await goTo(other, "/cart");
  await other.getByRole("button", { name: "One more" }).click();
  await other.getByRole("link", { name: /Cart.*2 things/ }).waitFor();
  await payWith(page, testCards.approved);
  await page.getByText("The total has changed since you last saw it.").waitFor();
  await page.getByText(/It was €\d+\.\d\d, and is now €\d+\.\d\d/).waitFor();
  await page.getByRole("button", { name: /^Order and pay/ }).click();
  await orderNumber(page);
});
