import { choicesOf, withoutChoice, type Choice, type EngineQuery } from "@cartwright/core/search";
import { boundedTotal, type Total } from "@cartwright/core/kernel";
import type { FacetDistribution, FacetStats, MultiSearchParams, MultiSearchQuery, SearchResponse } from "meilisearch";
import { textFields } from "./document.ts";
import { conditionsOf, not, priceBetween } from "./filters.ts";
import type { Link } from "./link.ts";
import type { Hit } from "./matches.ts";
import type { AskedQuery } from "./read-query.ts";

/** How a query is asked this time. */
export interface RoundWish {
  link: Link;
  query: EngineQuery;
  asked: AskedQuery;
  /** Products that are never shown, as a condition. */
  hidden: string | null;
  /** Products that stand apart from the order of finds, as a condition: pinned ones, and those whose code was typed. */
  leads: string | null;
  strategy: "all" | "frequency" | "last";
}

/** What meets the choices, or all of them but one. */
export interface Counted {
  total: number;
  distribution: FacetDistribution;
  stats: FacetStats;
}

export interface Round {
  main: Counted;
  /** From the first on, best first, up to the end of the page. */
  hits: Hit[];
  leads: Hit[];
  byChoice: ReadonlyMap<Choice, Counted>;
}

type Asked = Omit<MultiSearchQuery, "indexUid">;
interface Answer extends Pick<SearchResponse, "facetDistribution" | "facetStats"> {
  hits: Hit[];
  /** Exact to `mostTotalHits`, where pages are asked for. */
  totalHits?: number;
}

const mainFacets = ["categoryIds", "brandId", "stock", "attributes", "numbers", "price"];
const sorts: Record<EngineQuery["sort"], string[]> = { relevance: [], newest: ["publishedAt:desc"], price_asc: ["price:asc"], price_desc: ["price:desc"], name: ["sortKey:asc"] };

/** Asks for a page and all facets in one request: a facet in which something is chosen is asked for without that. */
export async function askRound(wish: RoundWish): Promise<Round> {
  const { query } = wish;
  const choices = query.hasFacets ? choicesOf(query.filters) : [];
  const main = bothWays(wish, conditionsOf(query.filters), pageOf(wish));
  const others = choices.flatMap((choice) => bothWays(wish, conditionsOf(withoutChoice(query.filters, choice)), { facets: [facetOf(choice, query)], hitsPerPage: 0 }));
  const answers = await multiSearch(wish.link, [...main, ...others]);
  const counted = inGroups(answers, main.length).map(count);
  return {
    main: counted[0] ?? count([]),
    hits: answers[0]?.hits ?? [],
    leads: wish.leads === null ? [] : (answers[1]?.hits ?? []),
    byChoice: new Map(choices.map((choice, i) => [choice, counted[i + 1] ?? count([])])),
  };
}

/** How many products cost so much, for each of the ranges. Their own price range is left out. */
export async function countPrices(wish: RoundWish, ranges: readonly { from: number; to: number }[]): Promise<number[]> {
  const conditions = conditionsOf(withoutChoice(wish.query.filters, "price"));
  const asked = ranges.map(({ from, to }) => bothWays(wish, [...conditions, priceBetween(from, to)], { hitsPerPage: 0 }));
  const answers = await multiSearch(wish.link, asked.flat());
  return inGroups(answers, asked[0]?.length ?? 1).map((group) => count(group).total);
}

/** Whether anything has the words, whatever is chosen. */
export async function hasWords(wish: RoundWish): Promise<boolean> {
  const answers = await multiSearch(wish.link, bothWays(wish, [], { hitsPerPage: 0 }));
  return count(answers).total > 0;
}

/** Products by a condition alone. */
export async function findBy(link: Link, condition: string, limit: number): Promise<Hit[]> {
  const [answer] = await multiSearch(link, [{ q: "", filter: [condition], hitsPerPage: limit, page: 1, attributesToRetrieve: ["id", "codes"] }]);
  return answer?.hits ?? [];
}

export async function multiSearch(link: Link, queries: readonly Asked[]): Promise<Answer[]> {
  const indexUid = link.options.index;
  const asked = { queries: queries.map((query) => ({ indexUid, ...query })) };
  const { results } = await link.ask((client, signal) => client.multiSearch<MultiSearchParams, Hit>(asked, { signal }));
  return results;
}

/** Counts of several pages stop where no more can be seen. */
export function totalOf({ total }: Counted): Total {
  return boundedTotal(total);
}

/** By its words without those that stand apart, and those by themselves. */
function bothWays({ asked, query, hidden, leads, strategy }: RoundWish, conditions: string[], wanted: Asked): Asked[] {
  const filter = [...conditions, ...(hidden === null ? [] : [hidden])];
  const common = { page: 1, sort: sorts[query.sort], ...wanted };
  const words: Asked = { ...common, q: asked.q, matchingStrategy: strategy, attributesToSearchOn: [...textFields] };
  if (leads === null) return [{ ...words, filter }];
  return [
    { ...words, filter: [...filter, not(leads)] },
    { ...common, q: "", filter: [...filter, `(${leads})`] },
  ];
}

/** Those that stand apart are counted in, so a page is cut out of all that comes before it. */
function pageOf({ query: { offset, limit, hasFacets }, asked, leads }: RoundWish): Asked {
  const isAligned = leads === null && offset % limit === 0;
  return {
    ...(hasFacets ? { facets: mainFacets } : {}),
    ...(isAligned ? { page: offset / limit + 1, hitsPerPage: limit } : { hitsPerPage: offset + limit }),
    attributesToRetrieve: ["id", "codes", ...(asked.q === "" ? [] : ["bent", ...textFields])],
    showMatchesPosition: asked.q !== "",
  };
}

function facetOf(choice: Choice, { filters }: EngineQuery): string {
  if (choice === "category") return "categoryIds";
  if (choice === "brand") return "brandId";
  if (choice === "price" || choice === "stock") return choice;
  const code = choice.slice("attribute ".length);
  return filters.attributes.find((filter) => filter.code === code)?.type === "number" ? `numbers.${code}` : `attributes.${code}`;
}

function inGroups(answers: readonly Answer[], size: number): Answer[][] {
  return Array.from({ length: Math.ceil(answers.length / size) }, (_, i) => answers.slice(i * size, (i + 1) * size));
}

/** No product is in two of the answers, so that they add up. */
function count(answers: readonly Answer[]): Counted {
  const counted: Counted = { total: 0, distribution: {}, stats: {} };
  for (const { totalHits, facetDistribution, facetStats } of answers) {
    counted.total += totalHits ?? 0;
    for (const [field, values] of Object.entries(facetDistribution ?? {})) {
      const sums = (counted.distribution[field] ??= {});
      for (const [value, some] of Object.entries(values)) sums[value] = (sums[value] ?? 0) + some;
    }
    for (const [field, { min, max }] of Object.entries(facetStats ?? {})) {
      const known = counted.stats[field];
      counted.stats[field] = known ? { min: Math.min(known.min, min), max: Math.max(known.max, max) } : { min, max };
    }
  }
  return counted;
}
