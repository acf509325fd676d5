import type { FieldWord } from "./lexicon.ts";
import type { Term, Way } from "./terms.ts";

/** How a document has the words. Compared in the order of the ranking rules. */
export interface Match {
  words: number;
  typo: number;
  proximity: number;
  attribute: number;
  exactness: number;
  /** Marked places by field, in bytes. */
  positions: Map<string, { start: number; length: number }[]>;
}

interface Place {
  field: string;
  fieldIndex: number;
  position: number;
  way: Way;
  marked: { start: number; length: number }[];
}

const farthest = 8;

/** The best way in which a document has the words; null when it lacks one. */
export function matchDocument(fields: ReadonlyMap<string, FieldWord[]>, { terms, active, words }: { terms: readonly Term[]; active: ReadonlySet<number>; words: readonly string[] }): Match | null {
  const wanted = [...active].toSorted((a, b) => a - b);
  const found = new Map(terms.map((term) => [term, placesOf(term, fields)]));
  const best = bestCover(wanted, { terms: terms.filter((term) => (found.get(term)?.length ?? 0) > 0), found });
  if (!best) return null;
  const places = best.map((term) => found.get(term) ?? []);
  const least = places.map((some) => some.filter(({ way }) => way.typos === leastTypos(some)));
  const positions = new Map<string, { start: number; length: number }[]>();
  for (const { field, marked } of places.flat()) positions.set(field, [...(positions.get(field) ?? []), ...marked]);
  for (const [field, marked] of positions) positions.set(field, once(marked));
  return {
    words: wanted.length,
    typo: best.reduce((sum, term) => sum + leastTypos(found.get(term) ?? []), 0),
    proximity: proximityOf(least),
    attribute: least.reduce((sum, some) => sum + Math.min(...some.map(({ fieldIndex, position }) => fieldIndex * 1_000 + position)), 0),
    exactness: exactnessOf(least, fields, words),
    positions,
  };
}

/** Terms that together have all wanted words, with the fewest typing errors, and of those the fewest terms. */
function bestCover(wanted: readonly number[], given: { terms: readonly Term[]; found: ReadonlyMap<Term, Place[]> }): Term[] | null {
  const [first] = wanted;
  if (first === undefined) return [];
  let best: { cover: Term[]; typos: number } | null = null;
  for (const term of given.terms) {
    const span = Array.from({ length: term.to - term.from + 1 }, (_, i) => term.from + i);
    if (term.from !== first || !span.every((word) => wanted.includes(word))) continue;
    const rest = bestCover(wanted.slice(span.length), given);
    if (!rest) continue;
    const cover = [term, ...rest];
    const typos = cover.reduce((sum, each) => sum + leastTypos(given.found.get(each) ?? []), 0);
    if (!best || typos < best.typos) best = { cover, typos };
  }
  return best?.cover ?? null;
}

function placesOf({ ways }: Term, fields: ReadonlyMap<string, FieldWord[]>): Place[] {
  return [...fields].flatMap(([field, words], fieldIndex) =>
    words.flatMap((first, i) =>
      ways.flatMap((way): Place[] => {
        const row = words.slice(i, i + way.words.length);
        const isHere = row.length === way.words.length && row.every(({ word }, place) => word === way.words[place] && row[place]?.position === first.position + place);
        if (!isHere) return [];
        const marked = row.map(({ start, length }, place) => ({ start, length: place === row.length - 1 ? (way.typedLength ?? length) : length }));
        return [{ field, fieldIndex, position: first.position, way, marked }];
      }),
    ),
  );
}

const leastTypos = (places: readonly Place[]) => Math.min(...places.map(({ way }) => way.typos));

/** How far the terms stand from each other at best, added up. */
function proximityOf(terms: readonly Place[][]): number {
  let sums = new Map((terms[0] ?? []).map((place) => [place, 0]));
  for (const next of terms.slice(1)) {
    sums = new Map(next.map((place) => [place, Math.min(...[...sums].map(([before, sum]) => sum + distance(before, place)))]));
  }
  return terms.length === 0 ? 0 : Math.min(...sums.values());
}

function distance(a: Place, b: Place): number {
  if (a.field !== b.field) return farthest;
  const apart = b.position - (a.position + a.way.words.length - 1);
  return Math.min(farthest, apart > 0 ? apart : Math.abs(b.position - a.position) + 1);
}

/** A field that is just the query first, then one that begins with it, then by how many words are just as typed. */
function exactnessOf(terms: readonly Place[][], fields: ReadonlyMap<string, FieldWord[]>, words: readonly string[]): number {
  const query = words.join(" ");
  const texts = [...fields.values()].map((some) => some.map(({ word }) => word).join(" "));
  const whole = texts.includes(query) ? 200 : texts.some((text) => text.startsWith(`${query} `)) ? 100 : 0;
  return whole + terms.filter((places) => places.some(({ way }) => way.kind === "exact")).length;
}

function once(marked: readonly { start: number; length: number }[]) {
  const byStart = new Map<number, { start: number; length: number }>();
  for (const each of marked) if ((byStart.get(each.start)?.length ?? 0) < each.length) byStart.set(each.start, each);
  return [...byStart.values()].toSorted((a, b) => a.start - b.start);
}
