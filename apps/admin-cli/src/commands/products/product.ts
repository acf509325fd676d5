import { formatMoney } from "@cartwright/core/kernel/money";
import type { Outputs } from "../../client.ts";
import type { Output } from "../../output/output.ts";
import type { Style } from "../../output/style.ts";
import type { Column } from "../../output/table.ts";

export type Product = Outputs["catalog"]["getProductForStaff"];
export type Variant = Product["variants"][number];

export const productHelp = "the product's slug or id";

export function paintStatus(text: string, { status }: { status: Product["status"] }, { green, yellow, dim }: Style): string {
  if (status === "active") return green(text);
  return status === "draft" ? yellow(text) : dim(text);
}

const variantColumns: readonly Column<Variant>[] = [
  { heading: "SKU", text: ({ sku, id }) => sku ?? id },
  { heading: "Variant", text: ({ title }) => title, isFlexible: true },
  { heading: "Price", text: ({ price }) => formatMoney(price), isRight: true },
  { heading: "Before", text: ({ compareAt }) => (compareAt ? formatMoney(compareAt) : ""), isRight: true },
  { heading: "Barcode", text: ({ barcode }) => barcode ?? "" },
  { heading: "Grams", text: ({ weightGrams }) => weightGrams ?? "", isRight: true },
  {
    heading: "Available",
    text: ({ available }) => available,
    isRight: true,
    paint: (text, { available }, { red }) => (available === 0 ? red(text) : text),
  },
];

export function printProduct(out: Output, product: Product): void {
  if (out.isJson) return out.json(product);
  out.record([
    ["title", product.title],
    ["slug", product.slug],
    ["id", product.id],
    ["status", product.status],
    ["brand", product.brand?.name ?? null],
    ["categories", product.categories.map(({ name }) => name).join(", ")],
    ["tags", product.tags.map(({ name }) => name).join(", ")],
    ["options", product.options.map(({ name, values }) => `${name}: ${values.join(", ")}`).join("; ")],
    ...product.attributes.map(({ name, value, unit }) => [name, attributeText(value, unit)] as const),
    ["images", product.images.length],
    ["published", product.publishedAt ? out.time(product.publishedAt) : null],
    ["changed", out.time(product.updatedAt)],
  ]);
  out.line("");
  out.list({ columns: variantColumns, items: product.variants, empty: "It has no variants." });
}

function attributeText(value: Product["attributes"][number]["value"], unit: string | null): string {
  if (typeof value === "boolean") return value ? "yes" : "no";
  const text = Array.isArray(value) ? value.join(", ") : String(value);
  return unit ? `${text} ${unit}` : text;
}
