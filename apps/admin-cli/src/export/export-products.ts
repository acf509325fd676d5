import type { ImportProduct } from "@cartwright/core/catalog/schemas";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Session } from "../cli.ts";
import { jsonHead, jsonTail, writeJsonProduct } from "../product-file/cartwright-json.ts";
import { readJsonItems } from "../product-file/json-items.ts";
import { CsvShapeSurvey, CsvWriter } from "../product-file/write-csv.ts";
import { retrying } from "../retry.ts";
import { replaceFile } from "./replace-file.ts";

export type ExportedProduct = Omit<ImportProduct, "row">;

const pageSize = 200;
const waitsMs = [500, 2_000, 8_000];

/** Every product of the shop in the order of slugs, the next page on its way while one is worked on. */
export async function* readShop({ api, connection: { signal } }: Session, onCount: (count: number) => void): AsyncGenerator<ExportedProduct[]> {
  const read = (cursor: string | null) =>
    retrying(() => api.catalog.exportProducts.query({ cursor, limit: pageSize }), { waitsMs, isRefusalRetried: true, signal });
  let count = 0;
  let next: ReturnType<typeof read> | null = read(null);
  while (next) {
    const page: Awaited<ReturnType<typeof read>> = await next;
    next = page.nextCursor === null ? null : read(page.nextCursor);
    // It is awaited a page later; until then nobody would hear that it failed.
    next?.catch(() => undefined);
    count += page.products.length;
    onCount(count);
    yield page.products;
  }
}

/** A JSON document with one product a line. */
export async function* writeJson(pages: AsyncIterable<ExportedProduct[]>, currency: string): AsyncGenerator<string> {
  yield jsonHead(currency);
  let isFirst = true;
  for await (const products of pages) {
    if (products.length === 0) continue;
    yield (isFirst ? "" : ",\n") + products.map((product) => writeJsonProduct(product, currency)).join(",\n");
    isFirst = false;
  }
  yield jsonTail;
}

/** CSV, whose columns are known only when the last product is: until then the products wait in a file. */
export async function* writeCsv(pages: AsyncIterable<ExportedProduct[]>, currency: string): AsyncGenerator<string> {
  const folder = await mkdtemp(join(tmpdir(), "cartwright-"));
  try {
    const waiting = join(folder, "products.json");
    const survey = new CsvShapeSurvey();
    await replaceFile(waiting, surveyed(pages, survey));
    const writer = new CsvWriter(survey.shape(), currency);
    yield writer.heading();
    const { items } = await readJsonItems(waiting);
    // Written a moment ago by the lines below.
    for await (const { value } of items) yield writer.rows(value as ExportedProduct);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function* surveyed(pages: AsyncIterable<ExportedProduct[]>, survey: CsvShapeSurvey): AsyncGenerator<string> {
  yield "[";
  let isFirst = true;
  for await (const products of pages) {
    for (const product of products) {
      survey.see(product);
      yield (isFirst ? "" : ",\n") + JSON.stringify(product);
      isFirst = false;
    }
  }
  yield "]";
}
