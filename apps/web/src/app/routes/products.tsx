import { readListingSearch } from "../../features/catalog/listing-search.ts";
import { createRoute } from "@tanstack/react-router";
import { pageHead } from "../page-head.ts";
import { ListingPage } from "./listing-page.tsx";
import { listingPendingMilliseconds, loadListingPage } from "./load-listing-page.ts";
import { rootRoute } from "./root.tsx";

const title = "Everything";
const description = "All of it on one long shelf. The filters are there for people with an appointment later.";

export const productsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/products",
  validateSearch: readListingSearch,
  // The router leaves in what the reading above has dropped.
  loaderDeps: ({ search }) => readListingSearch(search),
  loader: async ({ context, deps }) => {
    await loadListingPage(context, {}, deps);
    const shop = await context.api.shop.get.ensureData();
    return { title: `${title} · ${shop.name}`, description, canonical: `${context.origin}/products` };
  },
  // While filters change, the list stays in sight.
  pendingMs: listingPendingMilliseconds,
  head: ({ loaderData }) => (loaderData ? pageHead(loaderData) : {}),
  component: ProductsPage,
});

function ProductsPage() {
  const search = productsRoute.useLoaderDeps();
  return <ListingPage title={title} description={description} base={{}} search={search} />;
}
