import { hashOf } from "../build-documents.ts";
import type { SearchDocument } from "../documents.ts";
import { analyse, termsOf, type Word } from "../text/analyse.ts";
import { codeKey } from "../text/codes.ts";
import { stopWords } from "../text/stop-words.ts";
import { writeFacets } from "./facet-lines.ts";
import { writeFields } from "./fields.ts";
import { attributeTerm, brandTerm, categoryTerm, codeTerm, inStockTerm, letterTerm, monthTerm, namedTerm, numberTerm, priceTerm, rankOf, wholeNameTerm } from "./terms.ts";

/** Counts up when an index has to be made anew because products are looked up otherwise. */
export const settingsVersion = 1;

/** What the embedded index keeps of a product. */
export interface IndexEntry {
  document: SearchDocument;
  rank: number;
  /** All terms, with spaces between. */
  words: string;
  /** The words alone, and whether each is found elsewhere than in the description. */
  vocabulary: Map<string, boolean>;
  textHash: string;
  fields: string;
  facets: string;
}

export const mostWords = { name: 40, properties: 80, groups: 60, description: 250 };

export function indexEntry(document: SearchDocument): IndexEntry {
  const name = analyse(document.title, mostWords.name);
  const brand = analyse(document.brand?.name ?? "", 10);
  const properties = analyse(propertiesOf(document), mostWords.properties);
  const groups = analyse([...document.categoryNames, ...document.tags].join(" · "), mostWords.groups);
  const description = analyse(document.description, mostWords.description);

  const named = termsOf([...name, ...brand]);
  const vocabulary = new Map([...named, ...termsOf([...properties, ...groups])].map((term) => [term, true]));
  for (const term of termsOf(description)) if (!vocabulary.has(term) && !stopWords.has(term)) vocabulary.set(term, false);
  const rank = rankOf(document);
  const words = [...vocabulary.keys(), ...named.map(namedTerm), ...wholeName(name), ...signedTerms(document)];
  return {
    document,
    rank,
    words: words.join(" "),
    vocabulary,
    textHash: hashOf([...vocabulary]),
    fields: writeFields({ name, brand, properties, groups }, codesOf(document)),
    facets: writeFacets(document),
  };
}

/** Option values and attributes. What is true of a product is found by the name of it: "dishwasher safe". */
export function propertiesOf({ optionValues, attributes }: SearchDocument): string {
  const labels = attributes.flatMap(({ name, type, values }) => {
    if (type === "boolean") return values.some(({ value }) => value === "true") ? [name] : [];
    return values.map(({ label }) => label);
  });
  return [...optionValues, ...labels].join(" · ");
}

export function codesOf({ skus, barcodes }: SearchDocument): string[] {
  return [...new Set([...skus, ...barcodes].map(codeKey))].filter(Boolean);
}

function wholeName(name: readonly Word[]): string[] {
  return name.length === 0 ? [] : [wholeNameTerm(name.map((word) => word.forms[0]?.join("") ?? ""))];
}

function signedTerms(document: SearchDocument): string[] {
  return [
    ...codesOf(document).map(codeTerm),
    ...document.categoryIds.map(categoryTerm),
    ...(document.brand ? [brandTerm(document.brand.id)] : []),
    ...document.attributes.flatMap(({ code, type, values }) =>
      values.map(({ value }) => (type === "number" ? numberTerm(code, Number(value)) : attributeTerm(code, value))),
    ),
    ...(document.inStock ? [inStockTerm] : []),
    ...(document.priceMinMinor === null ? [] : [priceTerm(document.priceMinMinor)]),
    ...(document.publishedAt === null ? [] : [monthTerm(new Date(document.publishedAt))]),
    letterTerm(document.sortKey),
  ];
}
