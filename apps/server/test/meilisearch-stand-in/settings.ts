import { ApiError } from "./api-error.ts";

export interface StandInSettings extends Record<string, unknown> {
  displayedAttributes: string[];
  searchableAttributes: string[];
  filterableAttributes: string[];
  sortableAttributes: string[];
  rankingRules: string[];
  stopWords: string[];
  synonyms: Record<string, string[]>;
  typoTolerance: {
    enabled: boolean;
    minWordSizeForTypos: { oneTypo: number; twoTypos: number };
    disableOnWords: string[];
    disableOnAttributes: string[];
    disableOnNumbers: boolean;
  };
  faceting: { maxValuesPerFacet: number; sortFacetValuesBy: Record<string, "alpha" | "count"> };
  pagination: { maxTotalHits: number };
}

export function defaultSettings(): StandInSettings {
  return {
    displayedAttributes: ["*"],
    searchableAttributes: ["*"],
    filterableAttributes: [],
    sortableAttributes: [],
    rankingRules: ["words", "typo", "proximity", "attribute", "sort", "exactness"],
    stopWords: [],
    nonSeparatorTokens: [],
    separatorTokens: [],
    dictionary: [],
    synonyms: {},
    distinctAttribute: null,
    proximityPrecision: "byWord",
    typoTolerance: { enabled: true, minWordSizeForTypos: { oneTypo: 5, twoTypos: 9 }, disableOnWords: [], disableOnAttributes: [], disableOnNumbers: false },
    faceting: { maxValuesPerFacet: 100, sortFacetValuesBy: { "*": "alpha" } },
    pagination: { maxTotalHits: 1000 },
    searchCutoffMs: null,
    localizedAttributes: null,
    facetSearch: true,
    prefixSearch: "indexingTime",
  };
}

const ownRules = new Set(["words", "typo", "proximity", "attribute", "sort", "exactness"]);
/** Lists that have no order come back in one of the server's own. */
const sets = new Set(["filterableAttributes", "sortableAttributes", "stopWords", "disableOnWords", "disableOnAttributes"]);

/** Refuses at once what Meilisearch refuses before it makes a task of it. */
export function checkSettings(change: Record<string, unknown>): void {
  const known = defaultSettings();
  for (const key of Object.keys(change)) {
    if (!(key in known)) throw new ApiError("bad_request", `Unknown field \`${key}\`: expected one of ${Object.keys(known).map((each) => `\`${each}\``).join(", ")}`);
  }
  for (const rule of (change["rankingRules"] as string[] | undefined) ?? []) {
    if (!ownRules.has(rule) && !/^[^:]+:(asc|desc)$/.test(rule)) throw new ApiError("invalid_settings_ranking_rules", `Invalid value at \`.rankingRules\`: \`${rule}\` ranking rule is invalid.`);
  }
  const typo = change["typoTolerance"] as Partial<StandInSettings["typoTolerance"]> | undefined;
  for (const key of Object.keys(typo ?? {})) {
    if (!(key in known.typoTolerance)) throw new ApiError("invalid_settings_typo_tolerance", `Unknown field \`${key}\` inside \`.typoTolerance\``);
  }
}

export function changedSettings(settings: StandInSettings, change: Record<string, unknown>): StandInSettings {
  return merge(settings, change, defaultSettings()) as StandInSettings;
}

function merge(old: Record<string, unknown>, change: Record<string, unknown>, defaults: Record<string, unknown>): Record<string, unknown> {
  const merged = { ...old };
  for (const [key, value] of Object.entries(change)) {
    const [before, usual] = [old[key], defaults[key]];
    if (value === null) merged[key] = usual;
    else if (Array.isArray(value)) merged[key] = sets.has(key) ? value.toSorted((a, b) => (a < b ? -1 : 1)) : value;
    else if (isObject(value) && key !== "synonyms") merged[key] = merge(isObject(before) ? before : {}, value, isObject(usual) ? usual : {});
    else merged[key] = value;
  }
  return merged;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
