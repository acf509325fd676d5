import { testCards } from "@cartwright/core/payments/schemas";
import type { Page, Request } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { fillCheckout, goTo, orderNumber, payWith } from "./support/buy.ts";
import { signInAsStaff } from "./support/staff.ts";
import { useBrowser } from "./support/use-browser.ts";

const { shopUrl, openPage } = useBrowser();
const slowly = { timeout: 40_000 };
let staff: Awaited<ReturnType<typeof signInAsStaff>>;

beforeAll(async () => {
  staff = await signInAsStaff(shopUrl);
});

/** A product that no other test buys, with so many left. */
async function stocked(slug: string, units: number) {
  const { variantId } = await staff.variantOf(slug);
  await staff.setStock(variantId, units);
  return { variantId, path: `/products/${slug}?variant=${variantId}` };
}

/** The streams that a page opened. */
function streamsOf(page: Page) {
  const streams = { opened: 0, open: 0 };
  const isStream = (request: Request) => request.url().includes("inventory.watchAvailability");
  const end = (request: Request) => {
    if (isStream(request)) streams.open -= 1;
  };
  page.on("request", (request) => {
    if (!isStream(request)) return;
    streams.opened += 1;
    streams.open += 1;
  });
  page.on("requestfinished", end);
  page.on("requestfailed", end);
  return streams;
}

test("who buys the last ones changes the page that somebody else is looking at", async () => {
  const { path } = await stocked("day-pack", 2);
  const [looking, buying] = [await openPage(), await openPage()];
  const streams = streamsOf(looking);
  await goTo(looking, path);
  await looking.getByText("Only 2 left").waitFor();
  await goTo(buying, path);
  await buying.getByRole("button", { name: "One more" }).click();
  await buying.getByRole("button", { name: "Add to cart" }).click();
  await buying.getByText("It is in your cart.").waitFor();
  await fillCheckout(buying);
  await payWith(buying, testCards.approved);
  expect(await orderNumber(buying)).toMatch(/^\d+$/);
  const line = looking.getByText(/Sold out just now/);
  await line.waitFor();
  expect(await line.getAttribute("aria-live")).toBe("polite");
  expect(await looking.getByRole("button", { name: "Sold out" }).isDisabled()).toBe(true);
  expect(streams).toEqual({ opened: 1, open: 1 });
});

test("a cart that lies open says when what is in it is gone, and when it is back", async () => {
  const { path, variantId } = await stocked("house-broom", 4);
  const page = await openPage();
  await goTo(page, path);
  await page.getByRole("button", { name: "One more" }).click();
  await page.getByRole("button", { name: "Add to cart" }).click();
  await page.getByText("It is in your cart.").waitFor();
  await goTo(page, "/cart");
  await page.getByRole("link", { name: "To the checkout" }).waitFor();
  await staff.setStock(variantId, 1);
  await page.getByText("Only 1 left. Take 1 then").waitFor();
  await page.getByText("Settle the marked lines first").waitFor();
  await staff.setStock(variantId, 4);
  await page.getByRole("link", { name: "To the checkout" }).waitFor();
});

test("what is looked at stays, though the address does not name it and others are left", async () => {
  const { variantId } = await stocked("marsh-soap-bar", 8);
  const page = await openPage();
  await goTo(page, "/products/marsh-soap-bar");
  const chosen = page.getByRole("radio", { checked: true });
  const before = await chosen.evaluateAll((radios) => radios.map((radio) => radio.parentElement?.textContent));
  await staff.setStock(variantId, 0);
  await page.getByText(/Sold out just now/).waitFor();
  const after = await chosen.evaluateAll((radios) => radios.map((radio) => radio.parentElement?.textContent?.replace(", sold out", "")));
  expect(after).toEqual(before);
});

test("a stream that breaks comes back and says how things are now", async () => {
  const { path, variantId } = await stocked("zinc-bucket", 5);
  const page = await openPage({ expectedErrors: /ERR_CONNECTION_REFUSED/ });
  let isCut = true;
  await page.route(/watchAvailability/, (route) => (isCut ? route.abort("connectionrefused") : route.continue()));
  await goTo(page, path);
  await staff.setStock(variantId, 3);
  isCut = false;
  await page.getByText("Only 3 left").waitFor(slowly);
});

test("without streams the page asks now and then", async () => {
  const { path, variantId } = await stocked("dish-brush", 5);
  const page = await openPage({ expectedErrors: /ERR_CONNECTION_REFUSED/ });
  await page.route(/watchAvailability/, (route) => route.abort("connectionrefused"));
  await goTo(page, path);
  await staff.setStock(variantId, 4);
  await page.getByText("Only 4 left").waitFor(slowly);
});

test("a tab out of sight gives its stream back after a minute, and opens one when it is seen again", async () => {
  const { path, variantId } = await stocked("rolling-pin", 5);
  const page = await openPage();
  const streams = streamsOf(page);
  await page.clock.install();
  await goTo(page, path);
  await expect.poll(() => streams.open, slowly).toBe(1);
  await show(page, false);
  await page.clock.fastForward(61_000);
  await expect.poll(() => streams.open, slowly).toBe(0);
  await staff.setStock(variantId, 2);
  await show(page, true);
  await page.getByText("Only 2 left").waitFor();
  expect(streams).toEqual({ opened: 2, open: 1 });
});

async function show(page: Page, isVisible: boolean): Promise<void> {
  await page.evaluate((isHidden) => {
    Object.defineProperty(document, "hidden", { configurable: true, value: isHidden });
    document.dispatchEvent(new Event("visibilitychange"));
  }, !isVisible);
}
