import { docsPerRank, rankCount, type DocumentRow } from "@cartwright/db";
import { formsOf, hasForms, readFields, type ReadFields } from "./fields.ts";
import type { PlannedWord, QueryPlan } from "./plan.ts";

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
  coverage: 0.5,
  inStock: 0.25,
  popularity: 0.1,
};

/** What a word is worth in a field, and what in several of them it adds. */
const fieldWeights = [1, 0.9, 0.7, 0.6] as const;
const inDescription = 0.25;
const inAnother = 0.1;

export interface Ranked {
  row: DocumentRow;
  score: number;
}

/** Best first; equally good ones in the order of their numbers, so that pages do not overlap. */
export function rankDocuments(rows: readonly DocumentRow[], plan: QueryPlan, { isPartial }: { isPartial: boolean }): Ranked[] {
  const reader = new Reader(plan, isPartial);
  const ranked = rows.map((row) => ({ row, score: reader.score(row) }));
  return ranked.toSorted((a, b) => b.score - a.score || a.row.doc - b.row.doc);
}

interface WordUse {
  word: PlannedWord;
  /** Its ways, with their terms as places in the reader's lists. */
  ways: { terms: number[]; cost: number }[];
  /** What it costs in a description, where it is not read which way it was. */
  hiddenCost: number;
}

/** Reads one product after the other for the same words. */
class Reader {
  private readonly termPlaces = new Map<string, number>();
  private readonly uses: WordUse[];
  private readonly codes: ReadonlySet<string>;
  private readonly wholeName: string;
  private readonly weightSum: number;
  /** By term: the fields that have it, a bit each, and its first place in the name. */
  private readonly fieldBits: Uint8Array;
  private readonly namePlaces: Int16Array;

  constructor(
    plan: QueryPlan,
    private readonly isPartial: boolean,
  ) {
    this.uses = plan.words.map((word) => ({
      word,
      ways: word.alternatives.map(({ terms, cost }) => ({ terms: terms.map((term) => this.place(term)), cost })),
      hiddenCost: word.likeliest?.cost ?? 0,
    }));
    this.codes = new Set(plan.codes);
    this.wholeName = plan.wholeName.join("");
    this.weightSum = plan.words.reduce((sum, { weight }) => sum + weight, 0) || 1;
    this.fieldBits = new Uint8Array(this.termPlaces.size);
    this.namePlaces = new Int16Array(this.termPlaces.size);
  }

  score(row: DocumentRow): number {
    const fields = readFields(row.fields);
    this.read(fields);
    const places: number[] = [];
    let matched = 0;
    let field = 0;
    let cost = 0;
    for (const use of this.uses) {
      const found = this.bestWay(use);
      const { weight } = use.word;
      matched += weight * found.matched;
      field += weight * found.field;
      cost += found.cost;
      places.push(found.place);
    }
    const named = new Set(places.filter((place) => place >= 0));
    const coverage = fields.name.length === 0 ? 0 : named.size / fields.name.length;
    const isCode = this.codes.size > 0 && fields.codes.some((code) => this.codes.has(code));
    return (
      (isCode ? weights.code : 0) +
      weights.words * (matched / this.weightSum) -
      weights.cost * cost +
      weights.field * (field / this.weightSum) +
      weights.proximity * proximity(places) +
      weights.coverage * coverage +
      (this.isWholeName(fields) ? weights.wholeName : 0) +
      (isInStock(row.doc) ? weights.inStock : 0) +
      weights.popularity * Math.log10(1 + row.popularity)
    );
  }

  private place(term: string): number {
    let place = this.termPlaces.get(term);
    if (place === undefined) this.termPlaces.set(term, (place = this.termPlaces.size));
    return place;
  }

  private read({ name, brand, properties, groups }: ReadFields): void {
    this.fieldBits.fill(0);
    this.namePlaces.fill(-1);
    this.readField(name, 1, true);
    this.readField(brand, 2, false);
    this.readField(properties, 4, false);
    this.readField(groups, 8, false);
  }

  private readField(words: readonly string[], bit: number, isName: boolean): void {
    for (let i = 0; i < words.length; i += 1) {
      const word = words[i] ?? "";
      if (!hasForms(word)) this.note(word, bit, isName ? i : -1);
      else for (const form of formsOf(word)) this.note(form, bit, isName ? i : -1);
    }
  }

  private note(term: string, bit: number, place: number): void {
    const at = this.termPlaces.get(term);
    if (at === undefined) return;
    this.fieldBits[at] = (this.fieldBits[at] ?? 0) | bit;
    if (place >= 0 && (this.namePlaces[at] ?? -1) < 0) this.namePlaces[at] = place;
  }

  /** The way in which the product has the word that is worth most. */
  private bestWay({ ways, hiddenCost }: WordUse): { matched: number; field: number; cost: number; place: number } {
    let best = { matched: this.isPartial ? 0.3 : 1, field: inDescription, cost: hiddenCost, place: -1 };
    let bestWorth = this.isPartial ? -Infinity : weights.field * inDescription - weights.cost * hiddenCost;
    for (const { terms, cost } of ways) {
      const field = this.worthOf(terms);
      if (field === 0) continue;
      const worth = weights.field * field - weights.cost * cost;
      if (worth <= bestWorth) continue;
      bestWorth = worth;
      best = { matched: 1, field, cost, place: this.namePlaces[terms[0] ?? 0] ?? -1 };
    }
    return best;
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

  private isWholeName({ name }: ReadFields): boolean {
    if (name.length === 0 || this.wholeName === "") return false;
    return name.map((word) => (hasForms(word) ? formsOf(word)[0] : word)).join("") === this.wholeName;
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
