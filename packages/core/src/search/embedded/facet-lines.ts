import type { SearchDocument } from "../documents.ts";

/*
 * What a product is counted under and filtered by, a line each: a sign for the kind, then what it is. Lines are compared
 * whole, so nothing is parsed that is not shown.
 */
const tab = "\t";
export const categoryLine = (id: string) => `c${id}`;
export const brandLine = (id: string) => `b${id}`;
export const inStockLine = "s";
/** `a` when shoppers choose by it, `f` when it can only be filtered by. */
export const attributeLine = (code: string, value: string, isFacet: boolean) => `${isFacet ? "a" : "f"}${code}${tab}${plain(value)}`;
export const numberLine = (code: string, value: string, isFacet: boolean) => `${isFacet ? "n" : "m"}${code}${tab}${value}`;

export function writeFacets({ categoryIds, brand, attributes, inStock }: SearchDocument): string {
  return [
    ...categoryIds.map(categoryLine),
    ...(brand ? [brandLine(brand.id)] : []),
    ...(inStock ? [inStockLine] : []),
    ...attributes.flatMap(({ code, type, isFacet, values }) =>
      values.map(({ value }) => (type === "number" ? numberLine(code, value, isFacet) : attributeLine(code, value, isFacet))),
    ),
  ].join("\n");
}

export interface FacetLine {
  kind: "category" | "brand" | "stock" | "attribute" | "number" | "other";
  code: string;
  value: string;
}

const kinds: Record<string, FacetLine["kind"]> = { c: "category", b: "brand", s: "stock", a: "attribute", n: "number" };

export function readFacetLine(line: string): FacetLine {
  const kind = kinds[line.charAt(0)] ?? "other";
  if (kind !== "attribute" && kind !== "number") return { kind, code: "", value: line.slice(1) };
  const cut = line.indexOf(tab);
  return { kind, code: line.slice(1, cut), value: line.slice(cut + 1) };
}

/** The value of a number in a line of any product, counted or not; null when the line is of something else. */
export function readNumber(line: string, code: string): number | null {
  if (!line.startsWith(`n${code}${tab}`) && !line.startsWith(`m${code}${tab}`)) return null;
  return Number(line.slice(code.length + 2));
}

function plain(value: string): string {
  return value.replace(/[\t\n]/g, " ");
}
