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
  const attributes = attributeFacets(tallyFor(null), (code) => !chosenAttributes.includes(code));
  const chosen = chosenAttributes.flatMap((own) => attributeFacets(tallyFor(`attribute ${own}`), (code) => code === own));
  const stock = tallyFor("stock");
  return {
    categories: countsOf(tallyFor("category"), ({ categories }) => categories),
    brands: countsOf(tallyFor("brand"), ({ brands }) => brands),
    attributes: [...chosen, ...attributes],
    inStock: { value: "true", count: stock.inStock, isCapped: stock.isCapped },
    price: priceFacet(countedFor("price")),
  };
}

interface LineCount {
  value: string;
  count: number;
}

interface AttributeCount {
  values: LineCount[];
  min: number;
  max: number;
}

/** How many products have each line. */
interface Tally {
  categories: LineCount[];
  brands: LineCount[];
  attributes: Map<string, AttributeCount>;
  inStock: number;
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
  const tally: Tally = { categories: [], brands: [], attributes: new Map(), inStock: 0, isCapped };
  for (const line of counted) {
    const facet = facets[line];
    if (facet) addLine(tally, facet, counts[line] ?? 0);
    counts[line] = 0;
  }
  return tally;
}

function addLine(tally: Tally, { kind, code, value, number }: FacetLine, count: number): void {
  if (kind === "category") tally.categories.push({ value, count });
  else if (kind === "brand") tally.brands.push({ value, count });
  else if (kind === "stock") tally.inStock = count;
  else if (kind === "attribute") attributeOf(tally, code).values.push({ value, count });
  else if (kind === "number") {
    const own = attributeOf(tally, code);
    own.min = Math.min(own.min, number);
    own.max = Math.max(own.max, number);
  }
}

function attributeOf({ attributes }: Tally, code: string): AttributeCount {
  let own = attributes.get(code);
  if (!own) attributes.set(code, (own = { values: [], min: Infinity, max: -Infinity }));
  return own;
}

function countsOf(tally: Tally, listOf: (tally: Tally) => LineCount[]): FacetCount[] {
  return mostFirst(listOf(tally), tally.isCapped);
}

function attributeFacets({ attributes, isCapped }: Tally, isWanted: (code: string) => boolean): EngineFacets["attributes"] {
  return [...attributes].flatMap(([code, { values, min, max }]) =>
    isWanted(code) ? [{ code, values: mostFirst(values, isCapped), range: min <= max ? { min, max } : null }] : [],
  );
}

function mostFirst(counts: readonly LineCount[], isCapped: boolean): FacetCount[] {
  // Most values of a long list are of few products: those that can't be among the first are not sorted.
  const leastCount = counts.length <= mostValues ? 0 : -(Float64Array.from(counts, ({ count }) => -count).toSorted()[mostValues - 1] ?? 0);
  const likely = counts.filter(({ count }) => count >= leastCount);
  const first = likely.toSorted((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1)).slice(0, mostValues);
  return first.map(({ value, count }) => ({ value, count, isCapped }));
}

function priceFacet({ documents, isCapped }: Counted): PriceFacet | null {
  const prices: number[] = [];
  let [minMinor, maxMinor] = [Infinity, -Infinity];
  for (const { priceMinor } of documents) {
    if (priceMinor === null) continue;
    prices.push(priceMinor);
    if (priceMinor < minMinor) minMinor = priceMinor;
    if (priceMinor > maxMinor) maxMinor = priceMinor;
  }
  if (prices.length === 0) return null;
  const width = Math.max(1, Math.ceil((maxMinor - minMinor + 1) / bucketCount));
  const buckets: PriceFacet["buckets"] = [];
  for (let from = minMinor; from <= maxMinor; from += width) buckets.push({ fromMinor: from, toMinor: Math.min(maxMinor, from + width - 1), count: 0 });
  for (const price of prices) {
    const bucket = buckets[Math.floor((price - minMinor) / width)];
    if (bucket) bucket.count += 1;
  }
  return { minMinor, maxMinor, buckets, isCapped };
}
