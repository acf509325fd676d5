import type { Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import { addToCart, fillCheckout, goTo, orderNumber, payWith } from "./support/buy.ts";
import { signInAsStaff } from "./support/staff.ts";
import { useBrowser } from "./support/use-browser.ts";
import { testCards } from "@cartwright/core/payments/schemas";

const { openPage, shopUrl } = useBrowser();
const small = { width: 390, height: 844 };
const wide = { width: 1280, height: 900 };

const field = (page: Page) => page.getByRole("combobox", { name: "Search the shop" });
const heading = (page: Page) => page.getByRole("heading", { level: 1 });
const hits = (page: Page) => page.getByRole("main").getByRole("article");
const filters = (page: Page) => page.getByRole("complementary", { name: "Filters" });
const foundBy = async (page: Page) => Number.parseInt(await heading(page).innerText(), 10);

/** A new server fills its index in the background. */
beforeAll(async () => {
  await until(async () => (await (await fetch(`${shopUrl}/search?q=bowl`)).text()).includes("Ramen"));
});

describe("the field", () => {
  test("suggests while typing, and the keyboard alone follows a product", async () => {
    const page = await openPage({ viewport: wide });
    await goTo(page, "/");
    await field(page).pressSequentially("field mu");
    await page.getByRole("option", { name: /Field Mug/ }).waitFor();
    expect(await field(page).getAttribute("aria-expanded")).toBe("true");
    await page.getByText(/^\d suggestions?, to be walked through/).waitFor({ state: "attached" });
    expect(await activeText(page)).toBeNull();
    await page.keyboard.press("ArrowUp");
    expect(await activeText(page)).toMatch(/Field Mug.*Pell Pottery.*€19\.00/s);
    expect(await field(page).evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.press("Enter");
    await heading(page).getByText("Field Mug").waitFor();
    expect(await page.getByRole("listbox").count()).toBe(0);
    expect(await field(page).inputValue()).toBe("");
  });

  test("arrows go round, Home and End to the ends, Escape and Tab close", async () => {
    const page = await openPage({ viewport: wide });
    await goTo(page, "/");
    await field(page).pressSequentially("mug");
    const options = page.getByRole("option");
    await options.first().waitFor();
    const texts = await options.allInnerTexts();
    expect(texts.length).toBeGreaterThan(2);
    const walk = async (key: string) => {
      await page.keyboard.press(key);
      return activeText(page);
    };
    expect(await walk("ArrowDown")).toBe(texts[0]);
    expect(await walk("ArrowDown")).toBe(texts[1]);
    expect(await walk("End")).toBe(texts.at(-1));
    expect(await walk("ArrowDown")).toBeNull();
    expect(await walk("ArrowUp")).toBe(texts.at(-1));
    expect(await walk("Home")).toBe(texts[0]);
    expect(await page.getByRole("option", { selected: true }).count()).toBe(1);
    expect(await walk("Escape")).toBeNull();
    expect(await field(page).getAttribute("aria-expanded")).toBe("false");
    expect(await field(page).inputValue()).toBe("mug");
    expect(await walk("ArrowDown")).toBe(texts[0]);
    await page.keyboard.press("Tab");
    expect(await options.count()).toBe(0);
    expect(page.url()).toBe(`${shopUrl}/`);
  });

  test("searches on Enter, and a mouse follows a category", async () => {
    const page = await openPage({ viewport: wide });
    await goTo(page, "/");
    const searched: string[] = [];
    page.on("request", (request) => request.url().includes("search.products") && searched.push(request.url()));
    await field(page).pressSequentially("bowl");
    await page.getByRole("option").first().waitFor();
    // Typing alone is no search: nothing is counted of it.
    expect(searched).toEqual([]);
    await page.keyboard.press("Enter");
    await page.waitForURL("/search?q=bowl");
    await heading(page).getByText(/things for “bowl”/).waitFor();
    expect(await field(page).inputValue()).toBe("bowl");
    await field(page).press("ArrowDown");
    await page.getByRole("listbox").getByRole("option", { selected: true }).waitFor();
    await field(page).fill("mugs");
    await page.getByRole("option", { name: /^Mugs and cups/ }).click();
    await heading(page).getByText("Mugs and cups").waitFor();
    expect(await field(page).inputValue()).toBe("");
  });

  test("an answer that comes too late is given up, and never shown", async () => {
    const page = await openPage({ viewport: wide });
    await goTo(page, "/");
    await page.route(/search\.suggest/, async (route) => {
      if (!decodeURIComponent(route.request().url()).includes('"text":"lamp"')) await route.continue();
    });
    const late = page.waitForRequest((request) => decodeURIComponent(request.url()).includes('"text":"lamp"'));
    const givenUp = page.waitForEvent("requestfailed");
    await field(page).fill("lamp");
    const request = await late;
    await field(page).fill("bowl");
    await page.getByRole("option", { name: /Bowl/ }).first().waitFor();
    expect((await givenUp).url()).toBe(request.url());
    expect((await page.getByRole("option").allInnerTexts()).filter((text) => /lamp/i.test(text))).toEqual([]);
  });

  test("without an answer it still searches", async () => {
    const page = await openPage({ viewport: wide, expectedErrors: /Failed to load resource/ });
    await goTo(page, "/");
    await page.route(/search\.suggest/, (route) => route.abort());
    await field(page).pressSequentially("bowl");
    await page.getByText("Suggestions are not there just now.").waitFor({ state: "attached" });
    await page.keyboard.press("Enter");
    await heading(page).getByText(/for “bowl”/).waitFor();
  });

  test("on a small screen it opens over the page, by touch", async () => {
    const page = await openPage({ viewport: small, hasTouch: true });
    await goTo(page, "/");
    await page.getByRole("banner").getByRole("button", { name: "Search" }).tap();
    const dialog = page.getByRole("dialog", { name: "Search" });
    expect(await field(page).evaluate((element) => element === document.activeElement)).toBe(true);
    await field(page).pressSequentially("ramen");
    await dialog.getByRole("option", { name: /Ramen Bowl/ }).tap();
    await heading(page).getByText("Ramen Bowl").waitFor();
    expect(await dialog.count()).toBe(0);
    await page.getByRole("banner").getByRole("button", { name: "Search" }).tap();
    await dialog.getByRole("button", { name: "Cancel" }).tap();
    expect(await dialog.count()).toBe(0);
  });
});

describe("the result", () => {
  test("says what was found for which words, marks them, and is no page for search engines", async () => {
    const html = await (await fetch(`${shopUrl}/search?q=bowl`)).text();
    expect(html).toContain('name="robots" content="noindex"');
    expect(html).toMatch(/<h1[^>]*>\d+ things for “bowl”<\/h1>/);
    expect(html).toMatch(/<mark[^>]*>Bowl<\/mark>/);
  });

  test("a typing error shows what was meant", async () => {
    const page = await openPage();
    await goTo(page, "/search?q=teapto");
    await page.getByText("Did you mean").waitFor();
    await page.getByRole("link", { name: "“teapot”" }).click();
    await page.waitForURL("/search?q=teapot");
    await hits(page).filter({ hasText: /Teapot/ }).first().waitFor();
    expect(await page.getByText("Did you mean").count()).toBe(0);
  });

  test("what has most of the words only is said to", async () => {
    const page = await openPage();
    await goTo(page, "/search?q=stoneware+bowl+xqzzvw");
    await page.getByText("No product has all of these words; these have most of them.").waitFor();
    expect(await hits(page).count()).toBeGreaterThan(0);
  });

  test("a facet narrows it, the address holds it, and reload, back and forward keep to that", async () => {
    const page = await openPage({ viewport: wide });
    await goTo(page, "/search?q=mug");
    const before = await foundBy(page);
    const box = filters(page).getByRole("checkbox", { name: /^Pell Pottery/ });
    const counted = Number(/\d+$/.exec(await box.evaluate((input: HTMLInputElement) => input.labels?.[0]?.innerText.trim() ?? ""))?.[0]);
    await box.check();
    await page.waitForURL(/q=mug&brand=pell-pottery/);
    await heading(page).getByText(new RegExp(`^${counted} thing`)).waitFor();
    expect(counted).toBeLessThan(before);
    // The other makers keep their counts: they could be chosen besides.
    await filters(page).getByRole("checkbox", { name: /^Larkfield/ }).waitFor();
    const chip = page.getByRole("list", { name: "Filters in use" }).getByRole("link", { name: "Without Pell Pottery" });
    await chip.waitFor();
    await page.reload({ waitUntil: "networkidle" });
    expect(await foundBy(page)).toBe(counted);
    expect(await box.isChecked()).toBe(true);
    await page.goBack();
    await heading(page).getByText(new RegExp(`^${before} thing`)).waitFor();
    expect(await box.isChecked()).toBe(false);
    await page.goForward();
    await heading(page).getByText(new RegExp(`^${counted} thing`)).waitFor();
    await page.getByRole("link", { name: "Clear all" }).click();
    await page.waitForURL("/search?q=mug");
  });

  test("a category unfolds what is below it", async () => {
    const page = await openPage({ viewport: wide });
    await goTo(page, "/search?q=linen");
    const category = filters(page).getByRole("group", { name: "Category" });
    await category.getByRole("link", { name: /^Linen\b/ }).first().click();
    await page.waitForURL(/category=linen/);
    expect(await category.getByRole("link", { name: /^Linen\b/ }).first().getAttribute("aria-current")).toBe("page");
    const child = category.getByRole("list").getByRole("list").getByRole("link").first();
    const name = (await child.innerText()).split("\n")[0] ?? "";
    await child.click();
    await page.getByRole("list", { name: "Filters in use" }).getByRole("link", { name: `Without ${name}` }).waitFor();
    await category.getByRole("link", { name: "All categories" }).click();
    await page.waitForURL("/search?q=linen");
  });

  test("prices are chosen with the keyboard on a slider, or typed beside it", async () => {
    const page = await openPage({ viewport: wide });
    await goTo(page, "/search?q=bowl");
    const before = await foundBy(page);
    const low = filters(page).getByRole("slider", { name: "Lowest price, as a slider" });
    const high = filters(page).getByRole("slider", { name: "Highest price, as a slider" });
    await low.focus();
    await page.keyboard.press("PageUp");
    await page.keyboard.press("ArrowRight");
    expect(await low.getAttribute("aria-valuetext")).toMatch(/^€\d+\.00$/);
    await page.waitForURL(/price_min=\d+$/);
    await until(async () => (await foundBy(page)) < before);
    expect(await low.evaluate((element) => element === document.activeElement)).toBe(true);
    // The thumbs do not pass each other.
    await high.focus();
    await page.keyboard.press("Home");
    expect(await high.inputValue()).toBe(await low.inputValue());
    await page.waitForURL(/price_max=\d+/);
    await goTo(page, "/search?q=bowl");
    await filters(page).getByRole("textbox", { name: "Highest price" }).fill("20");
    await page.keyboard.press("Enter");
    await page.waitForURL("/search?q=bowl&price_max=20");
    await page.getByRole("list", { name: "Filters in use" }).getByRole("link", { name: "Without up to 20 EUR" }).waitFor();
    await until(async () => (await foundBy(page)) < before);
  });

  test("is ordered and turned page by page", async () => {
    const page = await openPage({ viewport: wide });
    await goTo(page, "/search");
    await page.getByText(/^1 to 24 of \d+$/).waitFor();
    const best = await hits(page).first().innerText();
    await page.getByLabel("Order by").selectOption("Price, low to high");
    await page.waitForURL("/search?sort=price_asc");
    await until(async () => (await hits(page).first().innerText()) !== best);
    const first = await hits(page).first().innerText();
    await page.getByRole("navigation", { name: "Pages" }).getByRole("link", { name: "Next" }).click();
    await page.waitForURL("/search?sort=price_asc&page=2");
    await page.getByText(/^25 to 48 of \d+$/).waitFor();
    expect(await hits(page).first().innerText()).not.toBe(first);
    await page.goBack();
    await page.getByText(/^1 to 24 of \d+$/).waitFor();
    expect(await hits(page).first().innerText()).toBe(first);
  });

  test("without finds there are ways on", async () => {
    const page = await openPage({ viewport: wide });
    await goTo(page, "/search?q=xqzzvw");
    await heading(page).getByText("Nothing for “xqzzvw”").waitFor();
    await page.getByRole("main").getByRole("link", { name: "Garden" }).waitFor();
    await page.getByRole("region", { name: "Others search for" }).getByRole("link").first().waitFor();
    await page.getByRole("searchbox", { name: "Words to search for" }).fill("bowl");
    await page.keyboard.press("Enter");
    await heading(page).getByText(/things for “bowl”/).waitFor();
    await goTo(page, "/search?q=bowl&price_max=1&in_stock=1");
    await heading(page).getByText("Nothing for “bowl”").waitFor();
    await page.getByRole("link", { name: "without “up to 1 EUR”" }).click();
    await page.waitForURL("/search?q=bowl&in_stock=1");
    await hits(page).first().waitFor();
  });

  test("on a small screen filters are in a sheet", async () => {
    const page = await openPage({ viewport: small, hasTouch: true });
    await goTo(page, "/search?q=bowl");
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    await page.getByRole("button", { name: "Filter" }).tap();
    const sheet = page.getByRole("dialog", { name: "Filter" });
    await sheet.getByLabel("Pell Pottery").check();
    await page.waitForURL(/brand=pell-pottery/);
    const button = sheet.getByRole("button", { name: /^Show \d+$/ });
    await until(async () => (await button.innerText()) === `Show ${await foundBy(page)}`);
    await button.tap();
    await sheet.waitFor({ state: "hidden" });
    await page.getByRole("link", { name: "Without Pell Pottery" }).waitFor();
  });

  test("any text and any choice has a page", async () => {
    for (const query of ["q=%00%ff", "q=%F0%9F%AA%B4", "q=%22+OR+1%3D1+--*", `q=${"x".repeat(3_000)}`, "q=mug&category=none&brand=none&attr.none=1&page=999&sort=up&price_min=-1", "q=bowl&page=40", ""]) {
      const response = await fetch(`${shopUrl}/search?${query}`);
      expect([query, response.status]).toEqual([query, 200]);
    }
  });

  test("a failure is said, and trying again helps", async () => {
    const page = await openPage({ viewport: wide, expectedErrors: /Failed to load resource|Failed to fetch/ });
    await goTo(page, "/");
    await page.route(/search\.products/, (route) => route.abort());
    await field(page).fill("bowl");
    await page.keyboard.press("Enter");
    await page.getByRole("alert").getByText("We could not look just now.").waitFor();
    await page.unroute(/search\.products/);
    await page.getByRole("button", { name: "Try again" }).click();
    await heading(page).getByText(/things for “bowl”/).waitFor();
  });
});

test("without JavaScript it is a form, a page and links", async () => {
  const page = await openPage({ javaScriptEnabled: false, viewport: wide });
  await page.goto("/");
  await field(page).fill("bowl");
  await page.keyboard.press("Enter");
  await page.waitForURL("/search?q=bowl");
  const before = await foundBy(page);
  await filters(page).getByRole("checkbox", { name: /^Pell Pottery/ }).check();
  await filters(page).getByRole("textbox", { name: "Highest price" }).fill("25");
  await filters(page).getByRole("button", { name: "Apply" }).click();
  await page.waitForURL(/q=bowl.*brand=pell-pottery/);
  expect(await foundBy(page)).toBeLessThan(before);
  expect(await page.getByRole("slider").count()).toBe(0);
  await page.getByRole("link", { name: "Clear all" }).click();
  await page.waitForURL("/search?q=bowl");
  await page.setViewportSize(small);
  await page.goto("/");
  await page.getByRole("banner").getByRole("link", { name: "Search" }).click();
  await page.getByRole("searchbox", { name: "Words to search for" }).fill("mug");
  await page.keyboard.press("Enter");
  await page.waitForURL("/search?q=mug");
  await page.getByRole("link", { name: "Field Mug" }).click();
  await heading(page).getByText("Field Mug").waitFor();
});

test("words that have a page of their own lead there", async () => {
  const staff = await signInAsStaff(shopUrl);
  await staff.send("search.setRedirect", { query: "send it back", url: "/help/returns" });
  await until(async () => (await fetch(`${shopUrl}/search?q=Send+it+back`, { redirect: "manual" })).headers.get("location") === "/help/returns");
  const page = await openPage({ viewport: wide });
  await goTo(page, "/");
  await field(page).fill("send it back!");
  await page.keyboard.press("Enter");
  await page.waitForURL("/help/returns");
  await page.goBack();
  expect(new URL(page.url()).pathname).toBe("/");
});

test("what is opened from a search, and bought, is counted for the report", async () => {
  const staff = await signInAsStaff(shopUrl);
  const counted = async () => (await staff.read<SearchReport>("search.report", {})).totals;
  const before = await counted();
  const page = await openPage({ viewport: wide });
  await goTo(page, "/search?q=mug");
  // Filters are not counted by themselves: what is opened belongs to the search that they narrow.
  await filters(page).getByRole("checkbox", { name: /^Pell Pottery/ }).check();
  await page.getByRole("link", { name: "Without Pell Pottery" }).waitFor();
  await hits(page).getByRole("link", { name: "Field Mug" }).click();
  await heading(page).getByText("Field Mug").waitFor();
  await until(async () => (await counted()).clicked === before.clicked + 1);
  await addToCart(page, "/products/field-mug");
  await fillCheckout(page);
  await payWith(page, testCards.approved);
  await orderNumber(page);
  await until(async () => (await counted()).purchases === before.purchases + 1);
});

interface SearchReport {
  totals: { clicked: number; purchases: number };
}

/** What the arrows have reached. */
function activeText(page: Page): Promise<string | null> {
  return field(page).evaluate((input) => {
    const id = input.getAttribute("aria-activedescendant");
    return id ? (document.getElementById(id)?.innerText ?? null) : null;
  });
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    if (await isSo()) return;
    await new Promise((done) => setTimeout(done, 100));
  }
  expect.fail("it never came to be so");
}
