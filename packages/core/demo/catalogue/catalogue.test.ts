import { describe, expect, it } from "vitest";
import { checkDigit } from "./barcode.ts";
import { type DemoAttribute, demoAttributes, demoBrands, demoCategories, demoProducts } from "./index.ts";

const variants = demoProducts.flatMap((product) => product.variants);
const categories = new Map(demoCategories.map((category) => [category.slug, category]));
const attributes = new Map(demoAttributes.map((attribute) => [attribute.code, attribute]));

const typeNames = { string: "text", number: "number", boolean: "boolean", object: "list" } as const;

function fits(attribute: DemoAttribute | undefined, value: string | number | boolean | readonly string[]): boolean {
  const chosen = typeof value === "object" ? value : [String(value)];
  return typeNames[typeof value as keyof typeof typeNames] === attribute?.type && chosen.every((choice) => attribute.choices?.includes(choice) ?? true);
}

const repeated = (values: readonly string[]) => values.filter((value, i) => values.indexOf(value) !== i);

describe("the demo catalogue", () => {
  it("holds between 110 and 130 products", () => {
    expect(demoProducts.length).toBeGreaterThanOrEqual(110);
    expect(demoProducts.length).toBeLessThanOrEqual(130);
  });

  it("repeats no slug, SKU or barcode", () => {
    for (const list of [demoProducts, demoCategories, demoBrands]) expect(repeated(list.map(({ slug }) => slug))).toEqual([]);
    expect(repeated(variants.map(({ sku }) => sku))).toEqual([]);
    expect(repeated(variants.flatMap(({ barcode }) => barcode ?? []))).toEqual([]);
  });

  it("has valid EAN-13 barcodes on most variants", () => {
    expect(checkDigit("400638133393")).toBe("1");
    const barcodes = variants.flatMap(({ barcode }) => barcode ?? []);
    for (const barcode of barcodes) {
      expect(barcode).toMatch(/^\d{13}$/);
      expect(barcode.at(-1)).toBe(checkDigit(barcode.slice(0, 12)));
    }
    expect(barcodes.length).toBeGreaterThan(variants.length * 0.9);
  });

  it("has categories on three levels, each under one that came before it", () => {
    const depth = (slug: string): number => {
      const parent = categories.get(slug)?.parent;
      return parent ? 1 + depth(parent) : 1;
    };
    expect(Math.max(...demoCategories.map(({ slug }) => depth(slug)))).toBe(3);
    const place = (slug: string | null) => demoCategories.findIndex((category) => category.slug === slug);
    expect(demoCategories.filter(({ parent }, i) => parent !== null && !(place(parent) >= 0 && place(parent) < i))).toEqual([]);
  });

  it("leaves no brand and no leaf category empty", () => {
    const parents = new Set(demoCategories.map(({ parent }) => parent));
    const leaves = demoCategories.map(({ slug }) => slug).filter((slug) => !parents.has(slug));
    const used = new Set(demoProducts.flatMap((product) => product.categories));
    expect(leaves.filter((slug) => !used.has(slug))).toEqual([]);
    expect(demoBrands.filter(({ slug }) => !demoProducts.some(({ brand }) => brand === slug))).toEqual([]);
  });
});

describe.each(demoProducts.map((product) => [product.slug, product] as const))("%s", (_, product) => {
  it("refers only to brands, categories and attributes that exist", () => {
    expect(demoBrands.map(({ slug }) => slug)).toContain(product.brand);
    expect(product.categories.filter((slug) => !categories.has(slug))).toEqual([]);
    expect(Object.entries(product.attributes).filter(([code, value]) => !fits(attributes.get(code), value))).toEqual([]);
  });

  it("has variants that name every option, in every combination", () => {
    for (const { options } of product.variants) {
      expect(Object.keys(options)).toEqual(product.options.map(({ name }) => name));
      for (const { name, values } of product.options) expect(values).toContain(options[name]);
    }
    expect(product.variants.length).toBe(product.options.reduce((count, { values }) => count * values.length, 1));
  });

  it("has sound prices, weights, stock and pictures", () => {
    for (const { priceMinor, compareAtMinor = Infinity, weightGrams, stock, image = 0 } of product.variants) {
      expect([priceMinor, weightGrams, stock].every(Number.isSafeInteger)).toBe(true);
      expect(Math.min(priceMinor - 300, 90_000 - priceMinor, weightGrams - 1, stock)).toBeGreaterThanOrEqual(0);
      expect(compareAtMinor).toBeGreaterThan(priceMinor);
      expect(product.images[image]).toBeDefined();
    }
    expect(product.images.length).toBeGreaterThanOrEqual(1);
    expect(product.images.length).toBeLessThanOrEqual(4);
  });
});
