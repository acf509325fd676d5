import type { Settings } from "meilisearch";
import { textFields } from "./document.ts";

/** Counts up when documents are made otherwise: the index is then made anew. Settings alone are applied as they are. */
export const settingsVersion = 1;

/** One more than is shown, to tell "1,000" from "1,000+". */
export const mostTotalHits = 1_001;

/**
 * How the index is set up. Synonyms are the shop's own and are kept by `SynonymKeeper`; stop words, pins and hidden
 * products are applied to each query, so that a change of them touches no index.
 */
export const wantedSettings = {
  searchableAttributes: [...textFields, "codes"],
  filterableAttributes: ["id", "codes", "categoryIds", "brandId", "stock", "price", "attributes", "numbers", "others"],
  sortableAttributes: ["id", "price", "publishedAt", "sortKey"],
  rankingRules: ["sort", "words", "typo", "proximity", "attribute", "exactness", "stock:desc", "popularity:desc"],
  stopWords: [],
  typoTolerance: {
    enabled: true,
    minWordSizeForTypos: { oneTypo: 4, twoTypos: 8 },
    disableOnAttributes: ["codes"],
    disableOnNumbers: true,
    disableOnWords: [],
  },
  faceting: { maxValuesPerFacet: 100, sortFacetValuesBy: { "*": "count" } },
  pagination: { maxTotalHits: mostTotalHits },
} satisfies Settings;

/** Lists in which the order means something. */
const ordered = new Set(["searchableAttributes", "rankingRules"]);

/** Whether an index is set up otherwise in anything that matters to us. */
export function settingsDiffer(actual: Settings): boolean {
  return Object.entries(wantedSettings).some(([name, wanted]) => !isSame(name, wanted, actual[name as keyof Settings]));
}

function isSame(name: string, wanted: unknown, actual: unknown): boolean {
  if (Array.isArray(wanted)) {
    if (!Array.isArray(actual)) return wanted.length === 0 && (actual === undefined || actual === null);
    const [a, b] = [wanted, actual].map((list) => list.map((each) => JSON.stringify(each)));
    return JSON.stringify(ordered.has(name) ? a : a?.toSorted(byText)) === JSON.stringify(ordered.has(name) ? b : b?.toSorted(byText));
  }
  if (typeof wanted !== "object" || wanted === null) return wanted === actual;
  if (typeof actual !== "object" || actual === null) return false;
  // What the server has beside what we want of it is its own affair.
  return Object.entries(wanted).every(([key, value]) => isSame(key, value, (actual as Record<string, unknown>)[key]));
}

function byText(a: string, b: string): number {
  return a < b ? -1 : 1;
}
