import { readProductSearch } from "../../features/search/product-search.ts";
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { pageHead } from "../page-head.ts";
import { listingPendingMilliseconds } from "./load-listing-page.ts";
import { rootRoute } from "./root.tsx";

export const searchRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/search",
  validateSearch: readProductSearch,
  // The router leaves in what the reading above has dropped.
  loaderDeps: ({ search }) => readProductSearch(search),
  loader: async ({ context, deps }) => (await import("./search-page.tsx")).loadSearchPage(context, deps),
  // Nothing is searched for before somebody asks for it: searches are counted.
  preload: false,
  // While filters change, the list stays in sight.
  pendingMs: listingPendingMilliseconds,
  head: ({ loaderData }) => pageHead({ title: loaderData?.title ?? "Search", isPrivate: true }),
  component: lazyRouteComponent(() => import("./search-page.tsx"), "SearchPage"),
  errorComponent: lazyRouteComponent(() => import("./search-page.tsx"), "SearchErrorPage"),
});
