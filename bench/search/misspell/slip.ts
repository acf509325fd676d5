import type { Random } from "../../shop/random.ts";
import { neighboursOf } from "./keyboard.ts";

export const letterSlips = ["neighbour", "swap", "drop", "double"] as const;
export type LetterSlip = (typeof letterSlips)[number];

/** A word with one slip of the finger; null when this kind can't happen in it. */
export function slip(word: string, kind: LetterSlip, random: Random): string | null {
  const letters = Array.from(word);
  const places = letters.map((_, place) => place).filter((place) => canHappen(kind, letters, place));
  if (places.length === 0) return null;
  const place = random.pick(places);
  const letter = letters[place] ?? "";
  switch (kind) {
    case "neighbour":
      return letters.with(place, random.pick(neighboursOf(letter))).join("");
    case "swap":
      return [...letters.slice(0, place), letters[place + 1], letter, ...letters.slice(place + 2)].join("");
    case "drop":
      return letters.toSpliced(place, 1).join("");
    case "double":
      return letters.toSpliced(place, 0, letter).join("");
  }
}

function canHappen(kind: LetterSlip, letters: readonly string[], place: number): boolean {
  const [letter = "", next] = letters.slice(place, place + 2);
  if (kind === "neighbour") return neighboursOf(letter).length > 0;
  if (kind === "swap") return next !== undefined && next !== letter;
  return true;
}
