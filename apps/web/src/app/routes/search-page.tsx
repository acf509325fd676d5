import { loadSearch } from "../../features/search/load-search.ts";
import { countPages } from "../../features/search/pages-around.ts";
import type { ProductSearch } from "../../features/search/product-search.ts";
import { resultTitle } from "../../features/search/result-title.ts";
import { SearchProblem } from "../../features/search/search-problem.tsx";
import { SearchResults } from "../../features/search/search-results.tsx";
import { changeSearch } from "../../lib/filter-search.ts";
import { trpc } from "../../lib/trpc.ts";
import { getRouteApi, redirect, useRouter, type ErrorComponentProps } from "@tanstack/react-router";
import type { RouterContext } from "../router-context.ts";

const route = getRouteApi("/search");

/** Words that have a page of their own lead there; a page behind the last one is the last one. */
export async function loadSearchPage({ api }: RouterContext, search: ProductSearch) {
  const [result, shop] = await Promise.all([loadSearch(api, search), api.shop.get.ensureData()]);
  if (result.redirect) throw redirect({ href: result.redirect, statusCode: 302 });
  const last = countPages(result.total);
  if (last > 0 && result.page > last) throw redirect({ to: "/search", search: { ...changeSearch(search, {}), ...(last > 1 ? { page: String(last) } : {}) } });
  return { title: `${resultTitle(search.q, result)} · ${shop.name}` };
}

export function SearchPage() {
  const [shop] = trpc.shop.get.useSuspenseQuery();
  return <SearchResults search={route.useLoaderDeps()} currency={shop.currency} />;
}

export function SearchErrorPage({ error }: ErrorComponentProps) {
  const router = useRouter();
  return <SearchProblem error={error} onRetry={() => void router.invalidate()} />;
}
