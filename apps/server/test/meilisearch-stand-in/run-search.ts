import { ApiError } from "./api-error.ts";
import { countFacets, readFacetNames } from "./count-facets.ts";
import { readFilter, valuesOf, type Document } from "./filter.ts";
import type { Lexicon } from "./lexicon.ts";
import { matchDocument, type Match } from "./match-document.ts";
import type { StandInSettings } from "./settings.ts";
import { queryWords, termsOf, type Term } from "./terms.ts";

export interface Searchable {
  documents: readonly Document[];
  settings: StandInSettings;
  lexicon: Lexicon;
}

interface Found {
  document: Document;
  match: Match | null;
}

const known = ["q", "offset", "limit", "hitsPerPage", "page", "filter", "facets", "sort", "attributesToRetrieve", "attributesToSearchOn", "showMatchesPosition", "matchingStrategy", "attributesToHighlight", "attributesToCrop", "showRankingScore", "indexUid"];

/** Answers a search as the documentation of Meilisearch has it, by looking at every document. */
export function runSearch(index: Searchable, body: Record<string, unknown>) {
  const stranger = Object.keys(body).find((key) => !known.includes(key));
  if (stranger) throw new ApiError("bad_request", `Unknown field \`${stranger}\`: expected one of ${known.map((key) => `\`${key}\``).join(", ")}`);
  const { settings } = index;
  const q = typeof body["q"] === "string" ? body["q"] : "";
  const compare = readSort(body["sort"], settings);
  const facetNames = readFacetNames(body["facets"], settings);
  const isMet = readFilter(body["filter"], settings.filterableAttributes);
  const found = findDocuments({ ...index, documents: index.documents.filter(isMet) }, q, body);
  const ranked = found.toSorted((a, b) => byRules(a, b, settings.rankingRules, compare));
  return { ...page(ranked, body, settings), query: q, processingTimeMs: 0, ...(facetNames ? countFacets(found.map(({ document }) => document), facetNames, settings) : {}) };
}

function findDocuments({ documents, settings, lexicon }: Searchable, q: string, body: Record<string, unknown>): Found[] {
  const words = queryWords(q, settings);
  if (words.length === 0) return documents.map((document) => ({ document, match: null }));
  const fields = readSearchOn(body["attributesToSearchOn"], settings);
  const terms = termsOf(words, !/\s$/.test(q), { lexicon, settings });
  const fieldsOf = (document: Document) => new Map([...(lexicon.fields.get(document) ?? [])].filter(([name]) => fields === null || fields.includes(name)));
  // How often a word occurs is counted over all of the index.
  const frequency = (word: number) => [...lexicon.fields.keys()].filter((document) => hasWord(terms, word, fieldsOf(document), words)).length;
  const levels = activeWords(words, body["matchingStrategy"] ?? "last", frequency);
  return documents.flatMap((document) => {
    const own = fieldsOf(document);
    for (const active of levels) {
      const match = matchDocument(own, { terms, active, words });
      if (match) return [{ document, match }];
    }
    return [];
  });
}

function hasWord(terms: readonly Term[], word: number, fields: ReturnType<Lexicon["fields"]["get"]> & object, words: readonly string[]): boolean {
  return terms.some((term) => term.from <= word && word <= term.to && matchDocument(fields, { terms: [term], active: new Set(Array.from({ length: term.to - term.from + 1 }, (_, i) => term.from + i)), words }) !== null);
}

/** All words, and then without those that the strategy gives up, step by step. */
function activeWords(words: readonly string[], strategy: unknown, frequency: (word: number) => number): Set<number>[] {
  const all = words.map((_, i) => i);
  if (strategy === "all") return [new Set(all)];
  if (strategy === "last") return all.map((_, given) => new Set(all.slice(0, all.length - given)));
  if (strategy !== "frequency") throw new ApiError("invalid_search_matching_strategy", `Unknown value \`${String(strategy)}\` at \`.matchingStrategy\`: expected one of \`last\`, \`all\`, \`frequency\``);
  // Words that nothing has are the first to go; of equally frequent ones all go at once, but the last of all stay.
  const counts = all.map((word) => frequency(word) || Infinity);
  const steps = [...new Set(counts)].toSorted((a, b) => b - a);
  return steps.map((_, given) => new Set(all.filter((word) => !steps.slice(0, given).includes(counts[word] ?? 0))));
}

type Compare = (a: Document, b: Document) => number;

function byRules(a: Found, b: Found, rules: readonly string[], sort: Compare): number {
  for (const rule of rules) {
    const order = rule === "sort" ? sort(a.document, b.document) : ruleOrder(a, b, rule);
    if (order !== 0) return order;
  }
  return 0;
}

function ruleOrder(a: Found, b: Found, rule: string): number {
  if (rule.includes(":")) return compareBy(rule)(a.document, b.document);
  if (!a.match || !b.match) return 0;
  if (rule === "words") return b.match.words - a.match.words;
  if (rule === "exactness") return b.match.exactness - a.match.exactness;
  if (rule === "typo" || rule === "proximity" || rule === "attribute") return a.match[rule] - b.match[rule];
  return 0;
}

function readSort(sort: unknown, { sortableAttributes }: StandInSettings): Compare {
  const orders = ((sort as string[] | undefined) ?? []).map((each) => {
    if (!/^[^:]+:(asc|desc)$/.test(each)) throw new ApiError("invalid_search_sort", `Invalid syntax for the sort parameter: expected expression ending by \`:asc\` or \`:desc\`, found \`${each}\`.`);
    const [field = ""] = each.split(":");
    if (!sortableAttributes.includes(field)) throw new ApiError("invalid_search_sort", `Attribute \`${field}\` is not sortable. Available sortable attributes are: \`${sortableAttributes.join(", ")}\`.`);
    return compareBy(each);
  });
  return (a, b) => orders.reduce((order, compare) => order || compare(a, b), 0);
}

/** Numbers before texts; what has no value comes last either way. */
function compareBy(order: string): Compare {
  const [field = "", direction] = order.split(":");
  const sign = direction === "desc" ? -1 : 1;
  const keyOf = (document: Document) => valuesOf(document, field).find((value) => typeof value === "number" || typeof value === "string");
  return (a, b) => {
    const [x, y] = [keyOf(a), keyOf(b)];
    if (x === undefined || y === undefined) return (x === undefined ? 1 : 0) - (y === undefined ? 1 : 0);
    if (typeof x !== typeof y) return sign * (typeof x === "number" ? -1 : 1);
    return x === y ? 0 : sign * (x < y ? -1 : 1);
  };
}

function readSearchOn(names: unknown, { searchableAttributes }: StandInSettings): string[] | null {
  if (names === undefined || names === null) return null;
  for (const name of names as string[]) {
    if (!searchableAttributes.includes("*") && !searchableAttributes.includes(name)) {
      throw new ApiError("invalid_search_attributes_to_search_on", `Attribute \`${name}\` is not searchable. Available searchable attributes are: \`${searchableAttributes.join(", ")}\`.`);
    }
  }
  return names as string[];
}

/** No more than `maxTotalHits` can be seen or counted. */
function page(found: readonly Found[], body: Record<string, unknown>, settings: StandInSettings) {
  const most = settings.pagination.maxTotalHits;
  const seen = found.slice(0, most);
  const shown = (some: readonly Found[]) => some.map((each) => hitOf(each, body));
  if (body["page"] === undefined && body["hitsPerPage"] === undefined) {
    const [offset, limit] = [Number(body["offset"] ?? 0), Number(body["limit"] ?? 20)];
    return { hits: shown(seen.slice(offset, offset + limit)), offset, limit, estimatedTotalHits: seen.length };
  }
  const [page, hitsPerPage] = [Number(body["page"] ?? 1), Number(body["hitsPerPage"] ?? 20)];
  const from = (page - 1) * hitsPerPage;
  const totalPages = hitsPerPage === 0 ? 0 : Math.ceil(seen.length / hitsPerPage);
  return { hits: page === 0 ? [] : shown(seen.slice(from, from + hitsPerPage)), page, hitsPerPage, totalPages, totalHits: seen.length };
}

function hitOf({ document, match }: Found, body: Record<string, unknown>): Record<string, unknown> {
  const wanted = (body["attributesToRetrieve"] as string[] | undefined) ?? ["*"];
  const kept = wanted.includes("*") ? document : Object.fromEntries(Object.entries(document).filter(([name]) => wanted.includes(name)));
  return body["showMatchesPosition"] === true ? { ...kept, _matchesPosition: Object.fromEntries(match?.positions ?? []) } : { ...kept };
}
