import type { Random } from "../../shop/random.ts";

const leastWords = 2;
const mostWords = 4;
const smallWords = new Set(["a", "an", "and", "for", "from", "in", "of", "on", "or", "the", "to", "with"]);

/** The words of a name: lower case, apostrophes dropped, split at whatever is no letter or digit. */
export function wordsOf(name: string): string[] {
  return name.toLowerCase().replace(/['’‘]/g, "").split(/[^\p{L}\p{N}\p{M}]+/u).filter((word) => word !== "");
}

/** Which products of a catalogue have a word in their name. */
export class NameIndex {
  readonly #placesOf = new Map<string, Set<number>>();

  constructor(names: readonly string[]) {
    names.forEach((name, place) => {
      for (const word of wordsOf(name)) this.#placesOf.set(word, (this.#placesOf.get(word) ?? new Set()).add(place));
    });
  }

  has(word: string): boolean {
    return this.#placesOf.has(word);
  }

  countOf(word: string): number {
    return this.#placesOf.get(word)?.size ?? 0;
  }

  /** Whether just one name has all of these words. */
  isUnique(words: readonly string[]): boolean {
    const [rarest = new Set<number>(), ...rest] = words
      .map((word) => this.#placesOf.get(word) ?? new Set<number>())
      .toSorted((a, b) => a.size - b.size);
    return [...rarest].filter((place) => rest.every((places) => places.has(place))).length === 1;
  }
}

/** Two to four of the rarest words of a name, in its order, that no other name has together; null when there are none. */
export function distinctiveWords(name: string, index: NameIndex, random: Random): string[] | null {
  const words = [...new Set(wordsOf(name))].filter((word) => !smallWords.has(word));
  const wished = random.between(leastWords, mostWords);
  const byRarity = words.toSorted((a, b) => index.countOf(a) - index.countOf(b));
  for (let count = Math.min(wished, words.length); count <= Math.min(mostWords, words.length); count += 1) {
    const chosen = new Set(byRarity.slice(0, count));
    if (count >= leastWords && index.isUnique([...chosen])) return words.filter((word) => chosen.has(word));
  }
  return null;
}
