import { createWriteStream } from "node:fs";
import { once } from "node:events";
import { finished } from "node:stream/promises";
import { CsvHeading, detectDelimiter, firstRecord } from "../../../apps/admin-cli/src/product-file/csv-heading.ts";
import { peekText } from "../../../apps/admin-cli/src/product-file/open-text.ts";
import type { CatalogueProduct } from "./catalogue.ts";
import { readTable, type TableRow } from "./read-table.ts";

const columns = ["product_id", "product_name"];
/** What shoppers choose by; of the hundreds of features the rest goes into the description. */
const descriptive = /colou?r|material|finish|style|pattern|shape|theme|producttype/;
const maxAttributes = 20;

/** The slug of a product of WANDS: its number, so that no word of the name counts twice. */
export function wandsKey(productId: string): string {
  return `wands-${productId.toLowerCase().replace(/[^a-z0-9]+/g, "-")}`;
}

/** Whether a file has the columns of WANDS' product.csv. */
export async function isWandsCatalogue(path: string): Promise<boolean> {
  const start = await peekText(path);
  const heading = new CsvHeading(firstRecord(start).split(detectDelimiter(start)).map((name) => name.replace(/^\s*"|"\s*$/g, "")));
  return columns.every((column) => heading.placeOf(column) !== -1);
}

/** Writes WANDS' product.csv as a file of our own JSON, for the importer. All cost the same and are in stock. */
export async function convertWands(path: string, target: string): Promise<CatalogueProduct[]> {
  const products: CatalogueProduct[] = [];
  const file = createWriteStream(target);
  file.write('{"format": "cartwright-products", "version": 1, "products": [\n');
  for await (const row of readTable(path, columns)) {
    const product = wandsProduct(row);
    const line = JSON.stringify({ ...product, variants: [{ price: "10.00", stock: 10 }] });
    if (!file.write(products.length === 0 ? line : `,\n${line}`)) await once(file, "drain");
    products.push({ slug: product.slug, title: product.title, skus: [] });
  }
  file.end("\n]}\n");
  await finished(file);
  return products;
}

export function wandsProduct({ cell }: TableRow) {
  const path = namesOf(cell("category hierarchy") || cell("category_hierarchy"), " / ");
  const classes = namesOf(cell("product_class"), "|").filter((name) => name !== path.at(-1));
  const { attributes, rest } = readFeatures(cell("product_features"));
  const slug = wandsKey(cell("product_id"));
  return {
    slug,
    title: cell("product_name").slice(0, 200) || slug,
    categories: [...(path.length > 0 ? [path] : []), ...classes.map((name) => [name])],
    descriptionHtml: [cell("product_description"), ...rest].filter((text) => text !== "").map(paragraph).join(""),
    attributes,
  };
}

/** `key : value|key:value`; what a key has several values for is one text. */
function readFeatures(text: string) {
  const values = new Map<string, Set<string>>();
  for (const feature of namesOf(text, "|")) {
    const at = feature.indexOf(":");
    const [key, value] = [feature.slice(0, Math.max(0, at)).trim(), feature.slice(at + 1).trim()];
    if (value !== "") values.set(key, (values.get(key) ?? new Set()).add(value));
  }
  const features = [...values].map(([name, all]) => ({ name, value: [...all].join(", ") }));
  const chosen = features.filter(({ name }) => descriptive.test(name) && codeOf(name) !== "").slice(0, maxAttributes);
  const byCode = new Map(chosen.map((feature) => [codeOf(feature.name), feature]));
  return {
    attributes: [...byCode].map(([code, { name, value }]) => ({ code, name, type: "text", value: value.slice(0, 500) })),
    rest: features.filter((feature) => !chosen.includes(feature)).map(({ name, value }) => [name, value].filter(Boolean).join(": ")),
  };
}

function codeOf(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]+/g, "_").replace(/^[^a-z]+|_+$/g, "").slice(0, 60);
}

function namesOf(text: string, separator: string): string[] {
  return text.split(separator).map((name) => name.trim().slice(0, 200)).filter((name) => name !== "");
}

function paragraph(text: string): string {
  return `<p>${text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;")}</p>`;
}
