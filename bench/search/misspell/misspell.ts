import type { Random } from "../../shop/random.ts";
import { letterSlips, slip } from "./slip.ts";

export const typoKinds = [...letterSlips, "join"] as const;
export type TypoKind = (typeof typoKinds)[number];

/** Shorter words are written right; a second typo in the same word needs a long one. */
const leastLetters = 4;
const leastLettersForTwo = 8;
const attempts = 40;

interface Word {
  text: string;
  typos: number;
}

export interface Misspelt {
  query: string;
  kinds: TypoKind[];
}

/** Words with so many typos in them, none of which makes a word that `isKnown`; null when that can't be done. */
export function misspell(words: readonly string[], typos: number, random: Random, isKnown: (word: string) => boolean): Misspelt | null {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    let written: Word[] | null = words.map((text) => ({ text, typos: 0 }));
    const kinds: TypoKind[] = [];
    for (let i = 0; i < typos && written; i += 1) {
      const kind = random.pick(typoKinds);
      kinds.push(kind);
      written = kind === "join" ? joinTwo(written, random) : slipInOne(written, kind, random);
    }
    if (!written || written.some((word) => word.typos > 0 && isKnown(word.text))) continue;
    return { query: written.map(({ text }) => text).join(" "), kinds };
  }
  return null;
}

function slipInOne(words: readonly Word[], kind: (typeof letterSlips)[number], random: Random): Word[] | null {
  const places = words.map((_, place) => place).filter((place) => mayHaveTypo(words[place]));
  if (places.length === 0) return null;
  const place = random.pick(places);
  const { text, typos } = words[place] as Word; // The place is one of the list's.
  const wrong = slip(text, kind, random);
  return wrong === null ? null : words.with(place, { text: wrong, typos: typos + 1 });
}

/** Forgets the space between two words. */
function joinTwo(words: readonly Word[], random: Random): Word[] | null {
  const places = words.map((_, place) => place).filter((place) => mayHaveTypo(words[place]) && mayHaveTypo(words[place + 1]));
  if (places.length === 0) return null;
  const place = random.pick(places);
  const [left, right] = words.slice(place, place + 2) as [Word, Word]; // Both were asked above.
  return words.toSpliced(place, 2, { text: left.text + right.text, typos: left.typos + right.typos + 1 });
}

function mayHaveTypo(word: Word | undefined): boolean {
  if (!word || !/^\p{L}+$/u.test(word.text)) return false;
  return word.text.length >= (word.typos === 0 ? leastLetters : leastLettersForTwo);
}
