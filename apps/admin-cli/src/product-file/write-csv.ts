import type { ImportProduct } from "@cartwright/core/catalog/schemas";
import { toDecimal } from "@cartwright/core/kernel/money";
import {
  attributeColumnName, columnNames, compareAtIn, optionName, optionValue, priceIn, type AttributeColumn, type CsvShape,
} from "./cartwright-columns.ts";
import { csvLine, guardText, joinList, joinPaths } from "./cells.ts";

type ExportedProduct = Omit<ImportProduct, "row">;
type Variant = ExportedProduct["variants"][number];
type Cells = Record<string, string>;

/** Learns from all products which columns the file will need. */
export class CsvShapeSurvey {
  #optionCount = 0;
  readonly #currencies = new Set<string>();
  readonly #attributes = new Map<string, AttributeColumn>();

  see({ options, variants, attributes }: ExportedProduct): void {
    this.#optionCount = Math.max(this.#optionCount, options.length);
    for (const { prices } of variants) for (const currency of Object.keys(prices)) this.#currencies.add(currency);
    for (const { code, type, unit, name, value } of attributes) {
      if (attributeText(value) !== "" && !this.#attributes.has(code)) {
        this.#attributes.set(code, { code, type, unit: unit ?? null, name: name ?? null });
      }
    }
  }

  /** Sorted, so that the same products have the same columns whatever the order they were made in. */
  shape(): CsvShape {
    const byCode = (a: AttributeColumn, b: AttributeColumn) => (a.code < b.code ? -1 : 1);
    return {
      optionCount: this.#optionCount,
      currencies: [...this.#currencies].toSorted(),
      attributes: [...this.#attributes.values()].toSorted(byCode),
    };
  }
}

/** Writes products as rows: the heading first, then each product's variants and pictures. */
export class CsvWriter {
  readonly #names: string[];
  readonly #attributeNames: ReadonlyMap<string, string>;
  readonly #currency: string;

  constructor(shape: CsvShape, currency: string) {
    this.#names = columnNames(shape);
    this.#attributeNames = new Map(shape.attributes.map((attribute) => [attribute.code, attributeColumnName(attribute)]));
    this.#currency = currency;
  }

  heading(): string {
    return csvLine(this.#names.map(guardText));
  }

  rows(product: ExportedProduct): string {
    const { slug, variants, images } = product;
    const rowCount = Math.max(variants.length, images.length);
    let text = "";
    for (let row = 0; row < rowCount; row += 1) {
      const variant = variants[row];
      const image = images[row];
      const cells: Cells = {
        slug,
        ...(row === 0 ? productCells(product, this.#attributeNames) : {}),
        ...(variant ? variantCells(variant, this.#currency) : {}),
        ...(image ? { image: guardText(image.url), image_alt: guardText(image.alt) } : {}),
      };
      text += csvLine(this.#names.map((name) => cells[name] ?? ""));
    }
    return text;
  }
}

function productCells(product: ExportedProduct, attributeNames: ReadonlyMap<string, string>): Cells {
  const { options, attributes } = product;
  return {
    title: guardText(product.title),
    status: product.status,
    brand: guardText(product.brand ?? ""),
    categories: guardText(joinPaths(product.categories)),
    tags: guardText(joinList(product.tags)),
    description_html: guardText(product.descriptionHtml),
    seo_title: guardText(product.seoTitle ?? ""),
    seo_description: guardText(product.seoDescription ?? ""),
    published_at: product.publishedAt ?? "",
    ...Object.fromEntries(options.map((name, place) => [optionName(place), guardText(name)])),
    ...Object.fromEntries(
      attributes.map(({ code, value }) => [
        attributeNames.get(code) ?? "",
        typeof value === "number" ? String(value) : guardText(attributeText(value)),
      ]),
    ),
  };
}

function variantCells(variant: Variant, currency: string): Cells {
  const { options, prices, priceMinor, compareAtMinor } = variant;
  const others = Object.entries(prices).flatMap(([code, pair]) => [
    [priceIn(code), toDecimal(pair.priceMinor, code)],
    [compareAtIn(code), decimalOf(pair.compareAtMinor, code)],
  ]);
  return {
    sku: guardText(variant.sku ?? ""),
    barcode: guardText(variant.barcode ?? ""),
    price: toDecimal(priceMinor, currency),
    compare_at_price: decimalOf(compareAtMinor, currency),
    currency,
    weight_grams: numberText(variant.weightGrams),
    stock: numberText(variant.stock),
    variant_image: guardText(variant.imageUrl ?? ""),
    ...Object.fromEntries(options.map((value, place) => [optionValue(place), guardText(value)])),
    ...Object.fromEntries(others),
  };
}

function attributeText(value: ExportedProduct["attributes"][number]["value"]): string {
  return Array.isArray(value) ? joinList(value) : String(value);
}

function decimalOf(amountMinor: number | null | undefined, currency: string): string {
  return amountMinor === null || amountMinor === undefined ? "" : toDecimal(amountMinor, currency);
}

function numberText(value: number | null | undefined): string {
  return value === null || value === undefined ? "" : String(value);
}
