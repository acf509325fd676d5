import type { DocumentRow } from "@cartwright/db";
import type { EngineAttributeFilter, EngineFilters } from "../engine.ts";
import { attributeLine, brandLine, categoryLine, inStockLine, readNumber } from "./facet-lines.ts";

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

/** Which of the choices a product does not meet: all are tried once, whatever is counted. */
export function missedChoices(row: DocumentRow, filters: EngineFilters): Choice[] {
  const lines = new Set(row.facets.split("\n"));
  const missed: Choice[] = [];
  const { categoryId, brandIds, isInStock } = filters;
  if (categoryId !== null && !lines.has(categoryLine(categoryId))) missed.push("category");
  if (brandIds.length > 0 && !brandIds.some((id) => lines.has(brandLine(id)))) missed.push("brand");
  if (isInStock && !lines.has(inStockLine)) missed.push("stock");
  if (!isPriceMet(row.price_minor, filters)) missed.push("price");
  for (const filter of filters.attributes) if (!isAttributeMet(lines, filter)) missed.push(`attribute ${filter.code}`);
  return missed;
}

export function isPriceMet(priceMinor: number | null, { priceMinMinor: from, priceMaxMinor: to }: EngineFilters): boolean {
  if (from === null && to === null) return true;
  return priceMinor !== null && (from === null || priceMinor >= from) && (to === null || priceMinor <= to);
}

function isAttributeMet(lines: ReadonlySet<string>, { code, type, values, min, max }: EngineAttributeFilter): boolean {
  if (type !== "number") return values.length === 0 || values.some((value) => lines.has(attributeLine(code, value, true)) || lines.has(attributeLine(code, value, false)));
  const wanted = values.map(Number);
  for (const line of lines) {
    const number = readNumber(line, code);
    if (number === null) continue;
    if ((min === null || number >= min) && (max === null || number <= max) && (wanted.length === 0 || wanted.includes(number))) return true;
  }
  return false;
}
