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
  /** `filter number` is one that is filtered by and not counted. */
  kind: "category" | "brand" | "stock" | "attribute" | "number" | "filter number" | "other";
  code: string;
  value: string;
  /** The value of a number. */
  number: number;
}

const kinds: Record<string, FacetLine["kind"]> = { c: "category", b: "brand", s: "stock", a: "attribute", n: "number", m: "filter number" };

export function readFacetLine(line: string): FacetLine {
  const kind = kinds[line.charAt(0)] ?? "other";
  if (kind !== "attribute" && kind !== "number" && kind !== "filter number") return { kind, code: "", value: line.slice(1), number: NaN };
  const cut = line.indexOf(tab);
  const value = line.slice(cut + 1);
  return { kind, code: line.slice(1, cut), value, number: kind === "attribute" ? NaN : Number(value) };
}

function plain(value: string): string {
  return value.replace(/[\t\n]/g, " ");
}
