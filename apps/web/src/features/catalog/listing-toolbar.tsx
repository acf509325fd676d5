import { productSortLabels, productSorts } from "@cartwright/core/catalog/schemas";
import { Button } from "../../components/button.tsx";
import { changeSearch, isNarrowed, readSort, type ListingSearch } from "./listing-search.ts";
import { useChangeListing } from "./use-change-listing.ts";

interface ListingToolbarProps {
  search: ListingSearch;
  total: { count: number; isExact: boolean } | null;
  onOpenFilters: () => void;
}

export function ListingToolbar({ search, total, onOpenFilters }: ListingToolbarProps) {
  const change = useChangeListing();
  return (
    <div className="flex flex-wrap items-center justify-between gap-3 border-b border-line pb-4">
      <output className="figures text-sm text-soft">{total && totalText(total)}</output>
      <div className="flex items-center gap-3">
        <Button look="quiet" size="sm" className="lg:hidden noscript:hidden" onClick={onOpenFilters}>
          {isNarrowed(search) ? "Filters, changed" : "Filter"}
        </Button>
        <label className="flex items-center gap-2 text-sm">
          <span className="text-soft max-sm:sr-only">Order by</span>
          <select
            // Without JavaScript it is sent with the filters.
            form="filters"
            name="sort"
            value={search.sort ?? "newest"}
            onChange={(event) => change(changeSearch(search, { sort: readSort(event.target.value) }))}
            className="min-h-10 rounded-md border border-edge bg-sheet px-2.5 text-sm"
          >
            {productSorts.map((sort) => (
              <option key={sort} value={sort}>
                {productSortLabels[sort]}
              </option>
            ))}
          </select>
        </label>
      </div>
    </div>
  );
}

function totalText({ count, isExact }: { count: number; isExact: boolean }): string {
  if (!isExact) return `${count.toLocaleString("en-GB")}+ things`;
  return count === 1 ? "1 thing" : `${count.toLocaleString("en-GB")} things`;
}
