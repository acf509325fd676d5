import { cutWords, typosBetween, type Lexicon } from "./lexicon.ts";
import type { StandInSettings } from "./settings.ts";

/** One way in which words of the query may stand in a document: words in a row. */
export interface Way {
  words: string[];
  typos: number;
  kind: "exact" | "prefix" | "typo" | "split" | "ngram" | "synonym";
  /** How much of the last word is what was typed; of a prefix only that is marked. */
  typedLength: number | null;
}

/** Some words of the query, taken as one. */
export interface Term {
  from: number;
  to: number;
  ways: Way[];
}

const mostWords = 10;
const longestNgram = 3;

export function queryWords(q: string, { stopWords }: StandInSettings): string[] {
  return cutWords(q)
    .map(({ word }) => word)
    .filter((word, i, all) => !stopWords.includes(word) || i === all.length - 1)
    .slice(0, mostWords);
}

export function termsOf(words: readonly string[], isPrefixed: boolean, { lexicon, settings }: { lexicon: Lexicon; settings: StandInSettings }): Term[] {
  const terms: Term[] = [];
  for (let from = 0; from < words.length; from += 1) {
    for (let to = from; to < Math.min(words.length, from + longestNgram); to += 1) {
      const isLast = isPrefixed && to === words.length - 1;
      const ways = [...(to === from ? waysOf(words[from] ?? "", isLast, { lexicon, settings }) : ngramWays(words.slice(from, to + 1), isLast, lexicon)), ...synonymWays(words.slice(from, to + 1), settings)];
      if (ways.length > 0 || to === from) terms.push({ from, to, ways });
    }
  }
  return terms;
}

function waysOf(word: string, isLast: boolean, { lexicon, settings }: { lexicon: Lexicon; settings: StandInSettings }): Way[] {
  const most = typosAllowed(word, settings);
  const ways: Way[] = [];
  for (const [known, mayBeMistyped] of lexicon.words) {
    if (known === word) ways.push({ words: [known], typos: 0, kind: "exact", typedLength: null });
    else if (isLast && known.startsWith(word)) ways.push({ words: [known], typos: 0, kind: "prefix", typedLength: word.length });
    else if (mayBeMistyped && most > 0) {
      const typos = Math.min(typosBetween(word, known, most), isLast ? prefixTypos(word, known, most) : Infinity);
      if (typos <= most) ways.push({ words: [known], typos, kind: "typo", typedLength: null });
    }
  }
  const split = lexicon.split(word);
  if (split) ways.push({ words: split, typos: 1, kind: "split", typedLength: null });
  return ways;
}

function prefixTypos(word: string, known: string, most: number): number {
  if (known.length <= word.length) return Infinity;
  return Math.min(...[-1, 0, 1].map((more) => typosBetween(word, known.slice(0, word.length + more), most)));
}

function ngramWays(words: readonly string[], isLast: boolean, lexicon: Lexicon): Way[] {
  const joined = words.join("");
  const typos = words.length - 1;
  return [...lexicon.words.keys()]
    .filter((known) => known === joined || (isLast && known.startsWith(joined)))
    .map((known) => ({ words: [known], typos, kind: "ngram", typedLength: known === joined ? null : joined.length }));
}

function synonymWays(words: readonly string[], { synonyms }: StandInSettings): Way[] {
  const normal = (text: string) => cutWords(text).map(({ word }) => word);
  const key = words.join(" ");
  const found = Object.entries(synonyms).filter(([from]) => normal(from).join(" ") === key);
  return found.flatMap(([, to]) => to.map((phrase): Way => ({ words: normal(phrase), typos: 0, kind: "synonym", typedLength: null })));
}

function typosAllowed(word: string, { typoTolerance: { enabled, minWordSizeForTypos, disableOnWords } }: StandInSettings): number {
  if (!enabled || disableOnWords.includes(word)) return 0;
  const length = Array.from(word).length;
  return length < minWordSizeForTypos.oneTypo ? 0 : length < minWordSizeForTypos.twoTypos ? 1 : 2;
}
