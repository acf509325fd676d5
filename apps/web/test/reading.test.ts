import { expect, test } from "vitest";
import { goTo } from "./support/buy.ts";
import { useBrowser } from "./support/use-browser.ts";

const { openPage, shopUrl } = useBrowser();

test("home, category and product can be read without JavaScript", async () => {
  const page = await openPage({ javaScriptEnabled: false });
  await page.goto("/");
  await page.getByRole("heading", { level: 1 }).waitFor();
  await page.getByRole("heading", { name: "Contents" }).waitFor();
  await page.goto("/categories/table");
  expect(await page.getByRole("article").count()).toBeGreaterThan(3);
  await page.getByRole("checkbox", { name: /Pell Pottery/ }).check();
  await page.getByRole("button", { name: "Apply" }).click();
  await page.waitForURL(/brand=pell-pottery/);
  await page.getByRole("list", { name: "Filters in use" }).waitFor();
  await page.getByRole("link", { name: "Field Mug" }).click();
  await page.getByRole("heading", { level: 1, name: "Field Mug" }).waitFor();
  expect(await page.getByRole("main").innerText()).toContain("putting things in the cart needs it");
  await page.getByRole("link", { name: "Ink / 450 ml" }).click();
  await page.waitForURL(/variant=/);
  await page.getByText("Sold out.").waitFor();
});

test("without JavaScript the next page of a list is a link", async () => {
  const page = await openPage({ javaScriptEnabled: false });
  await page.goto("/products");
  const first = await page.getByRole("article").first().innerText();
  await page.getByRole("link", { name: "Show more" }).click();
  await page.waitForURL(/cursor=/);
  expect(await page.getByRole("article").first().innerText()).not.toBe(first);
  await page.getByRole("link", { name: "Back to the beginning of the list" }).click();
  expect(await page.getByRole("article").first().innerText()).toBe(first);
});

test("hydration fetches nothing a second time", async () => {
  const page = await openPage();
  const calls: string[] = [];
  page.on("request", (request) => {
    if (request.url().includes("/api/")) calls.push(request.url());
  });
  for (const path of ["/", "/categories/table", "/products?sort=price_asc", "/products/field-mug", "/brands/pell-pottery", "/search?q=bowl&in_stock=1", "/cart", "/checkout", "/help/returns"]) {
    await goTo(page, path);
  }
  // The stream of later news is no second fetch of what the page came with.
  expect(calls.filter((url) => !url.includes("/inventory.watchAvailability"))).toEqual([]);
});

test("pages answer with the status they mean", async () => {
  const status = async (path: string) => (await fetch(shopUrl + path, { redirect: "manual" })).status;
  expect(await status("/")).toBe(200);
  for (const path of ["/nowhere", "/products/nothing", "/categories/nothing", "/brands/nothing", "/help/nothing", "/order/nothing-like-a-token", "/products/%F0%9F%AA%B4", `/products/${"x".repeat(500)}`]) {
    expect([path, await status(path)]).toEqual([path, 404]);
  }
  expect(await status("/account")).toBe(303);
  // A cursor that leads nowhere starts the list anew.
  expect(await status("/products?cursor=nonsense")).toBe(307);
  expect(await status("/assets/entry-client-gone.js")).toBe(404);
  for (const path of ["/products?price_min=-1&price_max=abc&sort=random&attr.x=%00&brand=%27%3B--", "/categories/table?attr.capacity.min=9e99"]) {
    expect([path, await status(path)]).toEqual([path, 200]);
  }
});

test("old addresses lead to new ones for good, with what was chosen", async () => {
  const { token } = await change<{ token: string }>("accounts.signIn", { email: "admin@larkfield.example", password: "larkfield-admin" });
  await change("catalog.updateProduct", { product: "dibber", slug: "beech-dibber" }, token);
  await change("catalog.updateCategory", { category: "shed", slug: "the-shed" }, token);
  for (const [before, after] of [
    ["/products/dibber?variant=var_1", "/products/beech-dibber?variant=var_1"],
    ["/categories/shed?sort=name_asc", "/categories/the-shed?sort=name_asc"],
  ] as const) {
    const response = await fetch(shopUrl + before, { redirect: "manual" });
    expect(response.status).toBe(301);
    expect(new URL(response.headers.get("location") ?? "", shopUrl).href).toBe(shopUrl + after);
  }
});

test("built files are kept for good, pages are not", async () => {
  const page = await fetch(shopUrl);
  expect(page.headers.get("cache-control")).toBe("private, no-cache");
  expect(page.headers.get("content-security-policy")).toContain("script-src 'self' 'nonce-");
  const script = /src="(\/assets\/[^"]+\.js)"/.exec(await page.text())?.[1];
  const file = await fetch(`${shopUrl}${script}`);
  expect(file.status).toBe(200);
  expect(file.headers.get("cache-control")).toContain("immutable");
});

test("a page tells search engines what it is", async () => {
  const html = await (await fetch(`${shopUrl}/products/field-mug`)).text();
  expect(html).toContain("application/ld+json");
  expect(html).toContain(`<link rel="canonical" href="${shopUrl}/products/field-mug"`);
});

test("light and dark are remembered by the server", async () => {
  const page = await openPage({ colorScheme: "light" });
  await goTo(page, "/");
  await page.getByRole("button", { name: "Change between light and dark" }).click();
  const html = await (await page.reload())?.text();
  expect(html).toContain('data-scheme="dark"');
});

test("the menu opens by keyboard, and Escape closes it where it was", async () => {
  const page = await openPage({ viewport: { width: 1280, height: 800 } });
  await goTo(page, "/");
  const button = page.getByRole("button", { name: "What is in Table" });
  await button.focus();
  await page.keyboard.press("Enter");
  await page.getByRole("link", { name: "Mugs and cups" }).waitFor();
  await page.keyboard.press("Escape");
  expect(await page.getByRole("link", { name: "Mugs and cups" }).count()).toBe(0);
  expect(await button.evaluate((element) => element === document.activeElement)).toBe(true);
});

test("on a small screen filters are in a sheet and the menu unfolds", async () => {
  const page = await openPage({ viewport: { width: 390, height: 844 } });
  await goTo(page, "/categories/table");
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  await page.getByRole("button", { name: "Filter" }).click();
  const sheet = page.getByRole("dialog", { name: "Filter" });
  await sheet.getByLabel("In stock only").check();
  await page.waitForURL(/in_stock=1/);
  await sheet.getByRole("button", { name: /^Show/ }).click();
  await sheet.waitFor({ state: "hidden" });
  await page.getByText("Menu", { exact: true }).click();
  await page.getByRole("navigation", { name: "Categories" }).getByText("Garden", { exact: true }).click();
  await page.getByRole("link", { name: "Growing" }).click();
  await page.getByRole("heading", { level: 1, name: "Growing" }).waitFor();
});

/** A change past the storefront. */
async function change<T>(procedure: string, input: unknown, token?: string): Promise<T> {
  const response = await fetch(`${shopUrl}/api/trpc/${procedure}`, {
    method: "POST",
    headers: { "content-type": "application/json", ...(token ? { authorization: `Bearer ${token}` } : {}) },
    body: JSON.stringify(input),
  });
  expect(response.status).toBe(200);
  // The answer's shape is tRPC's; what is in it, the procedure's.
  return ((await response.json()) as { result: { data: T } }).result.data;
}
