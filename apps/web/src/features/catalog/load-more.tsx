import { Notice } from "../../components/notice.tsx";
import { buttonClass } from "../../components/button-look.ts";
import type { Outputs } from "../../lib/trpc.ts";
import type { InfiniteData, UseInfiniteQueryResult } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { MouseEvent } from "react";
import type { ListingSearch } from "./listing-search.ts";

interface LoadMoreProps {
  list: UseInfiniteQueryResult<InfiniteData<Outputs["catalog"]["listProducts"]>>;
  search: ListingSearch;
  shownCount: number;
}

/** A link to the next page, which works anywhere; with JavaScript it adds that page to this one. */
export function LoadMore({ list, search, shownCount }: LoadMoreProps) {
  const last = list.data?.pages.at(-1);
  if (!last?.nextCursor) return null;
  const { count, isExact } = last.total;
  const click = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    if (!list.isFetchingNextPage) void list.fetchNextPage();
  };
  return (
    <div className="space-y-4 pt-8 text-center">
      {list.isFetchNextPageError && (
        <Notice tone="fault" isAlert>
          The next page did not come. Try once more.
        </Notice>
      )}
      <p className="figures text-sm text-soft">
        {shownCount} of {isExact ? count : `more than ${count.toLocaleString("en-GB")}`}
      </p>
      <Link
        to="."
        search={{ ...search, cursor: last.nextCursor }}
        preload={false}
        onClick={click}
        aria-busy={list.isFetchingNextPage}
        className={buttonClass({ look: "quiet" })}
      >
        {list.isFetchingNextPage ? "Fetching more …" : "Show more"}
      </Link>
    </div>
  );
}
