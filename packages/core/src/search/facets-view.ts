import type { EngineFacets, EngineFilters, FacetCount } from "./engine.ts";
import type { FacetLabels } from "./facet-labels.ts";
import type { SearchAttributeFacetView, SearchFacetsView } from "./views.ts";

const mostListed = 50;

/** Facets with names, and with what was chosen even where it counts nothing. What the shop no longer has is left out. */
export function facetsView(facets: EngineFacets, { labels, filters, currency }: { labels: FacetLabels; filters: EngineFilters; currency: string }): SearchFacetsView {
  const categoryIds = filters.categoryId === null ? [] : [filters.categoryId];
  return {
    categories: listed(facets.categories, categoryIds).flatMap(({ value, count, isCapped, isChosen }) => {
      const node = labels.tree.byId.get(value);
      return node ? [{ id: node.id, slug: node.slug, name: node.name, parentId: node.parent?.id ?? null, count, isCapped, isChosen }] : [];
    }),
    brands: listed(facets.brands, filters.brandIds).flatMap(({ value, count, isCapped, isChosen }) => {
      const brand = labels.brandsById.get(value);
      return brand ? [{ id: brand.id, slug: brand.slug, name: brand.name, count, isCapped, isChosen }] : [];
    }),
    attributes: labels.attributes.flatMap((attribute) => {
      const { code, name, type, unit } = attribute;
      const facet = facets.attributes.find((each) => each.code === code);
      const filter = filters.attributes.find((each) => each.code === code);
      if (!attribute.isFacet || (!facet && !filter)) return [];
      const { labelOf } = valuesOf(attribute);
      const chosen = type === "number" ? [] : (filter?.values ?? []);
      const values = listed(facet?.values ?? [], chosen).map(({ value, count, isCapped, isChosen }) => ({ value, label: labelOf(value), count, isCapped, isChosen }));
      return [{ code, name, type, unit, values: inOwnOrder(attribute, values), range: facet?.range ?? null }];
    }),
    inStock: { count: facets.inStock.count, isCapped: facets.inStock.isCapped, isChosen: filters.isInStock },
    price: facets.price && { ...facets.price, currency },
  };
}

export const noFacets: EngineFacets = { categories: [], brands: [], attributes: [], inStock: { value: "true", count: 0, isCapped: false }, price: null };

function listed(counts: readonly FacetCount[], chosen: readonly string[]): (FacetCount & { isChosen: boolean })[] {
  const isChosen = (value: string) => chosen.includes(value);
  const uncounted = chosen.filter((value) => counts.every((each) => each.value !== value)).map((value) => ({ value, count: 0, isCapped: false }));
  const shown = counts.filter(({ value }, i) => i < mostListed || isChosen(value));
  return [...shown, ...uncounted].map(({ value, count, isCapped }) => ({ value, count, isCapped, isChosen: isChosen(value) }));
}

type Attribute = FacetLabels["attributes"][number];

interface AttributeValues {
  labelOf: (value: string) => string;
  placeOf: (value: string) => number;
}

const knownValues = new WeakMap<Attribute, AttributeValues>();

/** Read once an attribute, which is kept for some seconds. */
function valuesOf(attribute: Attribute): AttributeValues {
  let values = knownValues.get(attribute);
  if (!values) {
    const { type, choices } = attribute;
    const names = new Map(choices.map(({ slug, name }, place) => [slug, { name, place }]));
    const labelOf = type === "boolean" ? (value: string) => (value === "true" ? "Yes" : "No") : (value: string) => names.get(value)?.name ?? value;
    values = { labelOf, placeOf: (value) => names.get(value)?.place ?? choices.length };
    knownValues.set(attribute, values);
  }
  return values;
}

/** Choices in the order the shop gave them; texts as they are counted. */
function inOwnOrder(attribute: Attribute, values: SearchAttributeFacetView["values"]): SearchAttributeFacetView["values"] {
  if (attribute.choices.length === 0) return values;
  const { placeOf } = valuesOf(attribute);
  return values.toSorted((a, b) => placeOf(a.value) - placeOf(b.value));
}
