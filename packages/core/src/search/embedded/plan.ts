import type { SearchRules } from "../rules/rules.ts";
import { analyse, type Word } from "../text/analyse.ts";
import { codesIn } from "../text/codes.ts";
import { stopWords } from "../text/stop-words.ts";
import { alternativesOf, type Alternative, type WordWish } from "./alternatives.ts";
import { joinsOf } from "./joins.ts";
import { synonymsOf } from "./synonyms.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** What is looked for. */
export interface QueryPlan {
  words: PlannedWord[];
  /** What in the query may be an SKU or barcode, for the query as a whole. */
  codes: string[];
  /** The words as one, to find a product whose name is just that. */
  wholeName: string[];
  /** The query with what was taken for typing errors put right; null when there was none. */
  corrected: string | null;
}

export interface PlannedWord {
  /** As it was typed, folded. */
  typed: string;
  /** Any of them stands for the word, best first. */
  alternatives: Alternative[];
  /** The best that the shop has at all. */
  likeliest: Alternative | null;
  /** How much it says: rare words say more. */
  weight: number;
  /** In how many documents it is, at most. */
  documents: number;
}

export interface PlanWish {
  vocabulary: Vocabulary;
  rules: SearchRules;
  /** The text is still being typed: its last word may be the beginning of any. */
  isTyping: boolean;
  /** Nothing was found as typed: known words may be typing errors too. */
  isLenient: boolean;
}

export const mostQueryWords = 10;
const mostRead = 40;
const mostAlternatives = 25;
const fewWords = 2;
const fewNames = 2;

/** What a text asks for, given the words that there are. Takes any text. */
export function planQuery(text: string, wish: PlanWish): QueryPlan {
  const read = analyse(text, mostRead);
  const kept = withoutStopWords(read, wish.rules).slice(0, mostQueryWords);
  const last = kept.at(-1);
  const synonyms = synonymsOf(read, wish);
  const joins = joinsOf(kept, wish.vocabulary);
  const words: PlannedWord[] = [];
  const replaced = new Map<Word, string>();
  for (const word of kept) {
    const isLenient = wish.isLenient && (kept.length <= fewWords || !isFrequent(word, wish.vocabulary));
    const wordWish: WordWish = { ...wish, isLenient, code: codeOf(text, word), isLast: word === last };
    const own = alternativesOf(word, wordWish);
    const joined = joins.get(word) ?? [];
    const alternatives = best([...own.alternatives, ...joined, ...(synonyms.get(word) ?? [])]);
    const next = planned(word, alternatives, wish.vocabulary);
    words.push(next);
    const { likeliest } = next;
    if (!own.isKnown && likeliest && isCorrection(likeliest)) replaced.set(word, likeliest.terms.join(" "));
  }
  return {
    words,
    codes: codesIn(text),
    wholeName: read.map((word) => word.forms[0]?.join("") ?? ""),
    corrected: replaced.size === 0 ? null : corrected(read, replaced),
  };
}

/** Words that say nothing are left out, unless the query has no others. */
function withoutStopWords(read: readonly Word[], rules: SearchRules): Word[] {
  const kept = read.filter(({ forms }) => {
    const only = forms.length === 1 && forms[0]?.length === 1 ? (forms[0][0] ?? "") : "";
    return !stopWords.has(only) && !rules.stopWords.has(only);
  });
  return kept.length > 0 ? kept : [...read];
}

/** Beside other words a word that some names have is hardly a typing error. */
function isFrequent({ forms }: Word, vocabulary: Vocabulary): boolean {
  return forms.some((terms) => terms.every((term) => (vocabulary.find(term)?.named ?? 0) > fewNames));
}

function codeOf(text: string, { start, end }: Word): string | null {
  return codesIn(text.slice(start, end)).find((code) => /\d/.test(code)) ?? null;
}

function best(alternatives: Alternative[]): Alternative[] {
  const seen = new Set<string>();
  const ordered = alternatives.toSorted((a, b) => a.cost - b.cost);
  const once = ordered.filter(({ terms }) => {
    const key = terms.join(" ");
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
  return once.slice(0, mostAlternatives);
}

function planned(word: Word, alternatives: Alternative[], vocabulary: Vocabulary): PlannedWord {
  const documents = alternatives.reduce((sum, { terms }) => sum + Math.min(...terms.map((term) => vocabulary.count(term))), 0);
  const weight = Math.log(2 + vocabulary.mostDocuments / (1 + documents));
  const likeliest = alternatives.find(({ terms }) => terms.every((term) => vocabulary.count(term) > 0)) ?? null;
  return { typed: word.forms[0]?.join(" ") ?? "", alternatives, likeliest, weight, documents };
}

function isCorrection({ kind }: Alternative): boolean {
  return kind === "typo" || kind === "split" || kind === "join";
}

/** Two words that are one in the shop are replaced by the same, which is said once. */
function corrected(read: readonly Word[], replaced: ReadonlyMap<Word, string>): string {
  const words = read.map((word) => replaced.get(word) ?? word.forms[0]?.join("") ?? "");
  return words.filter((word, i) => word !== "" && word !== words[i - 1]).join(" ");
}
