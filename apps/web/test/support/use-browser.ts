import { chromium, type Browser, type BrowserContextOptions, type Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, inject } from "vitest";

const actionMilliseconds = 10_000;

interface OpenOptions extends BrowserContextOptions {
  /** Console errors that belong to what is tried, such as a refused payment. */
  expectedErrors?: RegExp;
}

/**
 * A browser for the tests of a file. Each `openPage` is a new visitor; a page that writes an error to its console,
 * or breaks its content security policy, fails its test.
 */
export function useBrowser(): { shopUrl: string; openPage: (options?: OpenOptions) => Promise<Page> } {
  let browser: Browser;
  let closers: (() => Promise<void>)[] = [];
  let complaints: string[] = [];

  beforeAll(async () => {
    browser = await chromium.launch({
      executablePath: inject("browserPath"),
      args: ["--no-sandbox", "--disable-setuid-sandbox", "--disable-dev-shm-usage", "--disable-gpu", "--disable-background-networking", "--disable-sync"],
    });
  });
  afterAll(() => browser.close());
  afterEach(async () => {
    const [close, found] = [closers, complaints];
    [closers, complaints] = [[], []];
    for (const one of close) await one();
    expect(found).toEqual([]);
  });

  const watch = (page: Page, expectedErrors: RegExp | undefined) => {
    page.setDefaultTimeout(actionMilliseconds);
    page.on("pageerror", (error) => complaints.push(String(error)));
    page.on("console", (message) => {
      if (message.type() === "error" && !expectedErrors?.test(message.text())) complaints.push(message.text());
    });
  };

  return {
    shopUrl: inject("shopUrl"),
    openPage: async ({ expectedErrors, ...options } = {}) => {
      const context = await browser.newContext({ baseURL: inject("shopUrl"), ...options });
      closers.push(() => context.close());
      context.on("page", (page) => watch(page, expectedErrors));
      return context.newPage();
    },
  };
}
