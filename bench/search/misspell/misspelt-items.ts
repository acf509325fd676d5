import { Random } from "../../shop/random.ts";
import { distinctiveWords, NameIndex } from "./distinctive-words.ts";
import { misspell, type TypoKind } from "./misspell.ts";

/** A query for one product by its name, with typos in it. */
export interface MisspeltItem {
  query: string;
  productKey: string;
  typos: number;
  kinds: TypoKind[];
}

export interface NamedProduct {
  slug: string;
  title: string;
}

export interface Wish {
  count: number;
  typos: 1 | 2;
  seed: number;
  /** Products that are asked for; the others still count when it comes to what is distinctive. */
  isAsked?: (slug: string) => boolean;
}

/** So many misspelt queries, the same for the same seed and catalogue; fewer only when no name can be misspelt so. */
export function misspeltItems(products: readonly NamedProduct[], { count, typos, seed, isAsked = () => true }: Wish): MisspeltItem[] {
  const index = new NameIndex(products.map(({ title }) => title));
  const random = new Random(seed);
  const asked = products.filter(({ slug }) => isAsked(slug));
  const items: MisspeltItem[] = [];
  // Every product once before one comes again.
  for (let before = -1; items.length < count && items.length > before; ) {
    before = items.length;
    for (const { slug, title } of shuffled(asked, random)) {
      if (items.length === count) break;
      const words = distinctiveWords(title, index, random);
      const misspelt = words && misspell(words, typos, random, (word) => index.has(word));
      if (misspelt) items.push({ productKey: slug, typos, ...misspelt });
    }
  }
  return items;
}

function shuffled<Item>(items: readonly Item[], random: Random): Item[] {
  const rest = [...items];
  for (let last = rest.length - 1; last > 0; last -= 1) {
    const other = random.between(0, last);
    [rest[last], rest[other]] = [rest[other] as Item, rest[last] as Item]; // Both places are inside.
  }
  return rest;
}
