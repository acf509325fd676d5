import { Button } from "../../components/button.tsx";
import { Sheet } from "../../components/sheet.tsx";
import { classNames } from "../../lib/class-names.ts";
import { trpc } from "../../lib/trpc.ts";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { ActiveFilters } from "./active-filters.tsx";
import { FilterForm } from "./filter-form.tsx";
import { ListingResults } from "./listing-results.tsx";
import { ListingToolbar } from "./listing-toolbar.tsx";
import { listingInput, type ListingBase, type ListingSearch } from "./listing-search.ts";
import { listingQuery } from "./loaders.ts";
import { useWantedSearch } from "./use-change-listing.ts";

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
  const wanted = useWantedSearch(search);
  const isChanging = JSON.stringify(wanted) !== JSON.stringify(search);
  const form = filters && { filters, search: wanted, hasBrands: !base.brand };
  return (
    <div className="grid gap-x-12 gap-y-6 lg:grid-cols-[15rem_1fr]">
      <aside aria-label="Filters" className="hidden lg:block noscript:block">
        {form && <FilterForm id="filters" {...form} />}
      </aside>
      <section aria-label="Products" className="min-w-0 space-y-6">
        <ListingToolbar search={wanted} total={total} onOpenFilters={() => setSheetOpen(true)} />
        {filters && <ActiveFilters filters={filters} search={search} />}
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
