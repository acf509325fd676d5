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

/** In one line: terms have letters and digits only, so these signs are free. */
const fieldSign = "|";
const wordSign = " ";
const formSign = "+";

/** The same signs for who reads letter by letter. */
export const fieldSigns = { field: fieldSign.charCodeAt(0), word: wordSign.charCodeAt(0), form: formSign.charCodeAt(0) };

export function writeFields({ name, brand, properties, groups }: Fields, codes: readonly string[]): string {
  const fields = [name, brand, properties, groups].map((words) => words.map(writeWord).join(wordSign));
  return [...fields, codes.join(wordSign)].join(fieldSign);
}

function writeWord({ forms, also }: Word): string {
  return [...new Set([...forms.flat(), ...also])].join(formSign);
}
