import type { Match } from "@cartwright/db";
import type { EngineAttributeFilter, EngineFilters } from "../engine.ts";
import type { Alternative } from "./alternatives.ts";
import type { PlannedWord, QueryPlan } from "./plan.ts";
import { attributeTerm, brandTerm, categoryTerm, codeTerm, inStockTerm, namedTerm, numberTerms, priceTerms, wholeNameTerm } from "./terms.ts";

/** Documents that have all words, or the query as their code. Null when it asks for nothing. */
export function matchAllWords({ words, codes }: QueryPlan): Match | null {
  if (words.length === 0) return null;
  const all: Match = { all: words.map((word) => matchWord(word)) };
  return codes.length === 0 ? all : { any: [all, ...codes.map(codeTerm)] };
}

/** What in the query may be the beginning of a code: with a digit, and four letters at least. */
export function matchCodesBeginning({ codes }: QueryPlan): Match[] {
  return codes.filter((code) => code.length >= 4 && /\d/.test(code)).map((code) => ({ begins: codeTerm(code) }));
}

/** Those that have them all in name or brand. */
export function matchNamed({ words }: QueryPlan): Match {
  return { all: words.map((word) => matchWord(word, namedTerm)) };
}

/** Those that are just what was asked for: by code, or by all of their name. */
export function matchExactly({ codes, wholeName }: QueryPlan): Match {
  return { any: [...codes.map(codeTerm), wholeNameTerm(wholeName)] };
}

/** Those that have all of the words but any `missing` ones. Unlikely ways are left out: the match would grow long. */
export function matchMost(words: readonly PlannedWord[], missing: number, sign?: (term: string) => string): Match {
  const likely = words.map((word) => matchWord({ ...word, alternatives: word.alternatives.slice(0, 8) }, sign));
  return { any: without(likely, missing).map((all) => ({ all })) };
}

function without(words: readonly Match[], missing: number): Match[][] {
  if (missing === 0) return [[...words]];
  return words.flatMap((_, i) => without(words.slice(i + 1), missing - 1).map((rest) => [...words.slice(0, i), ...rest]));
}

function matchWord({ alternatives }: Pick<PlannedWord, "alternatives">, sign: (term: string) => string = (term) => term): Match {
  return { any: alternatives.map((alternative) => matchTerms(alternative, sign)) };
}

function matchTerms({ terms, kind }: Alternative, sign: (term: string) => string): Match {
  return { all: terms.map((term) => (kind === "code" ? term : sign(term))) };
}

/** The parts of a choice that are looked up like words. Prices and numbers are narrowed down by it, and tried exactly by others. */
export function matchFilters(filters: EngineFilters): Match[] {
  const { categoryId, brandIds, attributes, priceMinMinor, priceMaxMinor, isInStock } = filters;
  const prices = priceTerms(priceMinMinor, priceMaxMinor);
  return [
    ...(categoryId === null ? [] : [categoryTerm(categoryId)]),
    ...(brandIds.length === 0 ? [] : [{ any: brandIds.map(brandTerm) }]),
    ...attributes.flatMap(matchAttribute),
    ...(isInStock ? [inStockTerm] : []),
    ...(prices === null ? [] : [{ any: prices }]),
  ];
}

function matchAttribute({ code, type, values, min, max }: EngineAttributeFilter): Match[] {
  if (type !== "number") return values.length === 0 ? [] : [{ any: values.map((value) => attributeTerm(code, value)) }];
  const terms = numberTerms(code, min, max);
  return terms === null ? [] : [{ any: terms }];
}
