import type { ImportProduct } from "@cartwright/core/catalog/schemas";
import type { CsvHeading } from "./csv-heading.ts";
import { splitAt, unescapeText } from "./cells.ts";

type AttributeType = ImportProduct["attributes"][number]["type"];

/** An attribute as the name of its column has it: `attribute:width[number|cm|Width]`. */
export interface AttributeColumn {
  code: string;
  type: AttributeType;
  unit: string | null;
  name: string | null;
}

/** Columns a file has besides those that every file has. */
export interface CsvShape {
  optionCount: number;
  /** More currencies than the shop's own. */
  currencies: string[];
  attributes: AttributeColumn[];
}

/** On the first row of a product. */
export const productColumns = [
  "title", "status", "brand", "categories", "tags", "description_html", "seo_title", "seo_description", "published_at",
] as const;
/** On the row of each variant; the options and the other currencies come to them. */
export const variantColumns = ["sku", "barcode", "price", "compare_at_price", "currency", "weight_grams", "stock", "variant_image"] as const;
/** The nth picture is on the nth row of its product; when there are more pictures than variants, rows of their own follow. */
export const imageColumns = ["image", "image_alt"] as const;
export const maxOptions = 5;

export const optionName = (place: number) => `option${place + 1}_name`;
export const optionValue = (place: number) => `option${place + 1}_value`;
export const priceIn = (currency: string) => `price:${currency}`;
export const compareAtIn = (currency: string) => `compare_at_price:${currency}`;

export function attributeColumnName({ code, type, unit, name }: AttributeColumn): string {
  const parts = [type, unit ?? "", name ?? ""].map((part) => part.replace(/[\\|\]]/g, "\\$&"));
  return `attribute:${code}[${parts.join("|")}]`;
}

/** All columns in their order. */
export function columnNames({ optionCount, currencies, attributes }: CsvShape): string[] {
  const places = Array.from({ length: optionCount }, (_, place) => place);
  return [
    "slug",
    ...productColumns.slice(0, 6),
    ...places.map(optionName),
    ...places.map(optionValue),
    ...variantColumns.slice(0, 5),
    ...currencies.flatMap((currency) => [priceIn(currency), compareAtIn(currency)]),
    ...variantColumns.slice(5),
    ...imageColumns,
    ...attributes.map(attributeColumnName),
    ...productColumns.slice(6),
  ];
}

export interface CartwrightHeading {
  placeOf: (column: string) => number;
  optionCount: number;
  currencies: string[];
  attributes: (AttributeColumn & { place: number; heading: string })[];
  ignored: string[];
}

const attributePattern = /^attribute:\s*([^[\]\s]+)\s*(?:\[(.*)\])?$/is;
const currencyPattern = /^(?:price|compare_at_price):([a-z]{3})$/i;
const types: readonly string[] = ["text", "number", "boolean", "list"] satisfies AttributeType[];

export function readCartwrightHeading(heading: CsvHeading): CartwrightHeading {
  const places = Array.from({ length: maxOptions }, (_, place) => place);
  const attributes = heading.names.flatMap((name, place) => {
    const column = readAttributeColumn(name);
    return column ? [{ ...column, place, heading: name }] : [];
  });
  const currencies = [...new Set(heading.names.flatMap((name) => currencyPattern.exec(name)?.[1]?.toUpperCase() ?? []))];
  const fixed = ["slug", ...productColumns, ...variantColumns, ...imageColumns, ...places.flatMap((place) => [optionName(place), optionValue(place)])];
  const named = [...fixed, ...currencies.flatMap((currency) => [priceIn(currency), compareAtIn(currency)])];
  const known = new Set([...named.map((name) => heading.placeOf(name)), ...attributes.map(({ place }) => place)]);
  const optionCount = 1 + Math.max(-1, ...places.filter((place) => heading.placeOf(optionName(place)) >= 0));
  return { placeOf: (column) => heading.placeOf(column), optionCount, currencies, attributes, ignored: heading.others(known) };
}

/** Reads a column's name; null when it is no attribute's or its type is none. Without brackets it is a text. */
function readAttributeColumn(heading: string): AttributeColumn | null {
  const match = attributePattern.exec(heading);
  if (!match) return null;
  const [type = "", unit = "", name = ""] = splitAt(match[2] ?? "text", "|").map(unescapeText);
  if (!types.includes(type.toLowerCase())) return null;
  return { code: match[1] ?? "", type: type.toLowerCase() as AttributeType, unit: unit || null, name: name || null };
}

export function isCartwrightHeading(heading: CsvHeading): boolean {
  return heading.placeOf("slug") >= 0 && heading.placeOf("price") >= 0;
}

const columnByField: [RegExp, string][] = [
  [/^descriptionHtml/, "description_html"],
  [/^seoTitle/, "seo_title"],
  [/^seoDescription/, "seo_description"],
  [/^publishedAt/, "published_at"],
  [/^variants\.\d+\.priceMinor/, "price"],
  [/^variants\.\d+\.compareAtMinor/, "compare_at_price"],
  [/^variants\.\d+\.weightGrams/, "weight_grams"],
  [/^variants\.\d+\.imageUrl/, "variant_image"],
  [/^images\.\d+\.alt/, "image_alt"],
  [/^images/, "image"],
];

/** The column that a field of the import was read from. */
export function cartwrightColumnOf({ attributes }: CartwrightHeading, field: string, product: { attributes?: { code: string }[] } | null): string {
  const known = columnByField.find(([pattern]) => pattern.test(field));
  if (known) return known[1];
  const price = /^variants\.\d+\.prices\.([A-Z]{3})\.(price|compareAt)/.exec(field);
  if (price) return price[2] === "price" ? priceIn(price[1] ?? "") : compareAtIn(price[1] ?? "");
  const option = /^(variants\.\d+\.)?options(?:\.(\d+))?/.exec(field);
  if (option) return option[1] ? optionValue(Number(option[2] ?? 0)) : optionName(Number(option[2] ?? 0));
  const attribute = /^attributes\.(\d+)/.exec(field);
  const code = attribute ? product?.attributes?.[Number(attribute[1])]?.code : undefined;
  if (attribute) return attributes.find((column) => column.code === code)?.heading ?? field;
  return field.replace(/^variants\.\d+\./, "").replace(/\.\d+.*$/, "");
}

