import { stem } from "../text/stem.ts";

/** What the shop has said about words and queries. */
export interface SearchRules {
  /** Beside the built-in ones; folded. */
  stopWords: ReadonlySet<string>;
  synonyms: Synonyms;
  /** By the query in its normal form. */
  pins: ReadonlyMap<string, PinRule>;
  redirects: ReadonlyMap<string, string>;
}

/** Products that a query shows at fixed places (from 0), and those it never shows. */
export interface PinRule {
  pinned: { productId: string; position: number }[];
  hidden: string[];
}

export const noPins: PinRule = { pinned: [], hidden: [] };

/** Where a synonym begins, its other words, and what stands for all of them; words by their stems. */
export interface Synonym {
  stems: string[];
  /** Each is one or several words. */
  replacements: string[][];
}

/** Synonyms by the stem of their first word. */
export type Synonyms = ReadonlyMap<string, Synonym[]>;

export const noRules: SearchRules = { stopWords: new Set(), synonyms: new Map(), pins: new Map(), redirects: new Map() };

/** From phrases in normal form: each of `from` also finds what any of `to` finds. */
export function makeSynonyms(rules: readonly { from: string; to: readonly string[] }[]): Synonyms {
  const byFirst = new Map<string, Synonym[]>();
  for (const { from, to } of rules) {
    const stems = from.split(" ").filter(Boolean).map(stem);
    const replacements = to.map((phrase) => phrase.split(" ").filter(Boolean)).filter((words) => words.length > 0);
    const [first] = stems;
    if (first === undefined || replacements.length === 0) continue;
    byFirst.set(first, [...(byFirst.get(first) ?? []), { stems, replacements }]);
  }
  return byFirst;
}
