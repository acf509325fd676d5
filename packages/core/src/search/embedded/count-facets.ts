import type { EngineFacets, FacetCount, PriceFacet } from "../engine.ts";
import type { FacetLine } from "./facet-lines.ts";
import type { Choice } from "./filters.ts";
import { facetsStart, type Numbers, type ReadDocument } from "./read-document.ts";

/** The products to count a facet over, and whether there are more of them. */
export interface Counted {
  documents: readonly ReadDocument[];
  isCapped: boolean;
}

const bucketCount = 10;
const mostValues = 100;

/** Counts each facet over the products that meet all choices but its own. */
export function countFacets(countedFor: (choice: Choice | null) => Counted, chosenAttributes: readonly string[], numbers: Numbers): EngineFacets {
  const tallies = new Map<Counted, Tally>();
  const tallyFor = (choice: Choice | null): Tally => {
    const counted = countedFor(choice);
    const tally = tallies.get(counted) ?? tallyOf(counted, numbers);
    tallies.set(counted, tally);
    return tally;
  };
  const attributes = attributeFacets(tallyFor(null)).filter(({ code }) => !chosenAttributes.includes(code));
  const chosen = chosenAttributes.flatMap((code) => attributeFacets(tallyFor(`attribute ${code}`)).filter((facet) => facet.code === code));
  const stock = tallyFor("stock");
  return {
    categories: countsOf(tallyFor("category"), "category"),
    brands: countsOf(tallyFor("brand"), "brand"),
    attributes: [...chosen, ...attributes],
    inStock: { value: "true", count: stock.lines.find(({ facet }) => facet.kind === "stock")?.count ?? 0, isCapped: stock.isCapped },
    price: priceFacet(countedFor("price")),
  };
}

/** How many products have each line. */
interface Tally {
  lines: readonly { facet: FacetLine; count: number }[];
  isCapped: boolean;
}

/** By the number of a line, used again by every call and always left at zeros: no call waits in here. */
let counts = new Int32Array(4_096);

function tallyOf({ documents, isCapped }: Counted, { facets }: Numbers): Tally {
  if (counts.length < facets.length) counts = new Int32Array(2 * facets.length);
  const counted: number[] = [];
  for (const document of documents) {
    const { numbers, end } = document;
    for (let i = facetsStart(document); i < end; i += 1) {
      const line = numbers[i] ?? 0;
      const count = (counts[line] ?? 0) + 1;
      if (count === 1) counted.push(line);
      counts[line] = count;
    }
  }
  const lines = counted.flatMap((line) => {
    const [facet, count] = [facets[line], counts[line] ?? 0];
    counts[line] = 0;
    return facet ? [{ facet, count }] : [];
  });
  return { lines, isCapped };
}

function countsOf({ lines, isCapped }: Tally, kind: FacetLine["kind"]): FacetCount[] {
  return mostFirst(lines.flatMap(({ facet, count }) => (facet.kind === kind ? [{ value: facet.value, count, isCapped }] : [])));
}

function attributeFacets({ lines, isCapped }: Tally): EngineFacets["attributes"] {
  const byCode = new Map<string, { values: FacetCount[]; min: number; max: number }>();
  for (const { facet: line, count } of lines) {
    const { kind, code, value } = line;
    if (kind !== "attribute" && kind !== "number") continue;
    const facet = byCode.get(code) ?? { values: [], min: Infinity, max: -Infinity };
    byCode.set(code, facet);
    if (kind === "attribute") {
      facet.values.push({ value, count, isCapped });
    } else {
      facet.min = Math.min(facet.min, Number(value));
      facet.max = Math.max(facet.max, Number(value));
    }
  }
  return [...byCode].map(([code, { values, min, max }]) => ({ code, values: mostFirst(values), range: min <= max ? { min, max } : null }));
}

function mostFirst(counts: FacetCount[]): FacetCount[] {
  return counts.toSorted((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1)).slice(0, mostValues);
}

function priceFacet({ documents, isCapped }: Counted): PriceFacet | null {
  const prices = documents.flatMap(({ priceMinor }) => priceMinor ?? []);
  if (prices.length === 0) return null;
  const minMinor = prices.reduce((least, price) => Math.min(least, price), Infinity);
  const maxMinor = prices.reduce((most, price) => Math.max(most, price), -Infinity);
  const width = Math.max(1, Math.ceil((maxMinor - minMinor + 1) / bucketCount));
  const buckets: PriceFacet["buckets"] = [];
  for (let from = minMinor; from <= maxMinor; from += width) buckets.push({ fromMinor: from, toMinor: Math.min(maxMinor, from + width - 1), count: 0 });
  for (const price of prices) {
    const bucket = buckets[Math.floor((price - minMinor) / width)];
    if (bucket) bucket.count += 1;
  }
  return { minMinor, maxMinor, buckets, isCapped };
}
