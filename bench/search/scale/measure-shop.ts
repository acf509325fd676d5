import { loadShopSettings, systemActor, systemClock, type Context } from "@cartwright/core/kernel";
import { catalogSource, embeddedEngine, searchProducts, suggestProducts } from "@cartwright/core/search";
import { SearchProductsInput } from "@cartwright/core/search/schemas";
import { makeContext } from "@cartwright/core/testing";
import { brands, categories, connect, fullText, migrate, searchIndexes } from "@cartwright/db";
import { parseArgs } from "node:util";
import { memoryOf } from "../../run/process-facts.ts";
import { askBare } from "./bare-statement.ts";
import { fillCatalogue } from "./fill-catalogue.ts";
import { measureCalls } from "./measure-calls.ts";
import type { Contest, ScaleResult } from "./scale-result.ts";
import { brandNames } from "./scale-product.ts";
import { scaleQueries, typedBeginnings, type ScaleQuery } from "./scale-queries.ts";

// A process of its own, because a process speaks one dialect: DATABASE_URL names the database, which is filled unless it is full.
const { values } = parseArgs({ options: { products: { type: "string", default: "10000" }, queries: { type: "string", default: "400" } } });
const url = process.env["DATABASE_URL"];
if (!url) throw new Error("DATABASE_URL is needed");
const wanted = Number(values.products);
const mostWarming = 1_000;

const database = await connect(url);
await migrate(database);
const ctx: Context = { ...makeContext(database.db), actor: systemActor("bench"), clock: systemClock, shop: await loadShopSettings(database.db) };
if ((await catalogSource.count(ctx)) !== wanted) await fillCatalogue(ctx, wanted, (text) => console.error(text));
const build = await buildIndex();
if (database.dialect === "postgres") await database.driver.run({ sql: "vacuum analyze", params: [], rows: "arrays" });

const queries = scaleQueries(wanted, Number(values.queries), 21);
const beginnings = typedBeginnings(queries);
const active = (await database.db.select().from(searchIndexes)).find(({ status }) => status === "active");
const table = `search_text_${active?.slot ?? 0}`;
const brandsByName = new Map((await database.db.select({ id: brands.id, name: brands.name }).from(brands)).map(({ id, name }) => [name, id]));
const categoryIds = (await database.db.select().from(categories)).toSorted((a, b) => a.position - b.position).map(({ id }) => id);
const search = (query: ScaleQuery) => searchProducts(ctx, inputOf(query));
const suggest = (text: string) => suggestProducts(ctx, { text, limit: 6 });
const bareSearch = ({ text }: { text: string }) => askBare(database, { table, text, isBeginning: false, limit: 24 });
const bareSuggest = (text: string) => askBare(database, { table, text, isBeginning: true, limit: 6 });

const before = memoryOf(process.pid).nowMb;
await search({ kind: "kind", text: "mug" });
// A server that has been running for a while: others have searched, for other things of the same kinds.
const others = scaleQueries(wanted, mostWarming, 31);
for (const query of others) await Promise.all([search(query), bareSearch(query)]);
for (const text of typedBeginnings(others)) await Promise.all([suggest(text), bareSuggest(text)]);
const contests: Contest[] = [];
for (const connections of [1, 16]) {
  contests.push({ what: "query with facets", connections, shop: await measureCalls(queries, connections, search), bare: await measureCalls(queries, connections, bareSearch) });
  contests.push({ what: "suggest", connections, shop: await measureCalls(beginnings, connections, suggest), bare: await measureCalls(beginnings, connections, bareSuggest) });
}
// To a code and to a typing error the bare statement has no answer, which takes no time: those that both answer are shown by themselves too.
const ofKind = (kinds: readonly ScaleQuery["kind"][]) => queries.filter(({ kind }) => kinds.includes(kind));
const groups = new Map([["answered by both", ofKind(["kind", "words", "brand", "name", "filtered"])], ...queries.map(({ kind }) => [kind, ofKind([kind])] as const)]);
for (const [what, own] of groups) {
  contests.push({ what, connections: 1, shop: await measureCalls(own, 1, search), bare: await measureCalls(own, 1, bareSearch) });
}
const result: ScaleResult = {
  engine: database.dialect,
  products: wanted,
  ...build,
  indexMb: (await fullText.sizeBytes(database.db)) / 1_048_576,
  searchMemoryMb: memoryOf(process.pid).nowMb - before,
  processMb: memoryOf(process.pid).nowMb,
  contests,
};
process.send?.(result);
await database.close();

async function buildIndex(): Promise<Pick<ScaleResult, "buildSeconds" | "buildProcessorSeconds">> {
  const { documents } = await embeddedEngine.status(ctx);
  if (documents === wanted) return { buildSeconds: null, buildProcessorSeconds: null };
  const [at, cpu] = [performance.now(), process.cpuUsage()];
  await embeddedEngine.startRebuild(ctx, catalogSource, { isFresh: true });
  while (!(await embeddedEngine.continueRebuild(ctx, catalogSource)).isDone);
  const { user, system } = process.cpuUsage(cpu);
  return { buildSeconds: (performance.now() - at) / 1_000, buildProcessorSeconds: (user + system) / 1_000_000 };
}

function inputOf({ text, brandIndex, categoryIndex, inStock }: ScaleQuery) {
  const brand = brandIndex === undefined ? undefined : brandsByName.get(brandNames[brandIndex] ?? "");
  const category = categoryIndex === undefined ? undefined : categoryIds[categoryIndex];
  return SearchProductsInput.parse({ text, ...(brand ? { brands: [brand] } : {}), ...(category ? { category } : {}), ...(inStock ? { inStock } : {}) });
}
