import { editDistance, leastEdits, letterMask, lettersMissing } from "./edit-distance.ts";
import { Best } from "./best.ts";
import { stem } from "../text/stem.ts";

export interface Term {
  text: string;
  /** How many documents have it, and how many elsewhere than in their description. May be somewhat too high. */
  documents: number;
  named: number;
}

export interface NearTerm {
  term: Term;
  edits: number;
}

/** Terms of one length, with the letters they have. */
interface Shelf {
  terms: Term[];
  masks: number[];
}

const hasDigit = /\d/;
/** Shorter words are not taken for mistyped: too many are near to each other. Of three letters that were typed one may only be missing. */
const shortestMistyped = (typed: string) => (typed.length < 4 ? 4 : 3);

/** The words of an index in memory: by beginning, by stem, and by how near they are to what was typed. */
export class Vocabulary {
  private readonly byText = new Map<string, Term>();
  private readonly byStem = new Map<string, Term[]>();
  private readonly shelves = new Map<number, Shelf>();
  private sorted: Term[] = [];
  /** What came in after the last sorting. */
  private fresh: Term[] = [];

  /** In how many documents the most frequent word is: a measure of how many there are. */
  mostDocuments = 0;

  get size(): number {
    return this.byText.size;
  }

  add(terms: readonly Term[]): void {
    for (const term of terms) {
      if (term.documents > this.mostDocuments) this.mostDocuments = term.documents;
      const known = this.byText.get(term.text);
      if (known) {
        Object.assign(known, term);
        continue;
      }
      this.byText.set(term.text, term);
      push(this.byStem, stem(term.text), term);
      this.fresh.push(term);
      if (hasDigit.test(term.text)) continue;
      const shelf = this.shelves.get(term.text.length) ?? { terms: [], masks: [] };
      this.shelves.set(term.text.length, shelf);
      shelf.terms.push(term);
      shelf.masks.push(letterMask(term.text));
    }
  }

  find(text: string): Term | undefined {
    return this.byText.get(text);
  }

  /** How many documents have the term; 0 when none has. */
  count(text: string): number {
    return this.byText.get(text)?.documents ?? 0;
  }

  /** The other forms of a word, most frequent first. */
  withStemOf(text: string, most: number): Term[] {
    const best = new Best<Term>(most, byCount);
    for (const term of this.byStem.get(stem(text)) ?? []) if (term.text !== text) best.offer(term);
    return best.items;
  }

  /** Words that begin so and go on, most frequent first. */
  withPrefix(prefix: string, most: number): Term[] {
    this.sort();
    const best = new Best<Term>(most, byCount);
    for (const term of this.fresh) if (term.text.startsWith(prefix) && term.text !== prefix) best.offer(term);
    for (let i = this.firstFrom(prefix); i < this.sorted.length; i += 1) {
      const term = this.sorted[i];
      if (!term?.text.startsWith(prefix)) break;
      if (term.text !== prefix) best.offer(term);
    }
    return best.items;
  }

  /** Words at most so many typing errors away, nearest and most frequent first. Words with digits are codes or sizes: none is near another. */
  near(text: string, mostEdits: number, most: number): NearTerm[] {
    if (mostEdits === 0 || hasDigit.test(text)) return [];
    const best = new Best<NearTerm>(most, (a, b) => a.edits - b.edits || likeness(text, b.term) - likeness(text, a.term) || byCount(a.term, b.term));
    const mask = letterMask(text);
    const shortest = Math.max(shortestMistyped(text), text.length - mostEdits);
    for (let length = shortest; length <= text.length + mostEdits; length += 1) {
      const shelf = this.shelves.get(length);
      if (!shelf) continue;
      for (let i = 0; i < shelf.masks.length; i += 1) {
        if (leastEdits(mask, shelf.masks[i] ?? 0) > mostEdits) continue;
        const term = shelf.terms[i];
        if (!term || term.text === text) continue;
        const edits = editDistance(text, term.text, mostEdits);
        if (edits <= mostEdits) best.offer({ term, edits });
      }
    }
    return best.items;
  }

  /** Words whose beginning is at most so many typing errors away, for what is still being typed. */
  nearPrefix(text: string, mostEdits: number, most: number): NearTerm[] {
    if (mostEdits === 0 || hasDigit.test(text)) return [];
    const best = new Best<NearTerm>(most, (a, b) => a.edits - b.edits || likeness(text, b.term) - likeness(text, a.term) || byCount(a.term, b.term));
    const mask = letterMask(text);
    for (const [length, shelf] of this.shelves) {
      if (length < text.length) continue;
      for (let i = 0; i < shelf.masks.length; i += 1) {
        if (lettersMissing(mask, shelf.masks[i] ?? 0) > mostEdits) continue;
        const term = shelf.terms[i];
        if (!term) continue;
        const edits = Math.min(...[-1, 0, 1].map((more) => editDistance(text, term.text.slice(0, text.length + more), mostEdits)));
        if (edits <= mostEdits) best.offer({ term, edits });
      }
    }
    return best.items;
  }

  private sort(): void {
    if (this.fresh.length < 1_000 && this.sorted.length > 0) return;
    this.sorted = [...this.sorted, ...this.fresh].toSorted((a, b) => (a.text < b.text ? -1 : 1));
    this.fresh = [];
  }

  /** The place of the first sorted term that is not before the prefix. */
  private firstFrom(prefix: string): number {
    let from = 0;
    let to = this.sorted.length;
    while (from < to) {
      const middle = (from + to) >>> 1;
      if ((this.sorted[middle]?.text ?? "") < prefix) from = middle + 1;
      else to = middle;
    }
    return from;
  }
}

/** Words in names come before words in descriptions. */
function byCount(a: Term, b: Term): number {
  return b.named - a.named || b.documents - a.documents || (a.text < b.text ? -1 : 1);
}

/** Few people mistype the first letter, or swap in letters that the word does not have. */
function likeness(typed: string, { text, named }: Term): number {
  return (typed[0] === text[0] ? 2 : 0) + (letterMask(typed) === letterMask(text) ? 1 : 0) + (named > 0 ? 1 : 0);
}

function push(map: Map<string, Term[]>, key: string, term: Term): void {
  const list = map.get(key);
  if (list) list.push(term);
  else map.set(key, [term]);
}
