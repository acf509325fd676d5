import { once } from "node:events";
import { mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { ended, startNode } from "../../run/child.ts";
import { openDatabases, type Dialect } from "../../run/database.ts";
import { scaleLines, type ScaleResult } from "./scale-result.ts";

export const usage = `Measures search in large shops: index, query with facets and suggestions, beside the bare full-text statement.

  npm run bench:search -- scale [options]

  --products <list>   sizes, such as 10000,100000,1000000 (10000,100000)
  --engine <name>     sqlite, postgres or all (all)
  --queries <n>       (400)
  --keep <folder>     keeps the SQLite shops there, and uses those that are there already
  --json <file>       writes all figures`;

/** Fills a shop of each size, or takes one that was kept, and prints what its search takes. */
export async function measureScale(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      products: { type: "string", default: "10000,100000" },
      engine: { type: "string", default: "all" },
      queries: { type: "string", default: "400" },
      keep: { type: "string" },
      json: { type: "string" },
      help: { type: "boolean", short: "h", default: false },
    },
  });
  if (values.help) return console.log(usage);
  const dialects = (["sqlite", "postgres"] as const).filter((dialect) => values.engine === "all" || values.engine === dialect);
  const sizes = values.products.split(",").map(Number);
  if (dialects.length === 0 || sizes.some((size) => !Number.isInteger(size) || size < 100)) throw new Error(usage);
  const results: ScaleResult[] = [];
  for (const dialect of dialects) {
    for (const products of sizes) {
      console.error(`${dialect}: ${products.toLocaleString("en")} products`);
      results.push(await measureOne({ dialect, products, queries: values.queries, keep: values.keep ?? null }));
      console.log(scaleLines(results.slice(-1)).join("\n"));
    }
  }
  if (values.json !== undefined) writeFileSync(resolve(values.json), `${JSON.stringify({ at: new Date().toISOString(), node: process.version, results }, null, 1)}\n`);
}

interface Wish {
  dialect: Dialect;
  products: number;
  queries: string;
  keep: string | null;
}

async function measureOne({ dialect, products, queries, keep }: Wish): Promise<ScaleResult> {
  const words = ["--import", "tsx", "bench/search/scale/measure-shop.ts", "--products", String(products), "--queries", queries];
  if (keep !== null && dialect === "sqlite") {
    mkdirSync(resolve(keep), { recursive: true });
    return measureIn(words, `file:${join(resolve(keep), `scale-${products}.db`)}`);
  }
  const databases = await openDatabases(dialect);
  try {
    return await measureIn(words, (await databases.create("scale")).url);
  } finally {
    await databases.close();
  }
}

async function measureIn(words: string[], url: string): Promise<ScaleResult> {
  const child = startNode(words, { DATABASE_URL: url }, { stdio: ["ignore", "inherit", "inherit", "ipc"] });
  const gone = ended(child).then((code) => {
    throw new Error(`measuring ended with ${code} and without a result`);
  });
  gone.catch(() => {});
  const [result] = (await Promise.race([once(child, "message"), gone])) as [ScaleResult]; // It says nothing else.
  await ended(child);
  return result;
}
