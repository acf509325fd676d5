import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Recording } from "../record/flow.ts";
import { runToEnd } from "../run/child.ts";
import type { BenchDatabase } from "../run/database.ts";
import type { ShopFacts } from "./facts.ts";

export interface FilledShop {
  facts: ShopFacts;
  recording: Recording;
}

export interface Shop extends FilledShop {
  database: BenchDatabase;
  /** The file that holds facts and recording, for other processes. */
  file: string;
}

export interface ShopWish {
  /** So many variants with no more than so many units. */
  scarce?: { variants: number; units: number };
  /** Sold, paid, shipped and delivered before. */
  pastOrders?: number;
}

/** Fills a database with generated products, in a process of its own. */
export async function makeShop(database: BenchDatabase, products: number, { scarce, pastOrders }: ShopWish = {}): Promise<Shop> {
  const file = join(database.folder, "shop.json");
  const words = ["--products", String(products), "--out", file];
  if (scarce) words.push("--scarce", String(scarce.variants), "--units", String(scarce.units));
  if (pastOrders) words.push("--past", String(pastOrders));
  await runToEnd(["--import", "tsx", "bench/shop/main.ts", ...words], { DATABASE_URL: database.url });
  return { ...(JSON.parse(readFileSync(file, "utf8")) as FilledShop), database, file };
}
