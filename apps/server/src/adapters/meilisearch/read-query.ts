import { analyse, codesIn, stopWords, type SearchRules, type Word } from "@cartwright/core/search";
import { askedTokens } from "./tokens.ts";

/** What a text asks Meilisearch for. */
export interface AskedQuery {
  /** What is sent: words without signs, so that nothing in a text is an operator. */
  q: string;
  words: AskedWord[];
  /** What in it may be an SKU or barcode. */
  codes: string[];
}

export interface AskedWord {
  /** As it was typed, folded. */
  typed: string;
  /** Empty for a word that says nothing and is left out. */
  tokens: string[];
}

/** Meilisearch looks at ten words. */
const mostTokens = 10;
const mostRead = 40;

/** Takes any text. Stop words are left out here, unless there are no others. */
export function readQuery(text: string, rules: SearchRules): AskedQuery {
  const read = analyse(text, mostRead);
  const isStopWord = ({ forms }: Word) => {
    const only = forms.length === 1 && forms[0]?.length === 1 ? (forms[0][0] ?? "") : "";
    return stopWords.has(only) || rules.stopWords.has(only);
  };
  const hasOthers = read.some((word) => !isStopWord(word));
  const words: AskedWord[] = [];
  let left = mostTokens;
  for (const word of read) {
    const all = hasOthers && isStopWord(word) ? [] : askedTokens(word);
    const tokens = all.slice(0, left);
    left -= tokens.length;
    words.push({ typed: word.forms[0]?.join("") ?? "", tokens });
  }
  return { q: words.flatMap(({ tokens }) => tokens).join(" "), words, codes: codesIn(text) };
}
