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

/** Each word with all its forms. */
export interface ReadFields extends Fields<string[][]> {
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

export function readFields(line: string): ReadFields {
  const [name = "", brand = "", properties = "", groups = "", codes = ""] = line.split(fieldSign);
  const words = (text: string) => split(text, wordSign).map((word) => word.split(formSign));
  return { name: words(name), brand: words(brand), properties: words(properties), groups: words(groups), codes: split(codes, wordSign) };
}

function split(text: string, sign: string): string[] {
  return text === "" ? [] : text.split(sign);
}

function writeWord({ forms, also }: Word): string {
  return [...new Set([...forms.flat(), ...also])].join(formSign);
}
