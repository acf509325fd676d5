import type { EngineFilters } from "./engine.ts";
import { findCategory, type FacetLabels } from "./facet-labels.ts";
import type { SearchProductsInput } from "./schemas.ts";

/** What was chosen, in ids. Null when something was chosen that the shop does not have: then nothing meets it. */
export function readFilters(labels: FacetLabels, input: SearchProductsInput): EngineFilters | null {
  const category = input.category ? findCategory(labels, input.category) : null;
  if (input.category && !category) return null;
  const brandIds = (input.brands ?? []).flatMap((handle) => (labels.brandsBySlug.get(handle) ?? labels.brandsById.get(handle))?.id ?? []);
  if (input.brands?.length && brandIds.length === 0) return null;
  const wanted = (input.attributes ?? []).filter(({ values, min, max }) => values?.length || min !== undefined || max !== undefined);
  const attributes = wanted.flatMap(({ code, values = [], min = null, max = null }) => {
    const type = labels.attributesByCode.get(code)?.type;
    return type ? [{ code, type, values, min, max }] : [];
  });
  if (attributes.length < wanted.length) return null;
  return {
    categoryId: category?.id ?? null,
    brandIds,
    attributes,
    priceMinMinor: input.priceMinMinor ?? null,
    priceMaxMinor: input.priceMaxMinor ?? null,
    isInStock: input.inStock ?? false,
  };
}
