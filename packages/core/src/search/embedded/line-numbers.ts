import { readFacetLine, type FacetLine } from "./facet-lines.ts";

const firstRoom = 4_096;

/**
 * Facet lines by number. A piece of a text is looked up by 64 bits of its own, without being cut out: reading a thousand documents
 * would make ten thousand texts that are there already.
 */
export class LineNumbers {
  /** By number. */
  readonly facets: FacetLine[] = [];
  private keys = new Int32Array(2 * firstRoom);
  /** One more than the number, where there is one. */
  private places = new Int32Array(firstRoom);

  /** Undefined when no document that was read has the line. */
  find(line: string): number | undefined {
    const place = this.places[this.slotOf(line, 0, line.length)] ?? 0;
    return place === 0 ? undefined : place - 1;
  }

  /** Of the line that goes from `start` to `end` in the text. */
  take(text: string, start: number, end: number): number {
    const slot = this.slotOf(text, start, end);
    const place = this.places[slot] ?? 0;
    if (place > 0) return place - 1;
    this.facets.push(readFacetLine(text.slice(start, end)));
    this.places[slot] = this.facets.length;
    this.keys[2 * slot] = first;
    this.keys[2 * slot + 1] = second;
    const number = this.facets.length - 1;
    if (2 * this.facets.length > this.places.length) this.grow();
    return number;
  }

  private slotOf(text: string, start: number, end: number): number {
    hashPiece(text, start, end);
    return this.slotOfKey();
  }

  private slotOfKey(): number {
    const { keys, places } = this;
    const mask = places.length - 1;
    let slot = first & mask;
    while (places[slot] !== 0 && (keys[2 * slot] !== first || keys[2 * slot + 1] !== second)) slot = (slot + 1) & mask;
    return slot;
  }

  private grow(): void {
    const { keys, places } = this;
    this.keys = new Int32Array(2 * keys.length);
    this.places = new Int32Array(2 * places.length);
    places.forEach((place, slot) => {
      if (place === 0) return;
      first = keys[2 * slot] ?? 0;
      second = keys[2 * slot + 1] ?? 0;
      const own = this.slotOfKey();
      this.keys[2 * own] = first;
      this.keys[2 * own + 1] = second;
      this.places[own] = place;
    });
  }
}

/** Both halves of what a line is looked up by: set by `hashPiece`, and read before anything else is done. */
let first = 0;
let second = 0;

function hashPiece(text: string, start: number, end: number): void {
  let a = 0x811c9dc5;
  let b = 0;
  for (let i = start; i < end; i += 1) {
    const sign = text.charCodeAt(i);
    a = Math.imul(a ^ sign, 0x01000193);
    b = Math.imul(b ^ (b >>> 15) ^ sign, 0x2c1b3c6d);
  }
  first = a | 0;
  second = b | 0;
}
