import type { Word } from "../text/analyse.ts";
import { codeTerm } from "./terms.ts";
import { splitsOf } from "./splits.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** One way in which a word of the query may stand in a product. */
export interface Alternative {
  /** All of them are needed. */
  terms: readonly string[];
  /** How far it is from what was typed: 0 is just that, and a typing error costs 1. */
  cost: number;
  kind: "exact" | "code" | "form" | "prefix" | "typo" | "split" | "join" | "synonym";
}

export interface WordWish {
  vocabulary: Vocabulary;
  isLast: boolean;
  isTyping: boolean;
  isLenient: boolean;
  /** The SKU or barcode that the word may be. */
  code: string | null;
}

/** What other ways cost. Ranking compares the sums. */
export const costs = { form: 0.1, parts: 0.15, synonym: 0.3, prefix: 0.3, join: 0.05, split: 0.8, singleLetter: 0.6, mistyped: 1.2, prefixTypo: 0.5, otherFirstLetter: 0.3 };

const mostForms = 8;
const mostPrefixes = 20;
const mostTypos = 10;
/** A word in fewer descriptions, and in no name, may still be a typing error. */
const fewDocuments = 3;
const farMoreFrequent = 20;

/** One typing error from 4 letters on, two from 8. Of three letters one may be missing. */
export function editsFor(length: number): number {
  return length < 3 ? 0 : length < 8 ? 1 : 2;
}

/** The ways of one word by itself, and whether the shop has the word at all. */
export function alternativesOf(word: Word, wish: WordWish): { alternatives: Alternative[]; isKnown: boolean } {
  const { vocabulary, isLast, isTyping, isLenient } = wish;
  const typed = word.forms.map((terms, i): Alternative => ({ terms, cost: i === 0 ? 0 : costs.parts, kind: "exact" }));
  const forms = word.forms.flatMap((terms, i) => formsOf(terms, vocabulary, i === 0 ? costs.form : costs.parts + costs.form));
  const codes: Alternative[] = wish.code === null ? [] : [{ terms: [codeTerm(wish.code)], cost: 0, kind: "code" }];
  const present = [...typed, ...forms].filter(({ terms }) => terms.every((term) => vocabulary.count(term) > 0));
  const isMistyped = present.length > 0 && isLikelyMistyped(present, vocabulary);
  const isKnown = !isMistyped && present.some(({ terms }) => terms.every((term) => isEstablished(term, vocabulary)));
  const asTyped = [...typed, ...forms].map((way) => (isMistyped ? { ...way, cost: way.cost + costs.mistyped } : way));
  const alternatives = [...codes, ...asTyped];

  const term = word.forms[0]?.length === 1 ? (word.forms[0][0] ?? "") : "";
  if (term === "") return { alternatives, isKnown };
  if (isLast && (isTyping || isLenient || !isKnown)) alternatives.push(...prefixes(term, wish));
  if (isKnown && !isLenient) return { alternatives, isKnown };
  const typos = typosOf(term, wish);
  alternatives.push(...typos);
  if (!isKnown && term.length > 3) {
    for (const { terms, edits } of splitsOf(term, vocabulary)) {
      const single = terms.some(({ length }) => length === 1) ? costs.singleLetter : 0;
      alternatives.push({ terms, cost: costs.split + edits + single, kind: "split" });
    }
  }
  if (isLast && isTyping && alternatives.every(({ kind }) => kind === "exact")) alternatives.push(...prefixTypos(term, vocabulary));
  return { alternatives, isKnown };
}

function isEstablished(term: string, vocabulary: Vocabulary): boolean {
  const found = vocabulary.find(term);
  return found !== undefined && (found.named > 0 || found.documents >= fewDocuments);
}

/** A word that only descriptions have, beside one of names that is far more frequent: descriptions have typing errors too. */
function isLikelyMistyped(present: readonly Alternative[], vocabulary: Vocabulary): boolean {
  const terms = present.flatMap(({ terms }) => terms);
  const [term = ""] = terms;
  if (terms.some((each) => (vocabulary.find(each)?.named ?? 0) > 0)) return false;
  const [nearest] = vocabulary.near(term, Math.min(1, editsFor(term.length)), 1);
  return nearest !== undefined && nearest.term.named > farMoreFrequent * vocabulary.count(term);
}

/** Singular and plural. Of several terms the last one bends: "tea cups". */
function formsOf(terms: readonly string[], vocabulary: Vocabulary, cost: number): Alternative[] {
  const last = terms.at(-1) ?? "";
  const rest = terms.slice(0, -1);
  return vocabulary.withStemOf(last, mostForms).map((term) => ({ terms: [...rest, term.text], cost, kind: "form" }));
}

function prefixes(term: string, { vocabulary, isTyping }: WordWish): Alternative[] {
  if (term.length < 2 && !isTyping) return [];
  return vocabulary.withPrefix(term, mostPrefixes).map(({ text }) => ({
    terms: [text],
    cost: costs.prefix + Math.min(0.2, 0.02 * (text.length - term.length)),
    kind: "prefix",
  }));
}

function typosOf(term: string, { vocabulary }: WordWish): Alternative[] {
  return vocabulary.near(term, editsFor(term.length), mostTypos).flatMap(({ term: { text }, edits }, i): Alternative[] => {
    const cost = edits + (text[0] === term[0] ? 0 : costs.otherFirstLetter);
    const own: Alternative = { terms: [text], cost, kind: "typo" };
    // The other forms of the likeliest: who mistypes "mugs" means "mug" as well.
    return i < 3 ? [own, ...vocabulary.withStemOf(text, 3).map((form): Alternative => ({ terms: [form.text], cost: cost + costs.form, kind: "typo" }))] : [own];
  });
}

function prefixTypos(term: string, vocabulary: Vocabulary): Alternative[] {
  return vocabulary.nearPrefix(term, term.length < 4 ? 0 : 1, mostTypos).map(({ term: { text }, edits }) => ({
    terms: [text],
    cost: edits + costs.prefixTypo,
    kind: "typo",
  }));
}
