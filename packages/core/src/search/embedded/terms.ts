import { createHash } from "node:crypto";
import { codeKey } from "../text/codes.ts";

/*
 * Beside words an index has terms that begin with a sign, which no word does, so that filters too are looked up instead
 * of being tried on each product. The signs are known to packages/db (search/match.ts).
 */

/** A word in the name or brand. */
export const namedTerm = (word: string) => `=${word}`;
/** The whole name, in one. */
export const wholeNameTerm = (words: readonly string[]) => `==${words.join("").slice(0, 80)}`;
/** An SKU or barcode. */
export const codeTerm = (code: string) => `#${codeKey(code)}`;
export const categoryTerm = (id: string) => `~c${id.replaceAll("_", "")}`;
export const brandTerm = (id: string) => `~b${id.replaceAll("_", "")}`;
/** Values may be any text: the term is a digest of it. */
export const attributeTerm = (code: string, value: string) =>
  `~a${createHash("sha1").update(`${code}\0${value.replace(/[\t\n]/g, " ")}`).digest("hex").slice(0, 16)}`;
export const inStockTerm = "~s";
export const priceTerm = (priceMinor: number) => `~p${priceStep(priceMinor)}`;

const stepsPerDoubling = 4;
const mostSteps = 40;

/** Prices in steps of about a fifth. */
function priceStep(priceMinor: number): number {
  return Math.floor(stepsPerDoubling * Math.log2(1 + Math.max(0, priceMinor)));
}

/** The terms of all prices in a range, and of few beside it; null when they are too many to narrow anything down. */
export function priceTerms(from: number | null, to: number | null): string[] | null {
  if (to === null) return null;
  const first = priceStep(from ?? 0);
  const last = priceStep(to);
  if (last < first || last - first >= mostSteps) return null;
  return Array.from({ length: last - first + 1 }, (_, i) => `~p${first + i}`);
}

/** Eight ranks of documents, best first: what is in stock before the rest, what sells before what does not. */
export function rankOf({ inStock, popularity }: { inStock: boolean; popularity: number }): number {
  const sold = popularity < 1 ? 3 : popularity < 10 ? 2 : popularity < 100 ? 1 : 0;
  return (inStock ? 0 : 4) + sold;
}
