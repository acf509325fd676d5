import { testCards } from "@cartwright/core/payments/schemas";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { addToCart, fillCheckout, goTo, orderNumber, payWith } from "./support/buy.ts";
import { signInAsStaff } from "./support/staff.ts";
import { useBrowser } from "./support/use-browser.ts";

const { shopUrl, openPage } = useBrowser();

async function buyDelivered(page: Page) {
  const staff = await signInAsStaff(shopUrl);
  await addToCart(page, "/products/field-mug");
  await fillCheckout(page);
  await payWith(page, testCards.approved);
  const order = await orderNumber(page);
  await staff.send("orders.ship", { order, carrier: "DHL", trackingNumber: "00340434161094042557" });
  await staff.send("orders.deliver", { order });
  await page.reload({ waitUntil: "networkidle" });
  return { staff, order };
}

async function askForReturn(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Return something" }).click();
  await page.getByRole("checkbox").first().check();
  await page.getByLabel("Why").selectOption("damaged");
  await page.getByLabel("In your words").fill("The handle <b>came off</b>");
  await page.getByRole("button", { name: "Ask to send it back" }).click();
  await page.getByText("We have your request.", { exact: true }).first().waitFor();
}

test("a delivered parcel can be followed, its goods sent back, and the page says that they are refunded", async () => {
  const page = await openPage();
  const { staff, order } = await buyDelivered(page);
  expect(await page.getByRole("link", { name: /^follow 0034/ }).getAttribute("href")).toMatch(/^https:\/\/www\.dhl\.com\/.*00340434161094042557$/);

  await askForReturn(page);
  await page.getByText("“The handle <b>came off</b>”").waitFor();
  const { items } = await staff.read<{ items: { id: string }[] }>("returns.list", { order, limit: 10 });
  expect(items).toHaveLength(1);
  const [found] = items;
  await staff.send("returns.approve", { return: found?.id, note: "Put it in any box." });
  await page.reload({ waitUntil: "networkidle" });
  await page.getByText("We say: Put it in any box.").waitFor();

  await staff.send("returns.receive", { return: found?.id });
  await page.reload({ waitUntil: "networkidle" });
  await page.getByText(/^€\d+\.\d\d refunded\.$/).waitFor();
  await page.getByText(/refunded on .*, the way it was paid\./).waitFor();
  await page.getByText("Returned", { exact: true }).waitFor();
  expect(await page.getByRole("button", { name: "Return something" }).count()).toBe(0);
});

test("a return that is called off leaves the goods with their buyer, who may ask again", async () => {
  const page = await openPage();
  await buyDelivered(page);
  await askForReturn(page);
  await page.getByRole("button", { name: "Keep it after all" }).click();
  await page.getByText(/called off$/).waitFor();
  await page.getByRole("button", { name: "Return something" }).click();
  await page.getByRole("button", { name: "Ask to send it back" }).click();
  await page.getByText("Choose what comes back.").waitFor();
  await page.getByText("Say why.").waitFor();
});

test("whoever finds an order by number and address can send something back, and is told when somebody else was faster", async () => {
  const page = await openPage({ expectedErrors: /409/ });
  const { staff, order } = await buyDelivered(page);
  await goTo(page, "/orders/find");
  await page.getByLabel("Order number").fill(order);
  await page.getByLabel("E-mail address").fill("ada@example.com");
  await page.getByRole("button", { name: "Find it" }).click();
  await page.getByRole("button", { name: "Return something" }).click();
  await page.getByRole("checkbox").first().check();
  await page.getByLabel("Why").selectOption("changed_mind");
  const { lines } = await staff.read<{ lines: { id: string }[] }>("orders.get", { order });
  await staff.send("returns.create", { order, lines: [{ lineId: lines[0]?.id, quantity: 1 }], reason: "other" });
  await page.getByRole("button", { name: "Ask to send it back" }).click();
  await page.getByRole("alert").getByText("No more of").waitFor();
});
