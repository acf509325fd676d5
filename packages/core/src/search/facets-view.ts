import type { EngineFacets, EngineFilters, FacetCount } from "./engine.ts";
import type { FacetLabels } from "./facet-labels.ts";
import type { SearchAttributeFacetView, SearchFacetsView } from "./views.ts";

const mostListed = 50;

/** Facets with names, and with what was chosen even where it counts nothing. What the shop no longer has is left out. */
export function facetsView(facets: EngineFacets, { labels, filters, currency }: { labels: FacetLabels; filters: EngineFilters; currency: string }): SearchFacetsView {
  const categoryIds = filters.categoryId === null ? [] : [filters.categoryId];
  return {
    categories: listed(facets.categories, categoryIds).flatMap(({ value, ...count }) => {
      const node = labels.tree.byId.get(value);
      return node ? [{ id: node.id, slug: node.slug, name: node.name, parentId: node.parent?.id ?? null, ...count }] : [];
    }),
    brands: listed(facets.brands, filters.brandIds).flatMap(({ value, ...count }) => {
      const brand = labels.brandsById.get(value);
      return brand ? [{ ...brand, ...count }] : [];
    }),
    attributes: labels.attributes.flatMap((attribute) => {
      const { code, name, type, unit } = attribute;
      const facet = facets.attributes.find((each) => each.code === code);
      const filter = filters.attributes.find((each) => each.code === code);
      if (!attribute.isFacet || (!facet && !filter)) return [];
      const labelOf = valueLabels(attribute);
      const chosen = type === "number" ? [] : (filter?.values ?? []);
      const values = listed(facet?.values ?? [], chosen).map(({ value, ...count }) => ({ value, label: labelOf(value), ...count }));
      return [{ code, name, type, unit, values: inOwnOrder(attribute, values), range: facet?.range ?? null }];
    }),
    inStock: { count: facets.inStock.count, isCapped: facets.inStock.isCapped, isChosen: filters.isInStock },
    price: facets.price && { ...facets.price, currency },
  };
}

export const noFacets: EngineFacets = { categories: [], brands: [], attributes: [], inStock: { value: "true", count: 0, isCapped: false }, price: null };

function listed(counts: readonly FacetCount[], chosen: readonly string[]): (FacetCount & { isChosen: boolean })[] {
  const isChosen = new Set(chosen);
  const counted = new Set(counts.map(({ value }) => value));
  const uncounted = chosen.filter((value) => !counted.has(value)).map((value) => ({ value, count: 0, isCapped: false }));
  const shown = counts.filter(({ value }, i) => i < mostListed || isChosen.has(value));
  return [...shown, ...uncounted].map((count) => ({ ...count, isChosen: isChosen.has(count.value) }));
}

function valueLabels({ type, choices }: FacetLabels["attributes"][number]): (value: string) => string {
  if (type === "boolean") return (value) => (value === "true" ? "Yes" : "No");
  const names = new Map(choices.map(({ slug, name }) => [slug, name]));
  return (value) => names.get(value) ?? value;
}

/** Choices in the order the shop gave them; texts as they are counted. */
function inOwnOrder({ choices }: FacetLabels["attributes"][number], values: SearchAttributeFacetView["values"]): SearchAttributeFacetView["values"] {
  if (choices.length === 0) return values;
  const places = new Map(choices.map(({ slug }, i) => [slug, i]));
  return values.toSorted((a, b) => (places.get(a.value) ?? choices.length) - (places.get(b.value) ?? choices.length));
}
