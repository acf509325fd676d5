import type { EngineAttributeFilter, EngineFilters } from "../engine.ts";
import { attributeLine, brandLine, categoryLine, inStockLine, type FacetLine } from "./facet-lines.ts";
import { facetsStart, hasFacet, type Numbers, type ReadDocument } from "./read-document.ts";

/** A thing that can be chosen by: each facet is counted without its own choice. */
export type Choice = "category" | "brand" | "price" | "stock" | `attribute ${string}`;

/** What is chosen, each by itself. */
export function choicesOf(filters: EngineFilters): Choice[] {
  return [
    ...(filters.categoryId === null ? [] : (["category"] as const)),
    ...(filters.brandIds.length === 0 ? [] : (["brand"] as const)),
    ...filters.attributes.map(({ code }): Choice => `attribute ${code}`),
    ...(filters.priceMinMinor === null && filters.priceMaxMinor === null ? [] : (["price"] as const)),
    ...(filters.isInStock ? (["stock"] as const) : []),
  ];
}

export const noFilters: EngineFilters = { categoryId: null, brandIds: [], attributes: [], priceMinMinor: null, priceMaxMinor: null, isInStock: false };

/** The same without one of the choices. */
export function withoutChoice(filters: EngineFilters, choice: Choice): EngineFilters {
  if (choice === "category") return { ...filters, categoryId: null };
  if (choice === "brand") return { ...filters, brandIds: [] };
  if (choice === "price") return { ...filters, priceMinMinor: null, priceMaxMinor: null };
  if (choice === "stock") return { ...filters, isInStock: false };
  return { ...filters, attributes: filters.attributes.filter(({ code }) => choice !== `attribute ${code}`) };
}

/** Tells which of the choices a product does not meet: all are tried once, whatever is counted. */
export function choiceReader(filters: EngineFilters, numbers: Numbers): (document: ReadDocument) => Choice[] {
  const { categoryId, brandIds, isInStock } = filters;
  const tests: { choice: Choice; isMet: (document: ReadDocument) => boolean }[] = [];
  const hasLine = (lines: readonly string[]) => {
    const wanted = lines.flatMap((line) => numbers.lineOf(line) ?? []);
    return (document: ReadDocument) => wanted.some((line) => hasFacet(document, line));
  };
  if (categoryId !== null) tests.push({ choice: "category", isMet: hasLine([categoryLine(categoryId)]) });
  if (brandIds.length > 0) tests.push({ choice: "brand", isMet: hasLine(brandIds.map(brandLine)) });
  if (isInStock) tests.push({ choice: "stock", isMet: hasLine([inStockLine]) });
  tests.push({ choice: "price", isMet: ({ priceMinor }) => isPriceMet(priceMinor, filters) });
  for (const { code, type, values, min, max } of filters.attributes) {
    const lines = values.flatMap((value) => [attributeLine(code, value, true), attributeLine(code, value, false)]);
    const isMet = type === "number" ? hasNumber({ code, type, values, min, max }, numbers) : values.length === 0 ? () => true : hasLine(lines);
    tests.push({ choice: `attribute ${code}`, isMet });
  }
  return (document) => tests.flatMap(({ choice, isMet }) => (isMet(document) ? [] : [choice]));
}

function isPriceMet(priceMinor: number | null, { priceMinMinor: from, priceMaxMinor: to }: EngineFilters): boolean {
  if (from === null && to === null) return true;
  return priceMinor !== null && (from === null || priceMinor >= from) && (to === null || priceMinor <= to);
}

function hasNumber({ code, values, min, max }: EngineAttributeFilter, { facets }: Numbers): (document: ReadDocument) => boolean {
  const wanted = values.map(Number);
  const isMet = (facet: FacetLine | undefined) => {
    if (!facet || facet.code !== code || (facet.kind !== "number" && facet.kind !== "filter number")) return false;
    const { number } = facet;
    return (min === null || number >= min) && (max === null || number <= max) && (wanted.length === 0 || wanted.includes(number));
  };
  return (document) => {
    for (let i = facetsStart(document); i < document.end; i += 1) if (isMet(facets[document.numbers[i] ?? -1])) return true;
    return false;
  };
}
