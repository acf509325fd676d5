import { docsPerRank, rankCount } from "@cartwright/db";
import { Best } from "./best.ts";
import type { PlannedWord, QueryPlan } from "./plan.ts";
import { fieldCount, hasCode, hashText, wordNumber, wordsStart, type ReadDocument } from "./read-document.ts";

/**
 * How good a find a product is. What is worth most comes first, and each step is worth more than all below it together can
 * make up in practice: the code that was asked for; the words that were matched, rare ones more; typing errors; where the words
 * are; how near to each other; how much of the name they are; in stock; sold lately. See docs/search.md.
 */
export const weights = {
  code: 100,
  words: 12,
  cost: 3,
  field: 2,
  proximity: 0.6,
  wholeName: 1.5,
  kind: 0.2,
  kindOfPartial: 3,
  complete: 1_000,
  coverage: 0.5,
  inStock: 0.25,
  popularity: 0.1,
};

/** What a word is worth in a field, and what in several of them it adds. */
const fieldWeights = [1, 0.9, 0.7, 0.6] as const;
const inDescription = 0.25;
const inAnother = 0.1;

export interface Ranked {
  document: ReadDocument;
  score: number;
}

export interface RankWish {
  plan: QueryPlan;
  /** Not all of them have all of the words. */
  isPartial: boolean;
  /** Those that have, where they are known; the others come after them. */
  complete: ReadonlySet<number> | null;
  /** How many are asked for. */
  most: number;
}

/** The best ones, best first; equally good ones in the order of their numbers, so that pages do not overlap. */
export function rankDocuments(documents: readonly ReadDocument[], wish: RankWish): Ranked[] {
  const { complete, most } = wish;
  const whole = new Reader({ ...wish, isPartial: wish.isPartial || complete !== null });
  const exact = complete === null ? whole : new Reader({ ...wish, isPartial: false });
  const ranked = documents.map((document) => {
    const isComplete = complete?.has(document.doc) === true;
    return { document, score: isComplete ? weights.complete + exact.score(document) : whole.score(document) };
  });
  if (fewOfAll * most > ranked.length) return ranked.toSorted(byScore).slice(0, most);
  const best = new Best<Ranked>(most, byScore);
  for (const each of ranked) best.offer(each);
  return best.items;
}

/** Fewer than this part of all are picked out sooner than all are sorted. */
const fewOfAll = 8;

const byScore = (a: Ranked, b: Ranked) => b.score - a.score || a.document.doc - b.document.doc;

interface WordUse {
  word: PlannedWord;
  /** Its ways, with their terms as places in the reader's lists. */
  ways: Way[];
  /** In a description, where it is not read which way it was. */
  hidden: Way;
}

interface Way {
  terms: number[];
  cost: number;
}

/** Reads one product after the other for the same words. */
class Reader {
  private readonly termPlaces = new Map<string, number>();
  private readonly placeOfNumber = new Map<number, number>();
  /** By the last bits of a word's number: whether it can be one that is looked for. Most are not. */
  private readonly canBe = new Uint8Array(256);
  /** Where in the name the words were found, below 0 for those that are not in it. */
  private readonly places: number[] = [];
  private readonly uses: WordUse[];
  private readonly codes: ReadonlySet<number>;
  private readonly nameHash: number | null;
  private readonly weightSum: number;
  private readonly isPartial: boolean;
  /** By term: the fields that have it, a bit each, and its first place in the name. */
  private readonly fieldBits: Uint8Array;
  private readonly namePlaces: Int16Array;

  constructor({ plan, isPartial }: RankWish) {
    this.isPartial = isPartial;
    this.uses = plan.words.map((word) => ({
      word,
      ways: word.alternatives.map(({ terms, cost }) => ({ terms: terms.map((term) => this.place(term)), cost })),
      hidden: { terms: [], cost: word.likeliest?.cost ?? 0 },
    }));
    for (const [term, place] of this.termPlaces) {
      const number = wordNumber(term);
      this.placeOfNumber.set(number, place);
      this.canBe[number & 255] = 1;
    }
    this.codes = new Set(plan.codes.map(wordNumber));
    const wholeName = plan.wholeName.join("");
    this.nameHash = wholeName === "" ? null : hashText(wholeName);
    this.weightSum = plan.words.reduce((sum, { weight }) => sum + weight, 0) || 1;
    this.fieldBits = new Uint8Array(this.termPlaces.size);
    this.namePlaces = new Int16Array(this.termPlaces.size);
  }

  score(document: ReadDocument): number {
    this.read(document);
    const { places } = this;
    places.length = 0;
    let matched = 0;
    let field = 0;
    let cost = 0;
    for (const use of this.uses) {
      const found = this.bestWay(use);
      const { weight } = use.word;
      matched += weight * found.matched;
      field += weight * found.field;
      cost += found.way.cost;
      if (found.way.terms.length === 0) places.push(-1);
      else for (const term of found.way.terms) places.push(this.namePlaces[term] ?? -1);
    }
    const named = places.reduce((count, place, i) => (place >= 0 && places.indexOf(place) === i ? count + 1 : count), 0);
    const coverage = document.nameLength === 0 ? 0 : named / document.nameLength;
    const isCode = this.codes.size > 0 && hasCode(document, this.codes);
    return (
      (isCode ? weights.code : 0) +
      weights.words * (matched / this.weightSum) -
      weights.cost * cost +
      weights.field * (field / this.weightSum) +
      weights.proximity * proximity(places) +
      weights.coverage * coverage +
      (document.headPlace >= 0 && places.includes(document.headPlace) ? (this.isPartial ? weights.kindOfPartial : weights.kind) : 0) +
      (document.nameHash === this.nameHash && document.nameLength > 0 ? weights.wholeName : 0) +
      (isInStock(document.doc) ? weights.inStock : 0) +
      weights.popularity * Math.log10(1 + document.popularity)
    );
  }

  private place(term: string): number {
    let place = this.termPlaces.get(term);
    if (place === undefined) this.termPlaces.set(term, (place = this.termPlaces.size));
    return place;
  }

  private read(document: ReadDocument): void {
    const { numbers, start } = document;
    this.fieldBits.fill(0);
    this.namePlaces.fill(-1);
    let i = wordsStart(document);
    for (let field = 0; field < fieldCount; field += 1) {
      const end = numbers[start + field] ?? 0;
      for (let inField = -1; i < end; i += 1) {
        const word = numbers[i] ?? 0;
        if (word >= 0) inField += 1;
        const number = word >= 0 ? word : -1 - word;
        if (this.canBe[number & 255] === 0) continue;
        const at = this.placeOfNumber.get(number);
        if (at === undefined) continue;
        this.fieldBits[at] = (this.fieldBits[at] ?? 0) | (1 << field);
        if (field === 0 && (this.namePlaces[at] ?? -1) < 0) this.namePlaces[at] = inField;
      }
    }
  }

  /** The way in which the product has the word that is worth most. */
  private bestWay({ ways, hidden }: WordUse): { matched: number; field: number; way: Way } {
    let best: Way | null = null;
    let bestField = inDescription;
    let bestWorth = this.isPartial ? -Infinity : weights.field * inDescription - weights.cost * hidden.cost;
    for (const way of ways) {
      const field = this.worthOf(way.terms);
      if (field === 0) continue;
      const worth = weights.field * field - weights.cost * way.cost;
      if (worth <= bestWorth) continue;
      best = way;
      bestField = field;
      bestWorth = worth;
    }
    return best ? { matched: 1, field: bestField, way: best } : { matched: this.isPartial ? 0.3 : 1, field: inDescription, way: hidden };
  }

  /** Of several terms the one that is in the worst field counts; 0 when one is in none. */
  private worthOf(terms: readonly number[]): number {
    let least = 2;
    for (const term of terms) {
      const bits = this.fieldBits[term] ?? 0;
      if (bits === 0) return 0;
      let worth = 0;
      for (let i = 0; i < fieldWeights.length; i += 1) {
        if ((bits & (1 << i)) === 0) continue;
        worth = worth === 0 ? (fieldWeights[i] ?? 0) : worth + inAnother;
      }
      least = Math.min(least, worth);
    }
    return least;
  }
}

/** 1 when the words stand in the name next to each other in the order they were typed; 0 when none does. */
function proximity(places: readonly number[]): number {
  if (places.length < 2) return 0;
  let sum = 0;
  for (let i = 1; i < places.length; i += 1) {
    const [before = -1, place = -1] = [places[i - 1], places[i]];
    if (before < 0 || place < 0 || before === place) continue;
    const distance = place - before;
    if (distance === 1) sum += 1;
    else if (Math.abs(distance) <= 2) sum += 0.5;
    else if (distance > 0) sum += 0.25;
  }
  return sum / (places.length - 1);
}

function isInStock(doc: number): boolean {
  return Math.floor(doc / docsPerRank) % rankCount < rankCount / 2;
}
