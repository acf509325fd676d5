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
export const priceTerm = (priceMinor: number) => `~p${stepOf(priceMinor)}`;
/** A number of an attribute: the exact value is looked at afterwards. */
export const numberTerm = (code: string, value: number) => attributeTerm(code, `number ${stepOf(value)}`);
/** The month in which it came out. */
export const monthTerm = (date: Date) => `~m${monthOf(date)}`;
/** How its name begins in the order of names. */
export const letterTerm = (sortKey: string) => `~l${letterOf(sortKey)}`;

const stepsPerDoubling = 4;
const mostSteps = 40;

/** Amounts in steps of about a fifth, below 0 too. */
function stepOf(amount: number): number {
  return Math.sign(amount) * Math.floor(stepsPerDoubling * Math.log2(1 + Math.abs(amount)));
}

/** The steps from one amount to another, which hold few others; null when they are too many to narrow anything down. */
function stepsBetween(from: number, to: number): number[] | null {
  const [first, last] = [stepOf(from), stepOf(to)];
  if (last < first || last - first >= mostSteps) return null;
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}

export function priceTerms(from: number | null, to: number | null): string[] | null {
  return to === null ? null : (stepsBetween(from ?? 0, to)?.map((step) => `~p${step}`) ?? null);
}

export function numberTerms(code: string, from: number | null, to: number | null): string[] | null {
  return from === null || to === null ? null : (stepsBetween(from, to)?.map((step) => attributeTerm(code, `number ${step}`)) ?? null);
}

function monthOf(date: Date): number {
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
}

/** Digits and signs come before letters, all other scripts after them. */
function letterOf(sortKey: string): string {
  const [first = ""] = sortKey;
  return first < "a" ? "0" : first > "z" ? "zz" : first;
}

/** Up to here, some sixty of the smallest coins, few products cost anything. */
const firstPriceStep = 24;
const mostPriceStep = 160;
const letters = ["0", ...Array.from("abcdefghijklmnopqrstuvwxyz"), "zz"];

/** All documents in parts that follow each other in an order, so that its first are found without sorting the rest. */
export function partsInOrder(order: "newest" | "price_asc" | "price_desc" | "name", now: Date): string[][] {
  if (order === "name") return letters.map((letter) => [`~l${letter}`]);
  if (order === "newest") return monthParts(monthOf(now));
  const parts = [Array.from({ length: firstPriceStep }, (_, step) => `~p${step}`)];
  for (let step = firstPriceStep; step <= mostPriceStep; step += 1) parts.push([`~p${step}`]);
  return order === "price_asc" ? parts : parts.toReversed();
}

/** What is to come out later, then each month by itself, then years. */
function monthParts(month: number): string[][] {
  const months = (from: number, count: number) => Array.from({ length: count }, (_, i) => `~m${from - i}`);
  const parts = [months(month + 24, 24)];
  for (let back = 0; back < 24; back += 1) parts.push(months(month - back, 1));
  for (let back = 24; back < 600; back += 24) parts.push(months(month - back, 24));
  return parts;
}

/** Eight ranks of documents, best first: what is in stock before the rest, what sells before what does not. */
export function rankOf({ inStock, popularity }: { inStock: boolean; popularity: number }): number {
  const sold = popularity < 1 ? 3 : popularity < 10 ? 2 : popularity < 100 ? 1 : 0;
  return (inStock ? 0 : 4) + sold;
}
