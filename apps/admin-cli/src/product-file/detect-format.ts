import { isRecord, UsageError } from "../errors.ts";
import { isCartwrightHeading } from "./cartwright-columns.ts";
import { jsonFormatName } from "./cartwright-json.ts";
import { CsvHeading, detectDelimiter, firstRecord } from "./csv-heading.ts";
import { productFileFormats, type ProductFileFormat } from "./file-product.ts";
import { findArray, readJsonItems } from "./json-items.ts";
import { peekText } from "./open-text.ts";
import { isShopifyHeading } from "./shopify-columns.ts";

/** What a file is, by how it begins. Errors: bad usage when it is nothing known. */
export async function detectFormat(path: string): Promise<ProductFileFormat> {
  const start = await peekText(path);
  if (start.trim() === "") throw new UsageError(`${path} is empty.`);
  const format = /^\s*[[{]/.test(start) ? await detectJson(path, start) : detectCsv(start);
  if (format) return format;
  throw new UsageError(`${path} is in no format known here. If it is one of ${productFileFormats.join(", ")}, name it with --format.`);
}

async function detectJson(path: string, start: string): Promise<ProductFileFormat | null> {
  if (findArray(start)?.head.format === jsonFormatName) return "cartwright-json";
  const { items, head } = await readJsonItems(path);
  for await (const { value } of items) {
    if (!isRecord(value)) continue;
    if (Array.isArray(value.variants)) return "cartwright-json";
    return "price" in value && "title" in value ? "dummyjson" : null;
  }
  return head.format === undefined ? "cartwright-json" : null;
}

function detectCsv(start: string): ProductFileFormat | null {
  const delimiter = detectDelimiter(start);
  const heading = new CsvHeading(firstRecord(start).split(delimiter).map((name) => name.replace(/^\s*"|"\s*$/g, "")));
  if (isShopifyHeading(heading)) return "shopify";
  return isCartwrightHeading(heading) ? "cartwright-csv" : null;
}
