import { useNavigate, useRouterState } from "@tanstack/react-router";
import type { FilterSearch } from "./filter-search.ts";

/** Goes to the same list with other filters, without jumping to the top. */
export function useShowList(): (search: FilterSearch) => void {
  const navigate = useNavigate();
  return (search) => void navigate({ to: ".", search, resetScroll: false });
}

/** The filters as last asked for, while their list may still be on its way: a box that is ticked is ticked at once. */
export function useWantedSearch<Search extends FilterSearch>(shown: Search, read: (raw: Record<string, unknown>) => Search): Search {
  const wanted = useRouterState({
    select: ({ location, resolvedLocation }) => (location.pathname === resolvedLocation?.pathname ? location.search : null),
  });
  return wanted ? read(wanted) : shown;
}
