import { searchSortLabels } from "@cartwright/core/search/schemas";
import { useAnnounce } from "../../components/announcer.tsx";
import { Button } from "../../components/button.tsx";
import { FilterChips } from "../../components/filters/filter-chips.tsx";
import { ListToolbar } from "../../components/filters/list-toolbar.tsx";
import { ProductGridSkeleton } from "../../components/product-grid.tsx";
import { Sheet } from "../../components/sheet.tsx";
import { classNames } from "../../lib/class-names.ts";
import { countText } from "../../lib/count-text.ts";
import { changeSearch } from "../../lib/filter-search.ts";
import { trpc, type Outputs } from "../../lib/trpc.ts";
import { useShowList, useWantedSearch } from "../../lib/use-filter-search.ts";
import { keepPreviousData } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { NothingFound } from "./nothing-found.tsx";
import { PageLinks } from "./page-links.tsx";
import { countPages } from "./pages-around.ts";
import { isNarrowed, readProductSearch, withoutFilters, type ProductSearch } from "./product-search.ts";
import { ResultNotes } from "./result-notes.tsx";
import { resultTitle } from "./result-title.ts";
import { searchChips } from "./search-chips.ts";
import { SearchFilters } from "./search-filters.tsx";
import { SearchHits } from "./search-hits.tsx";
import { readSort, searchInput } from "./search-input.ts";
import { SearchProblem } from "./search-problem.tsx";
import { SmallScreenField } from "./small-screen-field.tsx";

interface SearchResultsProps {
  search: ProductSearch;
  currency: string;
}

/** What a text finds, with all that it can be narrowed by; everything that is chosen stands in the address. */
export function SearchResults({ search, currency }: SearchResultsProps) {
  const answer = trpc.search.products.useQuery(searchInput(search, currency), { placeholderData: keepPreviousData });
  if (answer.data) return <Results result={answer.data} search={search} />;
  if (answer.isError) return <SearchProblem error={answer.error} onRetry={() => void answer.refetch()} />;
  return <ProductGridSkeleton columns={3} count={6} />;
}

function Results({ result, search }: { result: Outputs["search"]["products"]; search: ProductSearch }) {
  const [isSheetOpen, setSheetOpen] = useState(false);
  const show = useShowList();
  const wanted = useWantedSearch(search, readProductSearch);
  const isChanging = JSON.stringify(wanted) !== JSON.stringify(search);
  const { total, isTotalCapped, facets, page } = result;
  const title = resultTitle(search.q, result);
  const list = useNewPage(page);
  useSaid(title, search.q);
  const hasFilters = total > 0 || isNarrowed(search);
  return (
    <div className="space-y-8">
      <header className="space-y-4">
        <h1 className="text-3xl wrap-break-word">{title}</h1>
        <SmallScreenField q={search.q} />
        <ResultNotes result={result} />
      </header>
      <div className={hasFilters ? "grid gap-x-12 gap-y-6 lg:grid-cols-[15rem_1fr]" : ""}>
        {hasFilters && (
          <aside aria-label="Filters" className="hidden lg:block noscript:block">
            <SearchFilters id="filters" facets={facets} search={wanted} />
          </aside>
        )}
        <section ref={list} tabIndex={-1} aria-label="Products" className="min-w-0 scroll-mt-4 space-y-6 outline-none">
          {hasFilters && (
            <ListToolbar
              summary={shownText(result)}
              isNarrowed={isNarrowed(wanted)}
              sorts={searchSortLabels}
              sort={readSort(wanted.sort)}
              onSort={(sort) => show(changeSearch(wanted, { sort: sort === "relevance" ? undefined : sort }))}
              onOpenFilters={() => setSheetOpen(true)}
            />
          )}
          {total > 0 && <FilterChips chips={searchChips(facets, search)} without={withoutFilters(search)} />}
          <div aria-busy={isChanging} className={classNames("transition-opacity", isChanging && "opacity-50")}>
            {total === 0 ? <NothingFound result={result} search={search} /> : <SearchHits result={result} text={search.q ?? ""} />}
            <PageLinks search={search} page={page} pageCount={countPages(total)} />
          </div>
        </section>
      </div>
      <Sheet
        title="Filter"
        isOpen={isSheetOpen}
        onClose={() => setSheetOpen(false)}
        footer={
          <Button className="w-full" onClick={() => setSheetOpen(false)}>
            {total > 0 ? `Show ${countText(total, isTotalCapped)}` : "Show"}
          </Button>
        }
      >
        <SearchFilters id="sheet-filters" facets={facets} search={wanted} />
      </Sheet>
    </div>
  );
}

/** Which of them are on this page. */
function shownText({ hits, total, isTotalCapped, page, perPage }: Outputs["search"]["products"]): string {
  if (hits.length === 0) return "None";
  const first = (page - 1) * perPage + 1;
  return `${countText(first)} to ${countText(first + hits.length - 1)} of ${countText(total, isTotalCapped)}`;
}

/** Says what was found once other words are searched for from the same page. */
function useSaid(title: string, q: string | undefined): void {
  const announce = useAnnounce();
  const said = useRef(q);
  useEffect(() => {
    if (said.current === q) return;
    said.current = q;
    announce(title);
  }, [announce, title, q]);
}

/** The focus starts at the list once another page of it is turned to. */
function useNewPage(page: number) {
  const list = useRef<HTMLElement>(null);
  const shown = useRef(page);
  useEffect(() => {
    if (shown.current === page) return;
    shown.current = page;
    list.current?.focus({ preventScroll: true });
  }, [page]);
  return list;
}
