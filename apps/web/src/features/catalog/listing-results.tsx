import { Empty } from "../../components/empty.tsx";
import { Notice } from "../../components/notice.tsx";
import { Button } from "../../components/button.tsx";
import { buttonClass } from "../../components/button-look.ts";
import { ProductGrid, ProductGridSkeleton } from "../../components/product-grid.tsx";
import { readError } from "../../lib/api-error.ts";
import { changeSearch } from "../../lib/filter-search.ts";
import type { Outputs } from "../../lib/trpc.ts";
import type { InfiniteData, UseInfiniteQueryResult } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { isNarrowed, type ListingSearch } from "./listing-search.ts";
import { LoadMore } from "./load-more.tsx";

interface ListingResultsProps {
  list: UseInfiniteQueryResult<InfiniteData<Outputs["catalog"]["listProducts"]>>;
  search: ListingSearch;
}

export function ListingResults({ list, search }: ListingResultsProps) {
  if (list.isPending) return <ProductGridSkeleton columns={3} count={6} />;
  if (list.isError && !list.data) {
    return (
      <Notice tone="fault" title="This shelf could not be fetched." isAlert>
        <p>{readError(list.error).message}</p>
        <Button look="quiet" size="sm" className="mt-3" onClick={() => void list.refetch()}>
          Try again
        </Button>
      </Notice>
    );
  }
  const products = list.data?.pages.flatMap((page) => page.items) ?? [];
  if (products.length === 0) return <NothingFound search={search} />;
  return (
    <>
      {search.cursor && (
        <p className="text-sm">
          <Link to="." search={changeSearch(search, {})} className="link">
            Back to the beginning of the list
          </Link>
        </p>
      )}
      <ProductGrid products={products} columns={3} eagerCount={6} headingLevel="h2" />
      <LoadMore list={list} search={search} shownCount={products.length} />
    </>
  );
}

function NothingFound({ search }: { search: ListingSearch }) {
  if (!isNarrowed(search)) {
    return (
      <Empty title="This shelf is empty.">
        <p>We are between deliveries, or being picky. Look in again.</p>
      </Empty>
    );
  }
  return (
    <Empty
      title="Nothing answers to that."
      actions={
        <Link to="." search={{}} className={buttonClass({ look: "quiet" })}>
          Take all filters away
        </Link>
      }
    >
      <p>Each of these filters is reasonable. Together they describe something that we don’t have.</p>
    </Empty>
  );
}
