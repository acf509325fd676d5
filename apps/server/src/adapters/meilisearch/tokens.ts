import { stem, type Word } from "@cartwright/core/search";

/*
 * Meilisearch is given words that are analysed already, one token each, so that it reads texts just as the other engines do.
 * A word is a token by its stem. A word with a digit in it is a code, a size or a quantity, and none is near another: it is
 * written in digits alone, which Meilisearch takes at their word (`disableOnNumbers`). What begins alike still does.
 */
const hasDigit = /\d/;
const isCoded = /^\d+$/;
const leadingLetters = /^\p{L}{2,}(?=\d)/u;

export function tokenOf(term: string): string {
  return hasDigit.test(term) ? Array.from(term, codeOf).join("") : stem(term);
}

/** The word again, or its stem. */
export function termOf(token: string): string {
  return isCoded.test(token) ? token.replace(/9(\d{7})|0(\d)|(\d\d)/g, (_, other?: string, digit?: string, letter?: string) => letterOf(other, digit, letter)) : token;
}

/** What a text is found by, in its order: of a compound its parts, then all in one; "iphone15" by "iphone" as well. */
export function tokensOf(words: readonly Word[]): string[] {
  return words.flatMap(({ forms, also }) => {
    const terms = [...forms.toReversed().flat(), ...also];
    const leads = terms.flatMap((term) => leadingLetters.exec(term)?.[0] ?? []);
    return [...new Set([...terms, ...leads].map(tokenOf))];
  });
}

/** What is asked for by a word: of a compound its parts, which Meilisearch joins by itself. */
export function askedTokens({ forms }: Word): string[] {
  return (forms.at(-1) ?? []).map(tokenOf);
}

function codeOf(letter: string): string {
  if (letter >= "0" && letter <= "9") return `0${letter}`;
  if (letter >= "a" && letter <= "z") return String(letter.charCodeAt(0) - 87);
  return `9${String(letter.codePointAt(0)).padStart(7, "0")}`;
}

function letterOf(other: string | undefined, digit: string | undefined, letter: string | undefined): string {
  if (other !== undefined) return String.fromCodePoint(Number(other));
  return digit ?? String.fromCharCode(Number(letter) + 87);
}
