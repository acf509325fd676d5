import type { ImportProductDraft } from "@cartwright/core/catalog/schemas";
import type { CsvRow } from "./csv-rows.ts";
import type { Findings } from "./row-groups.ts";
import type { ShopifyFile } from "./shopify.ts";
import type { ShopifyColumn } from "./shopify-columns.ts";
import { readPrice, readWhole, shown } from "./values.ts";

/** A row with one of these is a variant; without, it carries a picture. */
export const variantColumns: readonly ShopifyColumn[] = ["option1Value", "option2Value", "option3Value", "sku", "price", "barcode"];

const optionValues = ["option1Value", "option2Value", "option3Value"] as const;

/** A variant as far as it can be read; what can't goes to the findings. */
export function readShopifyVariant(
  row: CsvRow,
  optionCount: number,
  { heading, currency }: ShopifyFile,
  text: (column: ShopifyColumn) => string,
  findings: Findings,
): ImportProductDraft["variants"][number] {
  const problem = (column: ShopifyColumn, message: string) => findings.problem(row.line, heading.nameOf(column), message);
  const price = readPrice(text("price"), currency);
  if (price.problem) problem("price", price.problem);
  const compareAt = readPrice(text("compareAt") || "0", currency);
  if (compareAt.problem) problem("compareAt", compareAt.problem);
  const options = optionValues.slice(0, optionCount).map((column) => text(column));
  options.forEach((value, at) => {
    const column = optionValues[at];
    if (value === "" && column) problem(column, "The option's value is missing.");
  });
  return {
    row: row.line,
    sku: text("sku") || null,
    barcode: text("barcode").replace(/^'/, "") || null,
    options,
    priceMinor: price.value ?? 0,
    // Shopify writes no price before as 0 too.
    compareAtMinor: compareAt.value || null,
    weightGrams: readGrams(text("grams"), (message) => problem("grams", message)),
    imageUrl: text("variantImageUrl") || null,
    stock: readQuantity(text("quantity"), (message) => problem("quantity", message), (message) => findings.warn(row.line, heading.nameOf("quantity"), message)),
  };
}

// Always grams, whatever unit is shown; Shopify writes no weight as 0.
function readGrams(text: string, problem: (message: string) => void): number | null {
  if (text === "") return null;
  const grams = Number(text);
  if (!Number.isFinite(grams) || grams < 0) {
    problem(`${shown(text)} is not a weight in grams.`);
    return null;
  }
  return Math.round(grams) || null;
}

function readQuantity(text: string, problem: (message: string) => void, warn: (message: string) => void): number | null {
  if (text === "") return null;
  const quantity = readWhole(text);
  if (quantity.problem) problem(quantity.problem);
  if (quantity.value === undefined) return null;
  if (quantity.value < 0) warn(`${quantity.value} are in stock; taken as 0.`);
  return Math.max(0, quantity.value);
}
