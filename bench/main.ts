import { mkdirSync, writeFileSync } from "node:fs";
import { cpus, loadavg, totalmem } from "node:os";
import { dirname, resolve } from "node:path";
import { startLoadGenerator } from "./load/load-generator.ts";
import { readOptions, usage, type Options, type PartName } from "./options.ts";
import { measureAccess } from "./parts/access.ts";
import { measureBuyers } from "./parts/buyers.ts";
import { measureHot } from "./parts/hot.ts";
import { measureImport } from "./parts/import.ts";
import { measurePages } from "./parts/pages.ts";
import { measurePast } from "./parts/past.ts";
import { measureScale } from "./parts/scale.ts";
import { measureThroughput } from "./parts/throughput.ts";
import { Printer } from "./report/print.ts";
import type { Row } from "./report/rows.ts";
import { profiling, root } from "./run/child.ts";
import { openDatabases, type DatabaseSource } from "./run/database.ts";
import { startFloor, startShop } from "./run/servers.ts";
import { makeShop } from "./shop/make-shop.ts";

const options = optionsOrExit();
const rows: Row[] = [];
const printer = new Printer();
const results = resolve(root, options.out);
const machine = { processors: cpus().length, model: cpus()[0]?.model ?? "", memoryGb: Math.round(totalmem() / 2 ** 30), loadBefore: loadavg() };
const say = (row: Row) => {
  rows.push(row);
  printer.print(row);
  // After each one, so that a run that is cut short has not been for nothing.
  writeFileSync(results, `${JSON.stringify({ at: new Date().toISOString(), node: process.version, machine, options, rows }, null, 1)}\n`);
};
mkdirSync(dirname(results), { recursive: true });

const withOwnShops: readonly PartName[] = ["buyers", "past", "scale", "import", "access"];

const load = startLoadGenerator();
try {
  for (const dialect of options.dialects) {
    const databases = await openDatabases(dialect);
    try {
      await measureDialect(databases, options);
    } finally {
      await databases.close();
    }
  }
} finally {
  await load.stop();
}

async function measureDialect(databases: DatabaseSource, options: Options): Promise<void> {
  const { only } = options;
  if (only.some((part) => !withOwnShops.includes(part))) await measureOneShop(databases, options);
  if (only.includes("buyers")) await measureBuyers(databases, say);
  if (only.includes("past")) await measurePast(databases, load, options, say);
  if (only.includes("scale")) await measureScale(databases, load, options, say);
  if (only.includes("import")) await measureImport(databases, options, say);
  if (only.includes("access")) await measureAccess(databases, load, options, say);
}

async function measureOneShop(databases: DatabaseSource, options: Options): Promise<void> {
  const { dialect } = databases;
  console.error(`${dialect}: filling a shop with ${options.products} products`);
  const shop = await makeShop(await databases.create("main"), options.products);
  const server = await startShop(shop.database, options.profile ? profiling : []);
  const floor = await startFloor(shop);
  try {
    await measureThroughput({ shop, server, floor, load }, options, say);
    if (options.only.includes("hot")) await measureHot({ shop, server, floor, load }, options, say);
    if (options.only.includes("pages")) await measurePages({ shop, server, load }, options, say);
  } finally {
    await server.stop();
    await floor.stop();
  }
}

function optionsOrExit(): Options {
  try {
    const options = readOptions(process.argv.slice(2));
    if (options) return options;
    console.log(usage);
    process.exit(0);
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    process.exit(2);
  }
}
