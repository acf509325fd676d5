import { attributeName, toggled, type Changes, type FilterSearch } from "../../lib/filter-search.ts";
import type { AttributeFacet } from "./attribute-facets.tsx";

export interface FilterInUse {
  label: string;
  /** What takes it away. */
  changes: Changes<FilterSearch>;
}

interface Facets {
  brands: readonly { slug: string; name: string }[];
  price: { currency: string } | null;
  attributes: readonly AttributeFacet[];
}

/** Each filter in use in words. */
export function describeFilters({ brands, price, attributes }: Facets, search: FilterSearch): FilterInUse[] {
  const used: FilterInUse[] = [];
  const { price_min: min, price_max: max } = search;
  if (search.in_stock) used.push({ label: "In stock", changes: { in_stock: undefined } });
  if (min ?? max) used.push({ label: rangeText(min, max, price?.currency), changes: { price_min: undefined, price_max: undefined } });
  for (const slug of search.brand ?? []) {
    const brand = brands.find((candidate) => candidate.slug === slug);
    used.push({ label: brand?.name ?? slug, changes: { brand: toggled(search.brand, slug) } });
  }
  return [...used, ...attributes.flatMap((facet) => ofAttribute(facet, search))];
}

function ofAttribute(facet: AttributeFacet, search: FilterSearch): FilterInUse[] {
  const name = attributeName(facet.code);
  const [min, max] = [attributeName(facet.code, "min"), attributeName(facet.code, "max")];
  const values = (search[name] ?? []).map((value) => ({
    label: facet.type === "boolean" && value === "true" ? facet.name : `${facet.name}: ${labelOf(facet, value)}`,
    changes: { [name]: toggled(search[name], value) },
  }));
  if (!search[min] && !search[max]) return values;
  const range = rangeText(search[min]?.[0], search[max]?.[0], facet.unit ?? undefined);
  return [...values, { label: `${facet.name}: ${range}`, changes: { [min]: undefined, [max]: undefined } }];
}

function labelOf(facet: AttributeFacet, value: string): string {
  return facet.values.find((candidate) => candidate.value === value)?.label ?? value;
}

function rangeText(min: string | undefined, max: string | undefined, unit = ""): string {
  const range = min && max ? `${min} to ${max}` : min ? `from ${min}` : `up to ${max}`;
  return `${range} ${unit}`.trim();
}
