import { seedDemoShop } from "@cartwright/core/demo";
import { catalogSource, embeddedEngine, searchProducts } from "@cartwright/core/search";
import { importProducts } from "@cartwright/core/catalog";
import type { ImportProductDraft } from "@cartwright/core/catalog/schemas";
import { loadShopSettings, systemActor, systemClock, type Context } from "@cartwright/core/kernel";
import { createLocation } from "@cartwright/core/inventory";
import { makeContext } from "@cartwright/core/testing";
import { SearchProductsInput } from "@cartwright/core/search/schemas";
import { connect, migrate } from "@cartwright/db";
import { parseArgs } from "node:util";
import { gatherBatches } from "../../../apps/admin-cli/src/import/batches.ts";
import { checkProduct } from "../../../apps/admin-cli/src/product-file/check-product.ts";
import { detectFormat } from "../../../apps/admin-cli/src/product-file/detect-format.ts";
import { readProductFile } from "../../../apps/admin-cli/src/product-file/read-product-file.ts";
import type { FileProduct, FileReading } from "../../../apps/admin-cli/src/product-file/file-product.ts";
import { inputFor, readAnswer } from "./search-procedure.ts";

// A process of its own, because a process speaks one dialect: fills the shop that DATABASE_URL names, and its index. With
// --answer it stays and answers searches by core itself, without a server: every message is a text.
const { values } = parseArgs({ options: { import: { type: "string" }, answer: { type: "boolean", default: false } } });
const url = process.env["DATABASE_URL"];
if (!url) throw new Error("DATABASE_URL is needed");
const say = (text: string) => console.error(text);

const database = await connect(url);
await migrate(database);
const empty: Context = { ...makeContext(database.db), actor: systemActor("bench"), clock: systemClock, shop: await loadShopSettings(database.db) };
if (values.import === undefined) await seedDemoShop(empty, { hasPictures: false });
else await importFile(empty, values.import);
const ctx: Context = { ...empty, shop: await loadShopSettings(database.db) };
await embeddedEngine.startRebuild(ctx, catalogSource, { isFresh: true });
while (!(await embeddedEngine.continueRebuild(ctx, catalogSource)).isDone);

if (values.answer) {
  process.on("message", (text: string) => {
    // A failed search fails the run: the parent sees that this process has ended.
    void answer(text).then((found) => process.send?.(found));
  });
  process.send?.("ready");
} else {
  await database.close();
}

async function answer(text: string) {
  return readAnswer(await searchProducts(ctx, SearchProductsInput.parse(inputFor(text))));
}

async function importFile(ctx: Context, path: string): Promise<void> {
  await createLocation(ctx, { code: "main", name: "Main", priority: 0 });
  const { currency } = ctx.shop;
  const reading = await readProductFile(path, await detectFormat(path), { currency, notice: say });
  for await (const { products } of gatherBatches(checked(reading), refuse)) await importBatch(ctx, products);
}

async function* checked({ products, columnOf }: FileReading): AsyncGenerator<FileProduct> {
  for await (const read of products) yield checkProduct(read, columnOf);
}

function refuse({ row, problems }: FileProduct): void {
  say(`line ${row} is left out: ${problems.map(({ message }) => message).join(" ")}`);
}

async function importBatch(ctx: Context, products: ImportProductDraft[]): Promise<void> {
  const { results } = await importProducts(ctx, { products, isDryRun: false });
  for (const result of results) if (result.outcome === "failed") say(`refused: ${JSON.stringify(result)}`);
}
