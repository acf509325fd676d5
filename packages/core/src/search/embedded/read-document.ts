import type { DocumentRow } from "@cartwright/db";
import { readFacetLine, type FacetLine } from "./facet-lines.ts";
import { readFields } from "./fields.ts";

/** A document as ranking and counting use it: words and lines are numbers, which `Numbers` knows. */
export interface ReadDocument {
  doc: number;
  productId: string;
  popularity: number;
  priceMinor: number | null;
  /**
   * Many documents share this list, and each has a part of it: where its name, brand, properties and groups end, then their words
   * in order, then its facets up to `end`. A word below 0 is another form, `-1 - word`, of the one before it.
   */
  numbers: Int32Array;
  start: number;
  end: number;
  nameLength: number;
  /** Where in the name the word is that says what the thing is. */
  headPlace: number;
  /** Of the whole name, with nothing between its words: two that differ may have the same, once in four billion. */
  nameHash: number;
  /** SKUs and barcodes as they are compared. */
  codes: readonly string[];
}

export const fieldCount = 4;
const noCodes: readonly string[] = [];

/** The place of a document's first word, and of its first facet. */
export const wordsStart = ({ start }: ReadDocument) => start + fieldCount;
export const facetsStart = ({ numbers, start }: ReadDocument) => numbers[start + fieldCount - 1] ?? 0;

export function hasWord(document: ReadDocument, word: number): boolean {
  const { numbers } = document;
  const end = facetsStart(document);
  for (let i = wordsStart(document); i < end; i += 1) if (numbers[i] === word || numbers[i] === -1 - word) return true;
  return false;
}

export function hasFacet(document: ReadDocument, line: number): boolean {
  const { numbers, end } = document;
  for (let i = facetsStart(document); i < end; i += 1) if (numbers[i] === line) return true;
  return false;
}

/** Words and facet lines by number, each kept once for all documents that have it. */
export class Numbers {
  private readonly words = new Map<string, number>();
  private readonly lines = new Map<string, number>();
  /** By number. */
  readonly facets: FacetLine[] = [];

  get size(): number {
    return this.words.size + this.facets.length;
  }

  /** Undefined when no document that was read has the word. */
  wordOf(term: string): number | undefined {
    return this.words.get(term);
  }

  lineOf(line: string): number | undefined {
    return this.lines.get(line);
  }

  /** With a list of its own. */
  read(row: DocumentRow): ReadDocument {
    const { name, brand, properties, groups, codes } = readFields(row.fields);
    const list: number[] = [0, 0, 0, 0];
    [name, brand, properties, groups].forEach((field, i) => {
      for (const forms of field) this.addWord(list, forms);
      list[i] = list.length;
    });
    if (row.facets !== "") for (const line of row.facets.split("\n")) list.push(this.numberLine(line));
    return {
      doc: row.doc,
      productId: row.product_id,
      popularity: row.popularity,
      priceMinor: row.price_minor,
      numbers: Int32Array.from(list),
      start: 0,
      end: list.length,
      nameLength: name.length,
      headPlace: headOf(name),
      nameHash: hashText(name.map((forms) => forms[0]).join("")),
      codes: codes.length === 0 ? noCodes : codes,
    };
  }

  private addWord(words: number[], forms: readonly string[]): void {
    forms.forEach((form, i) => {
      let number = this.words.get(form);
      if (number === undefined) this.words.set(form, (number = this.words.size));
      words.push(i === 0 ? number : -1 - number);
    });
  }

  private numberLine(line: string): number {
    let number = this.lines.get(line);
    if (number === undefined) {
      this.lines.set(line, (number = this.facets.length));
      this.facets.push(readFacetLine(line));
    }
    return number;
  }
}

/** After these a name only says more about what was named. */
const headEnds = new Set(["with", "without", "for", "in", "by", "from", "on", "featuring"]);

/** English names end with what they name: "oak table lamp with shade", "wine glasses, set of 4". */
function headOf(name: readonly (readonly string[])[]): number {
  const firsts = name.map((forms) => forms[0] ?? "");
  const end = firsts.findIndex((word, i) => (i > 0 && headEnds.has(word)) || (i > 0 && firsts[i + 1] === "of"));
  let head = (end === -1 ? firsts.length : end) - 1;
  while (head > 0 && /\d/.test(firsts[head] ?? "")) head -= 1;
  return head;
}

/** FNV-1a. */
export function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash;
}
