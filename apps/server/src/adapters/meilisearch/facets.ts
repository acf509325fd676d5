import type { Choice, EngineFacets, EngineFilters, FacetCount, PriceFacet } from "@cartwright/core/search";
import { mostHits } from "@cartwright/core/search/schemas";
import { countPrices, type Counted, type Round, type RoundWish } from "./ask-round.ts";

const bucketCount = 10;
const attributePrefix = "attributes.";
const numberPrefix = "numbers.";

/** Facets of a round. Counts are exact, whatever their size; the histogram takes one more request. */
export async function readFacets(round: Round, wish: RoundWish): Promise<EngineFacets> {
  const countedFor = (choice: Choice) => round.byChoice.get(choice) ?? round.main;
  return {
    categories: countsOf(countedFor("category"), "categoryIds"),
    brands: countsOf(countedFor("brand"), "brandId"),
    attributes: attributesOf(round, wish.query.filters),
    inStock: { value: "true", count: countedFor("stock").distribution["stock"]?.["1"] ?? 0, isCapped: false },
    price: await priceFacet(countedFor("price"), wish),
  };
}

function countsOf({ distribution }: Counted, field: string): FacetCount[] {
  const counts = Object.entries(distribution[field] ?? {}).map(([value, count]) => ({ value, count, isCapped: false }));
  return counts.toSorted((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
}

/** Each attribute from the answer that leaves out what is chosen of it. */
function attributesOf({ main, byChoice }: Round, { attributes }: EngineFilters): EngineFacets["attributes"] {
  const chosen = attributes.map(({ code }) => code);
  const own = chosen.flatMap((code) => facetsOf(byChoice.get(`attribute ${code}`) ?? main).filter((facet) => facet.code === code));
  return [...own, ...facetsOf(main).filter(({ code }) => !chosen.includes(code))];
}

function facetsOf(counted: Counted): EngineFacets["attributes"] {
  const texts = Object.keys(counted.distribution).filter((field) => field.startsWith(attributePrefix));
  const numbers = Object.entries(counted.stats).filter(([field]) => field.startsWith(numberPrefix));
  return [
    ...texts.map((field) => ({ code: field.slice(attributePrefix.length), values: countsOf(counted, field), range: null })).filter(({ values }) => values.length > 0),
    ...numbers.map(([field, range]) => ({ code: field.slice(numberPrefix.length), values: [], range })),
  ];
}

async function priceFacet(counted: Counted, wish: RoundWish): Promise<PriceFacet | null> {
  const { min: minMinor, max: maxMinor } = counted.stats["price"] ?? {};
  if (minMinor === undefined || maxMinor === undefined) return null;
  const width = Math.max(1, Math.ceil((maxMinor - minMinor + 1) / bucketCount));
  const ranges: { from: number; to: number }[] = [];
  for (let from = minMinor; from <= maxMinor; from += width) ranges.push({ from, to: Math.min(maxMinor, from + width - 1) });
  const counts = ranges.length === 1 ? [counted.total] : await countPrices(wish, ranges);
  const buckets = ranges.map(({ from, to }, i) => ({ fromMinor: from, toMinor: to, count: Math.min(mostHits, counts[i] ?? 0) }));
  return { minMinor, maxMinor, buckets, isCapped: counts.some((count) => count > mostHits) };
}
