import type { ImportProductDraft } from "@cartwright/core/catalog/schemas";
import { slugify } from "@cartwright/core/kernel/text";
import { isRecord } from "../errors.ts";
import type { FileProduct, ReadOptions } from "./file-product.ts";
import type { JsonItem } from "./json-items.ts";
import { Findings, refused } from "./row-groups.ts";
import { digest, FileSlugs } from "./slugs.ts";
import { readableName, readPrice, shown } from "./values.ts";

type Fields = Record<string, unknown>;
type Attribute = NonNullable<ImportProductDraft["attributes"]>[number];

/** Products as dummyjson.com serves them: one variant each, its category a name in kebab-case. */
export async function* readDummyjson(items: AsyncIterable<JsonItem>, { currency, notice }: ReadOptions): AsyncGenerator<FileProduct> {
  const slugs = new FileSlugs();
  let isReviewNoticed = false;
  for await (const { line, value, problem } of items) {
    if (problem !== null || !isRecord(value)) {
      yield refused({ row: line, column: "", message: problem ?? "It is not a product." });
      continue;
    }
    if (!isReviewNoticed && ("reviews" in value || "rating" in value)) {
      notice("Reviews and ratings are left out.");
      isReviewNoticed = true;
    }
    yield readItem(value, line, currency, slugs);
  }
}

function readItem(fields: Fields, row: number, currency: string, slugs: FileSlugs): FileProduct {
  const findings = new Findings();
  const title = textOf(fields.title);
  if (title === "") findings.problem(row, "title", "The title is missing.");
  const ending = slugify(textOf(fields.id)) || digest(JSON.stringify(fields));
  const slug = slugs.unique(title, ending, row);
  const price = readPrice(decimalOf(fields.price), currency);
  if (price.problem) findings.problem(row, "price", price.problem);
  const images = imageUrls(fields);
  const product: ImportProductDraft = {
    row,
    slug,
    title,
    descriptionHtml: paragraph(textOf(fields.description)),
    brand: textOf(fields.brand) || null,
    categories: textOf(fields.category) === "" ? [] : [[readableName(textOf(fields.category))]],
    tags: [...new Set(listOf(fields.tags).map(textOf))].filter((tag) => tag !== ""),
    variants: [
      {
        row,
        sku: textOf(fields.sku) || null,
        barcode: textOf(isRecord(fields.meta) ? fields.meta.barcode : undefined) || null,
        priceMinor: price.value ?? 0,
        compareAtMinor: priceBefore(price.value ?? 0, fields.discountPercentage),
        weightGrams: wholeOf(fields.weight, "weight", row, findings),
        stock: wholeOf(fields.stock, "stock", row, findings),
      },
    ],
    images: images.map((url, at) => ({ url, alt: at === 0 ? title : `${title}, picture ${at + 1}` })),
    attributes: readAttributes(fields),
  };
  const { problems, warnings } = findings;
  return { row, slug, product: problems.length === 0 ? product : null, problems, warnings };
}

/** `price` is what it costs now, so the price before is what the discount was taken off. */
function priceBefore(priceMinor: number, discountPercentage: unknown): number | null {
  if (typeof discountPercentage !== "number" || discountPercentage <= 0 || discountPercentage >= 100) return null;
  const before = Math.round((priceMinor * 100) / (100 - discountPercentage));
  return before > priceMinor ? before : null;
}

function readAttributes(fields: Fields): Attribute[] {
  const dimensions = isRecord(fields.dimensions) ? fields.dimensions : {};
  const all = [
    number("width", "Width", "cm", dimensions.width),
    number("height", "Height", "cm", dimensions.height),
    number("depth", "Depth", "cm", dimensions.depth),
    text("warranty", "Warranty", fields.warrantyInformation),
    text("shipping", "Shipping", fields.shippingInformation),
    text("return_policy", "Return policy", fields.returnPolicy),
    number("minimum_order_quantity", "Minimum order quantity", null, fields.minimumOrderQuantity),
  ];
  return all.filter((attribute) => attribute !== null);
}

function number(code: string, name: string, unit: string | null, value: unknown): Attribute | null {
  return typeof value === "number" && Number.isFinite(value) ? { code, name, type: "number", unit, value } : null;
}

function text(code: string, name: string, value: unknown): Attribute | null {
  return textOf(value) === "" ? null : { code, name, type: "text", value: textOf(value).slice(0, 500) };
}

function imageUrls({ images, thumbnail }: Fields): string[] {
  const urls = listOf(images).map(textOf).filter((url) => url !== "");
  return urls.length > 0 ? [...new Set(urls)] : [textOf(thumbnail)].filter((url) => url !== "");
}

function paragraph(plain: string): string {
  if (plain === "") return "";
  const html = plain.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
  return `<p>${html.replace(/\s*\n\s*/g, "<br>")}</p>`;
}

function wholeOf(value: unknown, column: string, row: number, findings: Findings): number | null {
  if (value === undefined || value === null) return null;
  if (typeof value !== "number" || !Number.isFinite(value)) findings.problem(row, column, `${shown(textOf(value) || JSON.stringify(value))} is not a number.`);
  else if (value >= 0) return Math.round(value);
  else findings.warn(row, column, `${value} is below zero; taken as 0.`);
  return 0;
}

/** A number as its shortest decimal, so that 9.99 is 9.99. */
function decimalOf(value: unknown): string {
  return typeof value === "number" || typeof value === "string" ? String(value) : "";
}

function textOf(value: unknown): string {
  return typeof value === "string" || typeof value === "number" ? String(value).trim() : "";
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

const columnByField: [RegExp, string][] = [
  [/^slug/, "title"],
  [/^descriptionHtml/, "description"],
  [/^categories/, "category"],
  [/^variants\.\d+\.priceMinor/, "price"],
  [/^variants\.\d+\.compareAtMinor/, "discountPercentage"],
  [/^variants\.\d+\.weightGrams/, "weight"],
  [/^variants\.\d+\.barcode/, "meta.barcode"],
  [/^variants\.\d+\.(\w+)/, "$1"],
];

export function dummyjsonColumnOf(field: string): string {
  const found = columnByField.find(([pattern]) => pattern.test(field));
  const [pattern, column] = found ?? [];
  return pattern && column ? (column === "$1" ? (pattern.exec(field)?.[1] ?? field) : column) : field;
}
