import type { TestProject } from "vitest/node";
import { findBrowser } from "./find-browser.ts";
import { startShop } from "./start-shop.ts";

declare module "vitest" {
  export interface ProvidedContext {
    shopUrl: string;
    browserPath: string;
  }
}

/** One shop for all test files; each test brings a browser profile, and so a cart, of its own. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const shop = await startShop();
  project.provide("shopUrl", shop.url);
  // Unpacked once, before several files ask for it.
  project.provide("browserPath", await findBrowser());
  return () => shop.stop();
}
