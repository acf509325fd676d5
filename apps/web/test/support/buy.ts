import type { Page } from "playwright-core";

/** Waits until the page can be clicked: what came from the server has been taken over. */
export async function goTo(page: Page, path: string): Promise<void> {
  await page.goto(path, { waitUntil: "networkidle" });
}

export async function addToCart(page: Page, path: string): Promise<void> {
  await goTo(page, path);
  await page.getByRole("button", { name: "Add to cart" }).click();
  await page.getByText("It is in your cart.").waitFor();
}

/** From the cart to the payment, as a guest in Berlin. */
export async function fillCheckout(page: Page, email = "ada@example.com"): Promise<void> {
  await goTo(page, "/checkout");
  await page.getByLabel("E-mail address").fill(email);
  await page.getByRole("button", { name: "On to the address" }).click();
  await page.getByLabel("Name", { exact: true }).fill("Ada Byron");
  await page.getByLabel("Street and house number").fill("Torstraße 1");
  await page.getByLabel("Postcode").fill("10115");
  await page.getByLabel("Town or city").fill("Berlin");
  await page.getByRole("button", { name: "On to the delivery" }).click();
  await page.getByRole("button", { name: "On to the payment" }).click();
  await page.getByLabel("Card number").waitFor();
}

export async function payWith(page: Page, cardNumber: string): Promise<void> {
  await page.getByLabel("Card number").fill(cardNumber);
  await page.getByRole("button", { name: /^Order and pay/ }).click();
}

/** The number of the order that the confirmation shows. */
export async function orderNumber(page: Page): Promise<string> {
  await page.waitForURL(/\/order\//);
  await page.getByRole("heading", { name: /^Thank you/ }).waitFor();
  return /#(\d+)/.exec(await page.getByRole("main").innerText())?.[1] ?? "";
}
