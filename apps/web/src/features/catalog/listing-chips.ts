import { describeFilters } from "../../components/filters/describe-filters.ts";
import type { Chip } from "../../components/filters/filter-chips.tsx";
import { changeSearch, toggled } from "../../lib/filter-search.ts";
import type { Outputs } from "../../lib/trpc.ts";
import type { ListingSearch } from "./listing-search.ts";

/** What narrows a list, tags among it. */
export function listingChips(filters: Outputs["catalog"]["getFilters"], search: ListingSearch): Chip[] {
  const used = describeFilters(filters, search).map(({ label, changes }) => ({ label, without: changeSearch(search, changes) }));
  const tags = (search.tag ?? []).map((tag) => ({ label: tag, without: changeSearch(search, { tag: toggled(search.tag, tag) }) }));
  return [...used, ...tags];
}
