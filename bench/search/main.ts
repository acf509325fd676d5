import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Catalogue } from "./catalogue/catalogue.ts";
import { readCatalogue } from "./catalogue/read-catalogue.ts";
import { isIn } from "./judgements/half.ts";
import { inCatalogue } from "./judgements/in-catalogue.ts";
import type { JudgedQuery } from "./judgements/judged-query.ts";
import { readTrec } from "./judgements/read-trec.ts";
import { readWands } from "./judgements/read-wands.ts";
import { askAll, askItems } from "./measure.ts";
import { misspeltItems } from "./misspell/misspelt-items.ts";
import { readOptions, usage, type Options } from "./options.ts";
import { engineResult, type EngineResult } from "./report/engine-result.ts";
import { reportLines } from "./report/print-report.ts";
import { enginesFor, type Engine } from "./run/engines.ts";
import { withSearch } from "./run/open-search.ts";
import { measureScale } from "./scale/main.ts";

const say = (text: string) => console.error(text);

try {
  const [first, ...rest] = process.argv.slice(2);
  if (first === "scale") {
    await measureScale(rest);
  } else {
    const options = readOptions(process.argv.slice(2));
    if (options) await main(options);
    else console.log(usage);
  }
} catch (error) {
  // A wrong option, a file that is none, or a shop that did not start: each says so in its message.
  say(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}

async function main(options: Options): Promise<void> {
  const engines = enginesFor(options.engine, process.env, say);
  const folder = mkdtempSync(join(tmpdir(), "cartwright-relevance-"));
  try {
    const catalogue = await readCatalogue(options.catalogue, folder, say);
    const queries = await readQueries(options, catalogue);
    say(`${catalogue.name}: ${catalogue.products.length} products, ${queries.length} judged queries (half: ${options.half})`);
    const results: EngineResult[] = [];
    for (const engine of engines) results.push(await measureEngine(engine, catalogue, queries, options));
    console.log(reportLines(results, options.worst).join("\n"));
    if (options.json !== null) writeJson(options.json, { options, catalogue, results });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function readQueries({ judgements, format, half }: Options, catalogue: Catalogue): Promise<JudgedQuery[]> {
  if (judgements === null) return [];
  const read = format === "wands" ? await readWands(judgements) : readTrec(judgements);
  const { queries, unknown, dropped } = inCatalogue(read, catalogue);
  if (unknown.length > 0) say(`Judged products that the catalogue does not have: ${unknown.length} (${unknown.slice(0, 5).join(", ")}).`);
  if (dropped > 0) say(`Queries left out because nothing judged relevant is in the catalogue: ${dropped}.`);
  return queries.filter(({ id }) => isIn(half, id));
}

function measureEngine(engine: Engine, catalogue: Catalogue, queries: readonly JudgedQuery[], { knownItems, seed, half, isDirect }: Options): Promise<EngineResult> {
  say(`${engine.name}: filling a fresh shop`);
  return withSearch(engine, catalogue, isDirect && engine.name !== "meilisearch", async (search) => {
    say(`${engine.name}: searching`);
    const answers = await askAll(search, queries);
    const items = [];
    for (const typos of [1, 2] as const) {
      const wish = { count: knownItems, typos, seed: seed * 2 + typos, isAsked: (slug: string) => isIn(half, slug) };
      items.push({ typos, answers: await askItems(search, misspeltItems(catalogue.products, wish)) });
    }
    const others = [...search.answeredBy].filter(([name]) => name !== engine.name);
    if (others.length > 0) say(`${engine.name}: not all answers are its own: ${others.map(([name, count]) => `${count} of ${name}`).join(", ")}`);
    return engineResult(engine.name, search.answeredBy, answers, items);
  });
}

function writeJson(path: string, { options, catalogue, results }: { options: Options; catalogue: Catalogue; results: EngineResult[] }): void {
  const { name, products } = catalogue;
  const content = { at: new Date().toISOString(), node: process.version, options, catalogue: { name, products: products.length }, engines: results };
  writeFileSync(path, `${JSON.stringify(content, null, 1)}\n`);
}
