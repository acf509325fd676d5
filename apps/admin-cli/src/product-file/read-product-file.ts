import { UsageError } from "../errors.ts";
import { cartwrightColumnOf, isCartwrightHeading, readCartwrightHeading } from "./cartwright-columns.ts";
import { readCartwrightCsv } from "./cartwright-csv.ts";
import { jsonColumnOf, readCartwrightJson } from "./cartwright-json.ts";
import { CsvHeading, detectDelimiter } from "./csv-heading.ts";
import { readCsvRows } from "./csv-rows.ts";
import { dummyjsonColumnOf, readDummyjson } from "./dummyjson.ts";
import type { FileProduct, FileReading, Problem, ProductFileFormat, ReadOptions } from "./file-product.ts";
import { readJsonItems } from "./json-items.ts";
import { peekText, type OnRead } from "./open-text.ts";
import { refused } from "./row-groups.ts";
import { isShopifyHeading, readShopifyHeading, shopifyColumnOf } from "./shopify-columns.ts";
import { readShopify } from "./shopify.ts";

/** Opens a file of products in a format that is known by now; they are read while they are asked for. */
export async function readProductFile(path: string, format: ProductFileFormat, options: ReadOptions, onRead?: OnRead): Promise<FileReading> {
  switch (format) {
    case "dummyjson":
      return { products: readDummyjson((await readJsonItems(path, onRead)).items, options), columnOf: dummyjsonColumnOf };
    case "cartwright-json":
      return { products: readCartwrightJson(await readJsonItems(path, onRead), options), columnOf: jsonColumnOf };
    default:
      return readCsv(path, format, options, onRead);
  }
}

async function readCsv(path: string, format: "shopify" | "cartwright-csv", options: ReadOptions, onRead?: OnRead): Promise<FileReading> {
  const broken: Problem[] = [];
  const rows = readCsvRows(path, detectDelimiter(await peekText(path)), (problem) => broken.push(problem), onRead);
  const first = await rows.next();
  if (first.done) throw new UsageError(`${path} is empty.`);
  const heading = new CsvHeading(first.value.cells);
  if (format === "shopify") {
    if (!isShopifyHeading(heading)) throw new UsageError(`${path} is no Shopify CSV: it has no columns Handle and Variant Price.`);
    const columns = readShopifyHeading(heading);
    return { products: withBroken(readShopify(rows, columns, options), broken), columnOf: (field) => shopifyColumnOf(columns, field) };
  }
  if (!isCartwrightHeading(heading)) throw new UsageError(`${path} is no Cartwright CSV: it has no columns slug and price.`);
  const columns = readCartwrightHeading(heading);
  return {
    products: withBroken(readCartwrightCsv(rows, columns, options), broken),
    columnOf: (field, product) => cartwrightColumnOf(columns, field, product),
  };
}

/** Rows that could not be read come last, as refused products. */
async function* withBroken(products: AsyncIterable<FileProduct>, broken: readonly Problem[]): AsyncGenerator<FileProduct> {
  yield* products;
  for (const problem of broken) yield refused(problem);
}
