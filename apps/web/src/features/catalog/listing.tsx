import { productSortLabels } from "@cartwright/core/catalog/schemas";
import { Button } from "../../components/button.tsx";
import { FilterChips } from "../../components/filters/filter-chips.tsx";
import { ListToolbar } from "../../components/filters/list-toolbar.tsx";
import { Sheet } from "../../components/sheet.tsx";
import { classNames } from "../../lib/class-names.ts";
import { thingsText } from "../../lib/count-text.ts";
import { changeSearch } from "../../lib/filter-search.ts";
import { trpc } from "../../lib/trpc.ts";
import { useShowList, useWantedSearch } from "../../lib/use-filter-search.ts";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { FilterForm } from "./filter-form.tsx";
import { listingChips } from "./listing-chips.ts";
import { ListingResults } from "./listing-results.tsx";
import { isNarrowed, listingInput, readListingSearch, readSort, withoutFilters, type ListingBase, type ListingSearch } from "./listing-search.ts";
import { listingQuery } from "./loaders.ts";

interface ListingProps {
  base: ListingBase;
  search: ListingSearch;
  currency: string;
}

/** A list of products with its filters, all of them in the address. */
export function Listing({ base, search, currency }: ListingProps) {
  const [isSheetOpen, setSheetOpen] = useState(false);
  const list = useInfiniteQuery(listingQuery(trpc.useUtils().client, listingInput(base, search, currency)));
  const { data: filters } = trpc.catalog.getFilters.useQuery(base);
  const total = list.data?.pages[0]?.total ?? null;
  const show = useShowList();
  const wanted = useWantedSearch(search, readListingSearch);
  const isChanging = JSON.stringify(wanted) !== JSON.stringify(search);
  const form = filters && { filters, search: wanted, hasBrands: !base.brand };
  return (
    <div className="grid gap-x-12 gap-y-6 lg:grid-cols-[15rem_1fr]">
      <aside aria-label="Filters" className="hidden lg:block noscript:block">
        {form && <FilterForm id="filters" {...form} />}
      </aside>
      <section aria-label="Products" className="min-w-0 space-y-6">
        <ListToolbar
          summary={total && thingsText(total.count, !total.isExact)}
          isNarrowed={isNarrowed(wanted)}
          sorts={productSortLabels}
          sort={wanted.sort ?? "newest"}
          onSort={(sort) => show(changeSearch(wanted, { sort: readSort(sort) }))}
          onOpenFilters={() => setSheetOpen(true)}
        />
        {filters && <FilterChips chips={listingChips(filters, search)} without={withoutFilters(search)} />}
        <div aria-busy={isChanging} className={classNames("space-y-6 transition-opacity", isChanging && "opacity-50")}>
          <ListingResults list={list} search={search} />
        </div>
      </section>
      <Sheet
        title="Filter"
        isOpen={isSheetOpen}
        onClose={() => setSheetOpen(false)}
        footer={
          <Button className="w-full" onClick={() => setSheetOpen(false)}>
            {total ? `Show ${total.count}${total.isExact ? "" : "+"}` : "Show"}
          </Button>
        }
      >
        {form && <FilterForm id="sheet-filters" {...form} />}
      </Sheet>
    </div>
  );
}
