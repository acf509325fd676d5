import type { Page } from "playwright-core";
import { afterAll, describe, expect, test } from "vitest";
import { goTo } from "./support/buy.ts";
import { startShop, type RunningShop } from "./support/start-shop.ts";
import { useBrowser } from "./support/use-browser.ts";

const { openPage, shopUrl } = useBrowser();

const pages = [
  "/", "/products", "/products?brand=pell-pottery", "/categories/table", "/brands/pell-pottery", "/products/field-mug",
  "/search?q=mug", "/search?q=nothing-of-that-name", "/cart", "/checkout", "/orders/find", "/help/returns", "/sign-in", "/sign-up", "/forgot-password",
  "/account/reset", "/account/verify", "/account/invitation", "/no/such/page", "/order/no-such-word-at-all", "/products/no-such-product",
];
const forThoseSignedIn = ["/account", "/account/profile", "/account/addresses", "/account/security", "/account/data", "/device", "/dev/mail"];

/** What the browser refused, by its own report. */
async function reportsOf(page: Page): Promise<string[]> {
  const reports: string[] = [];
  await page.exposeFunction("reportViolation", (text: string) => void reports.push(text));
  await page.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", (event) => {
      const { reportViolation } = globalThis as unknown as { reportViolation: (text: string) => void };
      reportViolation(`${location.pathname}: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`);
    });
  });
  return reports;
}

async function visit(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await page.getByRole("heading", { level: 1 }).first().waitFor();
  await page.waitForLoadState("networkidle");
}

describe("the content security policy", () => {
  test("is the same strict one on every page, with a new nonce each time", async () => {
    const nonces: string[] = [];
    for (const path of pages) {
      const response = await fetch(`${shopUrl}${path}`, { redirect: "manual" });
      const policy = response.headers.get("content-security-policy") ?? "";
      const html = await response.text();
      expect(policy, path).toContain("default-src 'none'");
      expect(policy, path).not.toMatch(/unsafe-|strict-dynamic|\*/);
      for (const directive of ["object-src 'none'", "base-uri 'none'", "form-action 'self'", "frame-ancestors 'none'"]) expect(policy, path).toContain(directive);
      const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? "";
      nonces.push(nonce);
      // Data is no script.
      for (const [script] of html.matchAll(/<script\b[^>]*>/g)) if (!script.includes(" src=") && !script.includes("ld+json")) expect(script, path).toContain(`nonce="${nonce}"`);
      expect(html.match(/<[^>]+ (style|on[a-z]+)="/g) ?? [], path).toEqual([]);
      expect(html.match(/<style\b/g) ?? [], path).toEqual([]);
    }
    expect(new Set(nonces).size).toBe(pages.length);
  });

  test("is broken by no page of the shop", async () => {
    const page = await openPage({ expectedErrors: /status of (404|401|403|400)/ });
    const reports = await reportsOf(page);
    for (const path of pages) await visit(page, path);
    expect(reports).toEqual([]);
  });

  test("is broken by no page of who is signed in", async () => {
    const page = await openPage({ expectedErrors: /status of (404|401|403|400)/ });
    const reports = await reportsOf(page);
    await goTo(page, "/sign-in");
    await page.getByLabel("E-mail").fill("robin@larkfield.example");
    await page.getByLabel("Password", { exact: true }).fill("larkfield-robin");
    await page.getByRole("button", { name: "Sign in" }).click();
    await page.waitForURL(/\/account/);
    for (const path of forThoseSignedIn) await visit(page, path);
    expect(reports).toEqual([]);
  });

  test("keeps a script that got into a page from running, and tells", async () => {
    const page = await openPage({ expectedErrors: /Content Security Policy|status of 404/ });
    const reports = await reportsOf(page);
    await visit(page, "/");
    await page.evaluate(() => {
      document.body.insertAdjacentHTML("beforeend", '<img src="/nothing.webp" onerror="globalThis.isBroken = true"><div style="color: red"></div>');
      const script = document.createElement("script");
      script.textContent = "globalThis.isBroken = true";
      document.body.append(script);
      const foreign = document.createElement("script");
      foreign.src = "https://evil.example/script.js";
      document.body.append(foreign);
    });
    await page.waitForFunction(() => document.images.length > 0);
    await expect.poll(() => reports.length).toBeGreaterThanOrEqual(4);
    expect(await page.evaluate(() => "isBroken" in globalThis)).toBe(false);
  });
});

describe("while the storefront is being worked on", () => {
  let shop: RunningShop | undefined;
  afterAll(() => shop?.stop());

  test("it is loose enough for Vite, and still lets no foreign script in", async () => {
    shop = await startShop({ CARTWRIGHT_HOT: "on" });
    const policy = (await fetch(shop.url)).headers.get("content-security-policy") ?? "";
    expect(policy).toContain("script-src 'self' 'nonce-");
    expect(policy).toContain("style-src 'self' 'unsafe-inline'");
    const page = await openPage({ baseURL: shop.url });
    const reports = await reportsOf(page);
    await page.goto("/products");
    // Vite's client runs, and put its styles in.
    await page.waitForFunction(() => document.querySelector("style[data-vite-dev-id]") !== null);
    expect(reports).toEqual([]);
  });
});
