import type { ImportProduct, ImportProductDraft } from "@cartwright/core/catalog/schemas";
import { toDecimal } from "@cartwright/core/kernel/money";
import { isRecord, UsageError } from "../errors.ts";
import { ignoredNotice } from "./csv-heading.ts";
import type { FileProduct, ReadOptions } from "./file-product.ts";
import type { JsonItem, JsonItems } from "./json-items.ts";
import { Findings, reappears, refused } from "./row-groups.ts";
import { FileSlugs } from "./slugs.ts";
import { readPrice } from "./values.ts";

export const jsonFormatName = "cartwright-products";

type Fields = Record<string, unknown>;
type ExportedProduct = Omit<ImportProduct, "row">;

const productFields = [
  "slug", "title", "status", "brand", "categories", "tags", "descriptionHtml", "seoTitle", "seoDescription", "publishedAt",
  "options", "variants", "images", "attributes",
];

/** What stands before the products of a file, and behind them. */
export function jsonHead(currency: string): string {
  return `{"format": ${JSON.stringify(jsonFormatName)}, "version": 1, "currency": ${JSON.stringify(currency)}, "products": [\n`;
}
export const jsonTail = "\n]}\n";

/** One product on a line of its own, prices as decimals, without what is empty. */
export function writeJsonProduct(product: ExportedProduct, currency: string): string {
  const { slug, title, status, brand, categories, tags, descriptionHtml, seoTitle, seoDescription, publishedAt, options, images, attributes } = product;
  const variants = product.variants.map((variant) =>
    withoutEmpty({
      sku: variant.sku,
      barcode: variant.barcode,
      options: variant.options,
      price: toDecimal(variant.priceMinor, currency),
      compareAt: decimalOrNull(variant.compareAtMinor, currency),
      prices: writePrices(variant.prices),
      weightGrams: variant.weightGrams,
      imageUrl: variant.imageUrl,
      stock: variant.stock,
    }),
  );
  const fields = { slug, title, status, brand, categories, tags, descriptionHtml, seoTitle, seoDescription, publishedAt, options };
  const given = attributes.filter(({ value }) => !isEmpty(value)).map((attribute) => withoutEmpty({ ...attribute }));
  return JSON.stringify(withoutEmpty({ ...fields, variants, images: images.map((image) => withoutEmpty({ ...image })), attributes: given }));
}

function writePrices(prices: ImportProduct["variants"][number]["prices"]): Fields {
  const codes = Object.keys(prices).toSorted();
  return Object.fromEntries(
    codes.map((code) => {
      const { priceMinor = 0, compareAtMinor } = prices[code] ?? {};
      return [code, withoutEmpty({ price: toDecimal(priceMinor, code), compareAt: decimalOrNull(compareAtMinor, code) })];
    }),
  );
}

/** Products of our own JSON. Errors: bad usage when the file's prices are in another currency than the shop's. */
export async function* readCartwrightJson({ head, items }: JsonItems, { currency, notice }: ReadOptions): AsyncGenerator<FileProduct> {
  if (typeof head.currency === "string" && head.currency !== currency) {
    throw new UsageError(`The file's prices are in ${head.currency}, the shop's in ${currency}.`);
  }
  const slugs = new FileSlugs();
  const unknown = new Set<string>();
  for await (const item of items) {
    const { value, line } = item;
    if (!isRecord(value)) {
      yield refused({ row: line, column: "", message: item.problem ?? "It is not a product." });
      continue;
    }
    for (const field of Object.keys(value)) if (!productFields.includes(field)) unknown.add(field);
    yield readItem({ ...item, value }, currency, slugs);
  }
  if (unknown.size > 0) notice(ignoredNotice("fields", [...unknown]));
}

function readItem({ line, value }: JsonItem & { value: Fields }, currency: string, slugs: FileSlugs): FileProduct {
  const findings = new Findings();
  const slug = typeof value.slug === "string" ? value.slug : null;
  const before = slug === null ? null : slugs.claim(slug, line);
  if (before !== null) return refused(reappears(line, "slug", slug ?? "", before), slug);
  const variants = Array.isArray(value.variants)
    ? value.variants.map((variant: unknown, at) => readVariant(isRecord(variant) ? variant : {}, line, currency, `variants[${at}]`, findings))
    : value.variants;
  const known = Object.fromEntries(productFields.filter((field) => field in value).map((field) => [field, value[field]]));
  const { problems, warnings } = findings;
  // Not looked at yet: the schema of the import checks it before anything is sent.
  const product = { ...known, row: line, variants } as ImportProductDraft;
  return { row: line, slug, product: problems.length === 0 ? product : null, problems, warnings };
}

function readVariant({ price, compareAt, prices, ...rest }: Fields, row: number, currency: string, place: string, findings: Findings): Fields {
  const others = Object.entries(isRecord(prices) ? prices : {}).map(([code, pair]) => {
    const fields = isRecord(pair) ? pair : {};
    return [code, readPair(fields.price, fields.compareAt, row, code, `${place}.prices.${code}.`, findings)];
  });
  return { ...rest, row, ...readPair(price, compareAt, row, currency, `${place}.`, findings), prices: Object.fromEntries(others) };
}

function readPair(price: unknown, compareAt: unknown, row: number, currency: string, place: string, findings: Findings): Fields {
  const read = (value: unknown, field: string): number | null => {
    const { value: amountMinor, problem } = readPrice(typeof value === "number" ? String(value) : typeof value === "string" ? value : "", currency);
    if (problem) findings.problem(row, place + field, problem);
    return amountMinor ?? null;
  };
  return { priceMinor: read(price, "price"), compareAtMinor: compareAt === undefined || compareAt === null ? null : read(compareAt, "compareAt") };
}

/** `variants.2.priceMinor` is `variants[2].price` in the file. */
export function jsonColumnOf(field: string): string {
  return field.replace(/Minor$/, "").replace(/\.(\d+)/g, "[$1]");
}

function decimalOrNull(amountMinor: number | null | undefined, currency: string): string | null {
  return amountMinor === null || amountMinor === undefined ? null : toDecimal(amountMinor, currency);
}

function withoutEmpty(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => !isEmpty(value)));
}

function isEmpty(value: unknown): boolean {
  if (value === null || value === undefined || value === "") return true;
  return typeof value === "object" && Object.keys(value).length === 0;
}
