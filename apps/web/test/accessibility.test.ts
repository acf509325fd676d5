import { testCards } from "@cartwright/core/payments/schemas";
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { addToCart, fillCheckout, goTo, orderNumber, payWith } from "./support/buy.ts";
import { useBrowser } from "./support/use-browser.ts";

const { openPage } = useBrowser();

const paths = [
  "/",
  "/categories/table",
  "/products?in_stock=1",
  "/brands/pell-pottery",
  "/search?q=bowl&in_stock=1&brand=pell-pottery",
  "/search?q=xqzzvw",
  "/products/field-mug",
  "/cart",
  "/orders/find",
  "/sign-in",
  "/help/contact",
  "/nowhere",
];

describe.each(["light", "dark"] as const)("in %s", (colorScheme) => {
  test("no page keeps anybody out", async () => {
    const page = await openPage({ colorScheme, reducedMotion: "reduce", expectedErrors: /404/ });
    for (const path of paths) {
      await goTo(page, path);
      await expectAccessible(page, path);
    }
  });

  test("neither does searching", async () => {
    const page = await openPage({ colorScheme, reducedMotion: "reduce", viewport: { width: 1280, height: 900 } });
    await goTo(page, "/");
    await page.getByRole("combobox", { name: "Search the shop" }).pressSequentially("mug");
    await page.getByRole("option").first().waitFor();
    await page.keyboard.press("ArrowDown");
    await expectAccessible(page, "suggestions");
    await page.setViewportSize({ width: 390, height: 844 });
    await goTo(page, "/search?q=bowl&price_max=40");
    await page.getByRole("button", { name: "Filters, changed" }).click();
    await page.getByRole("dialog", { name: "Filter" }).waitFor();
    await expectAccessible(page, "search filters in a sheet");
    await page.keyboard.press("Escape");
    await page.getByRole("banner").getByRole("button", { name: "Search" }).click();
    const dialog = page.getByRole("dialog", { name: "Search" });
    await dialog.getByRole("combobox").pressSequentially("mug");
    await dialog.getByRole("option").first().waitFor();
    await expectAccessible(page, "suggestions on a small screen");
  });

  test("neither does buying", async () => {
    const page = await openPage({ colorScheme, reducedMotion: "reduce", viewport: { width: 390, height: 844 }, expectedErrors: /402/ });
    await addToCart(page, "/products/field-mug");
    await expectAccessible(page, "product, added");
    await goTo(page, "/cart");
    await expectAccessible(page, "cart");
    await goTo(page, "/checkout");
    await page.getByRole("button", { name: "On to the address" }).click();
    await expectAccessible(page, "checkout, wrong e-mail address");
    await fillCheckout(page);
    await payWith(page, testCards.declined);
    await page.getByText("The payment did not go through.").waitFor();
    await expectAccessible(page, "checkout, declined");
    await payWith(page, testCards.approved);
    await orderNumber(page);
    await expectAccessible(page, "confirmation");
  });
});

/** No serious violations of WCAG 2.2 A and AA, nor of axe's own practices. */
async function expectAccessible(page: Page, what: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const serious = violations
    .filter(({ impact }) => impact === "serious" || impact === "critical" || impact === "moderate")
    .map(({ id, nodes }) => ({ what, id, nodes: nodes.slice(0, 3).map(({ html, failureSummary }) => `${html} ${failureSummary}`) }));
  expect(serious).toEqual([]);
}
