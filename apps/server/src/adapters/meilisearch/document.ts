import { analyse, codesOf, mostWords, propertiesOf, termsOf, type SearchDocument, type Word } from "@cartwright/core/search";
import { tokenOf, tokensOf } from "./tokens.ts";

/** A product in the index. Counts up with `settingsVersion` when it is made otherwise. */
export interface IndexedDocument extends Record<string, unknown> {
  id: string;
  hash: string;
  name: string;
  brand: string;
  properties: string;
  groups: string;
  description: string;
  /** Words of it that are not their own token: to show what was found. */
  bent: string;
  codes: string[];
  categoryIds: string[];
  brandId: string | null;
  stock: 0 | 1;
  price: number | null;
  popularity: number;
  publishedAt: number | null;
  sortKey: string;
  /** What shoppers choose by, by attribute: texts and numbers. */
  attributes: Record<string, string[]>;
  numbers: Record<string, number[]>;
  /** What can only be filtered by. */
  others: Record<string, (string | number)[]>;
}

/** In the order of their worth. */
export const textFields = ["name", "brand", "properties", "groups", "description"] as const;

export function indexedDocument(document: SearchDocument): IndexedDocument {
  const fields = {
    name: analyse(document.title, mostWords.name),
    brand: analyse(document.brand?.name ?? "", 10),
    properties: analyse(propertiesOf(document), mostWords.properties),
    groups: analyse([...document.categoryNames, ...document.tags].join(" · "), mostWords.groups),
    description: analyse(document.description, mostWords.description),
  };
  const written = (words: readonly Word[]) => tokensOf(words).join(" ");
  return {
    id: document.productId,
    hash: document.hash,
    name: written(fields.name),
    brand: written(fields.brand),
    properties: written(fields.properties),
    groups: written(fields.groups),
    description: written(fields.description),
    bent: bentTerms(Object.values(fields).flat()).join(" "),
    codes: codesOf(document),
    categoryIds: document.categoryIds,
    brandId: document.brand?.id ?? null,
    stock: document.inStock ? 1 : 0,
    price: document.priceMinMinor,
    popularity: document.popularity,
    publishedAt: document.publishedAt === null ? null : Date.parse(document.publishedAt),
    sortKey: document.sortKey,
    ...attributesOf(document),
  };
}

function bentTerms(words: readonly Word[]): string[] {
  return termsOf(words).filter((term) => !/\d/.test(term) && tokenOf(term) !== term);
}

function attributesOf({ attributes }: SearchDocument): Pick<IndexedDocument, "attributes" | "numbers" | "others"> {
  const written: Pick<IndexedDocument, "attributes" | "numbers" | "others"> = { attributes: {}, numbers: {}, others: {} };
  for (const { code, type, isFacet, values } of attributes) {
    const plain = values.map(({ value }) => value);
    if (!isFacet) written.others[code] = type === "number" ? plain.map(Number) : plain;
    else if (type === "number") written.numbers[code] = plain.map(Number);
    else written.attributes[code] = plain;
  }
  return written;
}
