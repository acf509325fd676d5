import { valuesOf, type Document } from "./filter.ts";
import type { StandInSettings } from "./settings.ts";

export interface FieldWord {
  word: string;
  position: number;
  /** In bytes. */
  start: number;
  length: number;
}

/** The words of the documents, by field. */
export class Lexicon {
  /** By document, then by field. */
  readonly fields = new Map<Document, Map<string, FieldWord[]>>();
  /** Every word, and whether it may be taken for mistyped. */
  readonly words = new Map<string, boolean>();
  private readonly pairs = new Map<string, number>();

  constructor(documents: Iterable<Document>, { searchableAttributes, typoTolerance }: StandInSettings) {
    const isExact = (field: string, word: string) =>
      typoTolerance.disableOnAttributes.includes(field) || typoTolerance.disableOnWords.includes(word) || (typoTolerance.disableOnNumbers && /^[\p{N}\p{P}]+$/u.test(word));
    for (const document of documents) {
      const names = searchableAttributes.includes("*") ? Object.keys(document) : searchableAttributes;
      const fields = new Map(names.map((name) => [name, wordsOf(document, name)]));
      this.fields.set(document, fields);
      for (const [name, words] of fields) {
        words.forEach(({ word }, i) => {
          this.words.set(word, (this.words.get(word) ?? false) || !isExact(name, word));
          const next = words[i + 1];
          if (next) this.pairs.set(`${word} ${next.word}`, (this.pairs.get(`${word} ${next.word}`) ?? 0) + 1);
        });
      }
    }
  }

  /** The two neighbours that a word most often is without its space. */
  split(word: string): string[] | null {
    const cuts = Array.from({ length: word.length - 1 }, (_, i) => [word.slice(0, i + 1), word.slice(i + 1)]);
    const known = cuts.map((parts) => ({ parts, count: this.pairs.get(parts.join(" ")) ?? 0 })).filter(({ count }) => count > 0);
    return known.toSorted((a, b) => b.count - a.count)[0]?.parts ?? null;
  }
}

const wordShape = /[\p{L}\p{N}\p{M}]+/gu;

export function cutWords(text: string): { word: string; start: number; length: number }[] {
  return [...text.matchAll(wordShape)].map((found) => ({
    word: found[0].normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase(),
    start: Buffer.byteLength(text.slice(0, found.index)),
    length: Buffer.byteLength(found[0]),
  }));
}

function wordsOf(document: Document, field: string): FieldWord[] {
  let position = 0;
  return valuesOf(document, field).flatMap((value) => {
    if (typeof value !== "string" && typeof value !== "number") return [];
    const words = cutWords(String(value)).map((word) => ({ ...word, position: position++ }));
    // Values of a list are far from each other.
    position += 8;
    return words;
  });
}

/** Typing errors between two words; swapped letters are one, a wrong first letter two. Anything above `most` is infinite. */
export function typosBetween(typed: string, word: string, most: number): number {
  if (Math.abs(typed.length - word.length) > most) return Infinity;
  const rows = [Array.from({ length: word.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= typed.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= word.length; j += 1) {
      const same = typed[i - 1] === word[j - 1] ? 0 : 1;
      let least = Math.min((rows[i - 1]?.[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (rows[i - 1]?.[j - 1] ?? 0) + same);
      if (i > 1 && j > 1 && typed[i - 1] === word[j - 2] && typed[i - 2] === word[j - 1]) least = Math.min(least, (rows[i - 2]?.[j - 2] ?? 0) + 1);
      row.push(least);
    }
    rows.push(row);
  }
  const edits = (rows[typed.length]?.[word.length] ?? 0) + (typed[0] === word[0] ? 0 : 1);
  return edits <= most ? edits : Infinity;
}
