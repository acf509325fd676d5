import type { ImportProductDraft } from "@cartwright/core/catalog/schemas";
import { compareAtIn, optionName, optionValue, priceIn, productColumns, type CartwrightHeading } from "./cartwright-columns.ts";
import { readGuarded, splitList, splitPaths } from "./cells.ts";
import { ignoredNotice } from "./csv-heading.ts";
import type { CsvRow } from "./csv-rows.ts";
import type { FileProduct, ReadOptions } from "./file-product.ts";
import { Findings, groupRows, reappears, refused, type RowGroup } from "./row-groups.ts";
import { FileSlugs } from "./slugs.ts";
import { readBoolean, readCount, readNumber, readPrice, shown, type Read } from "./values.ts";

type Cell = (row: CsvRow, column: string) => string;
type Attribute = NonNullable<ImportProductDraft["attributes"]>[number];

/** Products of our own CSV, as docs/import.md describes it. */
export async function* readCartwrightCsv(rows: AsyncIterable<CsvRow>, heading: CartwrightHeading, { currency, notice }: ReadOptions): AsyncGenerator<FileProduct> {
  const slugs = new FileSlugs();
  if (heading.ignored.length > 0) notice(ignoredNotice("columns", heading.ignored));
  for await (const group of groupRows(rows, heading.placeOf("slug"))) {
    const row = group.rows[0]?.line ?? 1;
    const before = group.key === "" ? null : slugs.claim(group.key, row);
    if (group.key === "") yield refused({ row, column: "slug", message: "The slug is missing." });
    else if (before === null) yield readGroup(group, heading, currency);
    else yield refused(reappears(row, "slug", group.key, before), group.key);
  }
}

function readGroup({ key, rows }: RowGroup, heading: CartwrightHeading, currency: string): FileProduct {
  const findings = new Findings();
  const cell: Cell = (row, column) => readGuarded(row.cells[heading.placeOf(column)] ?? "");
  const first = rows[0] as CsvRow; // A group has at least the row that began it.
  checkSame(rows, cell, findings);
  const text = (column: string) => cell(first, column);
  const options = Array.from({ length: heading.optionCount }, (_, place) => text(optionName(place)).trim()).filter((name) => name !== "");
  const variantRows = rows.filter((row) => isVariant(row, heading, cell));
  if (variantRows.length === 0) findings.problem(first.line, "price", "The price is missing.");
  const product: ImportProductDraft = {
    row: first.line,
    slug: key,
    title: text("title"),
    // Any word goes in: the schema of the import says which are known.
    status: (text("status").trim().toLowerCase() || undefined) as ImportProductDraft["status"],
    brand: text("brand").trim() || null,
    categories: splitPaths(text("categories")),
    tags: splitList(text("tags")),
    descriptionHtml: text("description_html"),
    options,
    variants: variantRows.map((row) => readVariant(row, options.length, heading, currency, cell, findings)),
    images: rows.map((row) => ({ url: cell(row, "image"), alt: cell(row, "image_alt") })).filter(({ url }) => url !== ""),
    attributes: readAttributes(first, heading, findings),
    seoTitle: text("seo_title") || null,
    seoDescription: text("seo_description") || null,
    publishedAt: text("published_at").trim() || null,
  };
  const { problems, warnings } = findings;
  return { row: first.line, slug: key, product: problems.length === 0 ? product : null, problems, warnings };
}

/** What belongs to the product stands on its first row; further down it may be repeated, not changed. */
function checkSame(rows: readonly CsvRow[], cell: Cell, findings: Findings): void {
  const first = rows[0];
  for (const row of rows.slice(1)) {
    for (const column of productColumns) {
      const value = cell(row, column);
      if (first && value !== "" && value !== cell(first, column)) {
        findings.problem(row.line, column, `${shown(value)} differs from the product's first row, line ${first.line}.`);
      }
    }
  }
}

const variantMarks = ["sku", "barcode", "price", "compare_at_price", "weight_grams", "stock", "variant_image"];

function isVariant(row: CsvRow, { optionCount }: CartwrightHeading, cell: Cell): boolean {
  if (variantMarks.some((column) => cell(row, column).trim() !== "")) return true;
  return Array.from({ length: optionCount }, (_, place) => cell(row, optionValue(place))).some((value) => value.trim() !== "");
}

function readVariant(row: CsvRow, optionCount: number, { currencies }: CartwrightHeading, currency: string, cell: Cell, findings: Findings) {
  const take = <T>(column: string, read: (text: string) => Read<T>): T | null => {
    const { value, problem } = read(cell(row, column));
    if (problem) findings.problem(row.line, column, problem);
    return value ?? null;
  };
  const given = <T>(column: string, read: (text: string) => Read<T>): T | null => (cell(row, column).trim() === "" ? null : take(column, read));
  const stated = cell(row, "currency").trim();
  if (stated !== "" && stated !== currency) findings.problem(row.line, "currency", `The price is in ${stated}, the shop's prices are in ${currency}.`);
  const prices = currencies.flatMap((code) => {
    const priceMinor = given(priceIn(code), (text) => readPrice(text, code));
    const compareAtMinor = given(compareAtIn(code), (text) => readPrice(text, code));
    return priceMinor === null ? [] : [[code, { priceMinor, compareAtMinor }] as const];
  });
  return {
    row: row.line,
    sku: cell(row, "sku").trim() || null,
    barcode: cell(row, "barcode").trim() || null,
    options: Array.from({ length: optionCount }, (_, place) => cell(row, optionValue(place))),
    priceMinor: take("price", (text) => readPrice(text, currency)) ?? 0,
    compareAtMinor: given("compare_at_price", (text) => readPrice(text, currency)),
    prices: Object.fromEntries(prices),
    weightGrams: given("weight_grams", readCount),
    imageUrl: cell(row, "variant_image") || null,
    stock: given("stock", readCount),
  };
}

function readAttributes(row: CsvRow, { attributes }: CartwrightHeading, findings: Findings): Attribute[] {
  return attributes.flatMap(({ place, heading, code, type, unit, name }) => {
    const text = readGuarded(row.cells[place] ?? "");
    if (type === "text" ? text === "" : text.trim() === "") return [];
    const { value, problem }: Read<Attribute["value"]> =
      type === "number" ? readNumber(text) : type === "boolean" ? readBoolean(text) : { value: type === "list" ? splitList(text) : text };
    if (problem) findings.problem(row.line, heading, problem);
    return value === undefined ? [] : [{ code, type, unit, value, ...(name === null ? {} : { name }) }];
  });
}
