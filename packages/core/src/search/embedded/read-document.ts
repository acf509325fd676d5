import type { DocumentRow } from "@cartwright/db";
import type { FacetLine } from "./facet-lines.ts";
import { fieldSigns } from "./fields.ts";
import { LineNumbers } from "./line-numbers.ts";

/** A document as ranking and counting use it: words, codes and lines are numbers, which `Numbers` knows. */
export interface ReadDocument {
  doc: number;
  productId: string;
  popularity: number;
  priceMinor: number | null;
  /**
   * Many documents share this list, and each has a part of it: where its name, brand, properties, groups and codes end, then their
   * words in order, then its facets up to `end`. A word below 0 is another form, `-1 - word`, of the one before it.
   */
  numbers: Int32Array;
  start: number;
  end: number;
  nameLength: number;
  /** Where in the name the word is that says what the thing is. */
  headPlace: number;
  /** Of the whole name, with nothing between its words: two that differ may have the same, once in four billion. */
  nameHash: number;
}

export const fieldCount = 4;
/** How many of a document's first numbers say where its fields and codes end. */
export const endCount = fieldCount + 1;

/** The places of a document's first word, its first code, and its first facet. */
export const wordsStart = ({ start }: ReadDocument) => start + endCount;
export const codesStart = ({ numbers, start }: ReadDocument) => numbers[start + fieldCount - 1] ?? 0;
export const facetsStart = ({ numbers, start }: ReadDocument) => numbers[start + fieldCount] ?? 0;

export function hasWord(document: ReadDocument, word: number): boolean {
  const { numbers } = document;
  const end = codesStart(document);
  for (let i = wordsStart(document); i < end; i += 1) if (numbers[i] === word || numbers[i] === -1 - word) return true;
  return false;
}

/** Whether one of its SKUs and barcodes is among these. */
export function hasCode(document: ReadDocument, codes: ReadonlySet<number>): boolean {
  const { numbers } = document;
  const end = facetsStart(document);
  for (let i = codesStart(document); i < end; i += 1) if (codes.has(numbers[i] ?? -1)) return true;
  return false;
}

export function hasFacet(document: ReadDocument, line: number): boolean {
  const { numbers, end } = document;
  for (let i = facetsStart(document); i < end; i += 1) if (numbers[i] === line) return true;
  return false;
}

/** The number of a word or code: two that differ may have the same, once in two billion. It only guides ranking. */
export function wordNumber(term: string): number {
  return hashText(term) & wordBits;
}

/** Used again for each document. */
let scratch = new Int32Array(1_024);
const firstForms: number[] = [];
const hasDigit: boolean[] = [];

/** Reads rows of documents. Of facet lines it knows the numbers, which are counted up from 0. */
export class Numbers {
  private readonly lines = new LineNumbers();

  /** Facet lines by number. */
  get facets(): readonly FacetLine[] {
    return this.lines.facets;
  }

  /** Undefined when no document that was read has the line. */
  lineOf(line: string): number | undefined {
    return this.lines.find(line);
  }

  /** Its list is used again by the next one: what is to stay has to be taken out of it. Each letter is looked at once. */
  read({ doc, product_id: productId, fields, facets, popularity, price_minor: priceMinor }: DocumentRow): ReadDocument {
    if (scratch.length < endCount + fields.length + facets.length) scratch = new Int32Array(2 * (endCount + fields.length + facets.length));
    const nameHash = readWords(fields);
    let end = scratch[fieldCount] ?? 0;
    for (let from = 0; from < facets.length; ) {
      const newLine = facets.indexOf("\n", from);
      const to = newLine === -1 ? facets.length : newLine;
      scratch[end] = this.lines.take(facets, from, to);
      end += 1;
      from = to + 1;
    }
    return { doc, productId, popularity, priceMinor, numbers: scratch, start: 0, end, nameLength: firstForms.length, headPlace: headPlace(), nameHash };
  }
}

/** Fills the scratch list with fields and codes, as `writeFields` wrote them, and what is to be known of the name. */
function readWords(fields: string): number {
  firstForms.length = 0;
  hasDigit.length = 0;
  let used = endCount;
  let field = 0;
  let wordStart = 0;
  let hash = hashStart;
  let nameHash = hashStart;
  let digit = false;
  let isFirst = true;
  for (let i = 0; i <= fields.length; i += 1) {
    const sign = i < fields.length ? fields.charCodeAt(i) : fieldSigns.field;
    if (sign !== fieldSigns.word && sign !== fieldSigns.form && sign !== fieldSigns.field) {
      hash = addToHash(hash, sign);
      if (field !== 0 || !isFirst) continue;
      nameHash = addToHash(nameHash, sign);
      if (sign >= 48 && sign <= 57) digit = true;
      continue;
    }
    if (i > wordStart) {
      scratch[used] = isFirst ? hash & wordBits : -1 - (hash & wordBits);
      used += 1;
      if (field === 0 && isFirst) {
        firstForms.push(hash & wordBits);
        hasDigit.push(digit);
      }
    }
    hash = hashStart;
    digit = false;
    wordStart = i + 1;
    isFirst = sign !== fieldSigns.form;
    if (sign === fieldSigns.field && field < endCount) {
      scratch[field] = used;
      field += 1;
    }
  }
  for (; field < endCount; field += 1) scratch[field] = used;
  return nameHash;
}

const hashStart = 0x811c9dc5 | 0;
const wordBits = 0x7fffffff;
const addToHash = (hash: number, sign: number) => Math.imul(hash ^ sign, 0x01000193);

/** FNV-1a. */
export function hashText(text: string): number {
  let hash = hashStart;
  for (let i = 0; i < text.length; i += 1) hash = addToHash(hash, text.charCodeAt(i));
  return hash;
}

/** After these a name only says more about what was named. */
const headEnds = new Set(["with", "without", "for", "in", "by", "from", "on", "featuring"].map(wordNumber));
const of = wordNumber("of");

/** English names end with what they name: "oak table lamp with shade", "wine glasses, set of 4". */
function headPlace(): number {
  const end = firstForms.findIndex((word, i) => (i > 0 && headEnds.has(word)) || (i > 0 && firstForms[i + 1] === of));
  let head = (end === -1 ? firstForms.length : end) - 1;
  while (head > 0 && hasDigit[head]) head -= 1;
  return head;
}
