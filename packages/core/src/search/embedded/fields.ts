import type { Word } from "../text/analyse.ts";

/** The words of a product that ranking reads, in their order. A word that can be looked up in several ways has all of them. */
export interface Fields<Words = readonly Word[]> {
  name: Words;
  brand: Words;
  /** Option values and attributes. */
  properties: Words;
  /** Categories and tags. */
  groups: Words;
}

export interface ReadFields extends Fields<string[]> {
  /** SKUs and barcodes, as they are compared. */
  codes: string[];
}

/** In one line: terms have letters and digits only, so these signs are free. */
const fieldSign = "|";
const wordSign = " ";
const formSign = "+";

export function writeFields({ name, brand, properties, groups }: Fields, codes: readonly string[]): string {
  const fields = [name, brand, properties, groups].map((words) => words.map(writeWord).join(wordSign));
  return [...fields, codes.join(wordSign)].join(fieldSign);
}

/** Each word as `t+shirt+tshirt`: cut it further with `formsOf`. */
export function readFields(line: string): ReadFields {
  const [name = "", brand = "", properties = "", groups = "", codes = ""] = line.split(fieldSign);
  return { name: wordsOf(name), brand: wordsOf(brand), properties: wordsOf(properties), groups: wordsOf(groups), codes: wordsOf(codes) };
}

export function formsOf(word: string): string[] {
  return word.split(formSign);
}

/** Most words are looked up in one way. */
export function hasForms(word: string): boolean {
  return word.includes(formSign);
}

function wordsOf(text: string): string[] {
  return text === "" ? [] : text.split(wordSign);
}

function writeWord({ forms, also }: Word): string {
  return [...new Set([...forms.flat(), ...also])].join(formSign);
}
