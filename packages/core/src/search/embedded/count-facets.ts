import type { DocumentRow } from "@cartwright/db";
import type { EngineFacets, FacetCount, PriceFacet } from "../engine.ts";
import { inStockLine, readFacetLine, type FacetLine } from "./facet-lines.ts";
import type { Choice } from "./filters.ts";

/** The products to count a facet over, and whether there are more of them. */
export interface Counted {
  rows: readonly DocumentRow[];
  isCapped: boolean;
}

const bucketCount = 10;
const mostValues = 100;

/** Counts each facet over the products that meet all choices but its own. */
export function countFacets(countedFor: (choice: Choice | null) => Counted, chosenAttributes: readonly string[]): EngineFacets {
  const tallies = new Map<Counted, Tally>();
  const tallyFor = (choice: Choice | null): Tally => {
    const counted = countedFor(choice);
    const tally = tallies.get(counted) ?? tallyOf(counted);
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
    inStock: { value: "true", count: stock.byLine.get(inStockLine) ?? 0, isCapped: stock.isCapped },
    price: priceFacet(countedFor("price")),
  };
}

/** How many products have each line. */
interface Tally {
  byLine: ReadonlyMap<string, number>;
  isCapped: boolean;
}

function tallyOf({ rows, isCapped }: Counted): Tally {
  const byLine = new Map<string, number>();
  for (const { facets } of rows) {
    if (facets === "") continue;
    for (const line of facets.split("\n")) byLine.set(line, (byLine.get(line) ?? 0) + 1);
  }
  return { byLine, isCapped };
}

function countsOf({ byLine, isCapped }: Tally, kind: FacetLine["kind"]): FacetCount[] {
  const counts: FacetCount[] = [];
  for (const [line, count] of byLine) {
    const read = readFacetLine(line);
    if (read.kind === kind) counts.push({ value: read.value, count, isCapped });
  }
  return mostFirst(counts);
}

function attributeFacets({ byLine, isCapped }: Tally): EngineFacets["attributes"] {
  const byCode = new Map<string, { values: FacetCount[]; min: number; max: number }>();
  for (const [line, count] of byLine) {
    const { kind, code, value } = readFacetLine(line);
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

function priceFacet({ rows, isCapped }: Counted): PriceFacet | null {
  const prices = rows.flatMap(({ price_minor }) => price_minor ?? []);
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
