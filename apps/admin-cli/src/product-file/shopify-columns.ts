import type { CsvHeading } from "./csv-heading.ts";

// Shopify renamed its columns in 2024; files of both kinds are about.
const names = {
  handle: ["Handle", "URL handle"],
  title: ["Title"],
  body: ["Body (HTML)", "Body HTML", "Description"],
  vendor: ["Vendor"],
  productCategory: ["Product Category", "Standard Product Type"],
  type: ["Type", "Custom Product Type", "Product Type"],
  tags: ["Tags"],
  published: ["Published", "Published on online store"],
  status: ["Status"],
  option1Name: ["Option1 Name"],
  option1Value: ["Option1 Value"],
  option2Name: ["Option2 Name"],
  option2Value: ["Option2 Value"],
  option3Name: ["Option3 Name"],
  option3Value: ["Option3 Value"],
  sku: ["Variant SKU", "SKU"],
  grams: ["Variant Grams", "Weight value (grams)"],
  quantity: ["Variant Inventory Qty", "Inventory quantity"],
  policy: ["Variant Inventory Policy", "Continue selling when out of stock"],
  price: ["Variant Price", "Price"],
  compareAt: ["Variant Compare At Price", "Compare-at price"],
  barcode: ["Variant Barcode", "Barcode"],
  imageUrl: ["Image Src", "Product image URL"],
  imagePosition: ["Image Position"],
  imageAlt: ["Image Alt Text"],
  seoTitle: ["SEO Title"],
  seoDescription: ["SEO Description"],
  variantImageUrl: ["Variant Image", "Variant image URL"],
} as const;

export type ShopifyColumn = keyof typeof names;
const columns = Object.keys(names) as ShopifyColumn[];

// Known to Shopify and of no use here, so that the notice about other columns names what a person may miss.
const unneeded = /^(variant (inventory tracker|fulfillment service|requires shipping|taxable|weight unit|tax code)|inventory tracker|fulfillment service|requires shipping|charge tax|tax code|weight unit for display|gift card|option\d linked to)$/i;

export interface ShopifyHeading {
  at: Record<ShopifyColumn, number>;
  /** What a column is called in this file. */
  nameOf: (column: ShopifyColumn) => string;
  ignored: string[];
}

export function readShopifyHeading(heading: CsvHeading): ShopifyHeading {
  const at = Object.fromEntries(columns.map((column) => [column, heading.placeOf(...names[column])])) as Record<ShopifyColumn, number>;
  return {
    at,
    nameOf: (column) => heading.names[at[column]] ?? names[column][0],
    ignored: heading.others(new Set(Object.values(at))).filter((name) => !unneeded.test(name)),
  };
}

export function isShopifyHeading(heading: CsvHeading): boolean {
  return heading.placeOf(...names.handle) >= 0 && heading.placeOf(...names.price) >= 0;
}

const columnByField: [RegExp, ShopifyColumn][] = [
  [/^slug/, "handle"],
  [/^title/, "title"],
  [/^descriptionHtml/, "body"],
  [/^brand/, "vendor"],
  [/^categories/, "type"],
  [/^tags/, "tags"],
  [/^status/, "status"],
  [/^options\.1/, "option2Name"],
  [/^options\.2/, "option3Name"],
  [/^options/, "option1Name"],
  [/^variants\.\d+\.sku/, "sku"],
  [/^variants\.\d+\.barcode/, "barcode"],
  [/^variants\.\d+\.options\.1/, "option2Value"],
  [/^variants\.\d+\.options\.2/, "option3Value"],
  [/^variants\.\d+\.options/, "option1Value"],
  [/^variants\.\d+\.priceMinor/, "price"],
  [/^variants\.\d+\.compareAtMinor/, "compareAt"],
  [/^variants\.\d+\.weightGrams/, "grams"],
  [/^variants\.\d+\.imageUrl/, "variantImageUrl"],
  [/^variants\.\d+\.stock/, "quantity"],
  [/^images\.\d+\.alt/, "imageAlt"],
  [/^images/, "imageUrl"],
  [/^seoTitle/, "seoTitle"],
  [/^seoDescription/, "seoDescription"],
];

/** The column that a field of the import was read from; the field itself when there is none. */
export function shopifyColumnOf(heading: ShopifyHeading, field: string): string {
  const found = columnByField.find(([pattern]) => pattern.test(field));
  return found ? heading.nameOf(found[1]) : field;
}
