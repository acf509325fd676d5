import type { Outputs } from "../../lib/trpc.ts";
import { attributeName, changeSearch, toggleValue, type ListingSearch } from "./listing-search.ts";

interface ActiveFilter {
  label: string;
  /** The same list without it. */
  without: ListingSearch;
}

type Filters = Outputs["catalog"]["getFilters"];
type Facet = Filters["attributes"][number];

/** Each filter in use in words. */
export function activeFilters(filters: Filters, search: ListingSearch): ActiveFilter[] {
  const active: ActiveFilter[] = [];
  const { price_min: min, price_max: max } = search;
  if (search.in_stock) active.push({ label: "In stock", without: changeSearch(search, { in_stock: undefined }) });
  if (min ?? max) {
    active.push({ label: rangeText(min, max, filters.price?.currency), without: changeSearch(search, { price_min: undefined, price_max: undefined }) });
  }
  for (const slug of search.brand ?? []) {
    const brand = filters.brands.find((candidate) => candidate.slug === slug);
    active.push({ label: brand?.name ?? slug, without: toggleValue(search, "brand", slug) });
  }
  for (const tag of search.tag ?? []) active.push({ label: tag, without: toggleValue(search, "tag", tag) });
  return [...active, ...filters.attributes.flatMap((facet) => ofAttribute(facet, search))];
}

function ofAttribute(facet: Facet, search: ListingSearch): ActiveFilter[] {
  const name = attributeName(facet.code);
  const [min, max] = [attributeName(facet.code, "min"), attributeName(facet.code, "max")];
  const values = (search[name] ?? []).map((value) => ({
    label: facet.type === "boolean" && value === "true" ? facet.name : `${facet.name}: ${labelOf(facet, value)}`,
    without: toggleValue(search, name, value),
  }));
  if (!search[min] && !search[max]) return values;
  const range = rangeText(search[min]?.[0], search[max]?.[0], facet.unit ?? undefined);
  return [...values, { label: `${facet.name}: ${range}`, without: changeSearch(search, { [min]: undefined, [max]: undefined }) }];
}

function labelOf(facet: Facet, value: string): string {
  return facet.values.find((candidate) => candidate.value === value)?.label ?? value;
}

function rangeText(min: string | undefined, max: string | undefined, unit = ""): string {
  const range = min && max ? `${min} to ${max}` : min ? `from ${min}` : `up to ${max}`;
  return `${range} ${unit}`.trim();
}
