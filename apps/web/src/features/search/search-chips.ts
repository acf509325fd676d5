import { describeFilters } from "../../components/filters/describe-filters.ts";
import type { Chip } from "../../components/filters/filter-chips.tsx";
import { changeSearch } from "../../lib/filter-search.ts";
import type { Outputs } from "../../lib/trpc.ts";
import type { ProductSearch } from "./product-search.ts";

/** What narrows a search, the category first. */
export function searchChips(facets: Outputs["search"]["products"]["facets"], search: ProductSearch): Chip[] {
  const { category } = search;
  const name = facets.categories.find(({ isChosen }) => isChosen)?.name ?? category;
  const used = describeFilters(facets, search).map(({ label, changes }) => ({ label, without: changeSearch(search, changes) }));
  return name ? [{ label: name, without: changeSearch(search, { category: undefined }) }, ...used] : used;
}
