import { Breadcrumbs } from "../../components/breadcrumbs.tsx";
import { readListingSearch } from "../../features/catalog/listing-search.ts";
import { trpc } from "../../lib/trpc.ts";
import { createRoute, notFound } from "@tanstack/react-router";
import { pageHead } from "../page-head.ts";
import { ListingPage } from "./listing-page.tsx";
import { listingPendingMilliseconds, loadListingPage } from "./load-listing-page.ts";
import { rootRoute } from "./root.tsx";

export const brandRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/brands/$slug",
  validateSearch: readListingSearch,
  // The router leaves in what the reading above has dropped.
  loaderDeps: ({ search }) => readListingSearch(search),
  loader: async ({ context, params: { slug }, deps }) => {
    const brands = await context.api.catalog.listBrands.ensureData();
    const brand = brands.find((candidate) => candidate.slug === slug);
    if (!brand) throw notFound();
    await loadListingPage(context, { brand: slug }, deps);
    const shop = await context.api.shop.get.ensureData();
    return { title: `${brand.name} · ${shop.name}`, description: brand.description, canonical: `${context.origin}/brands/${slug}` };
  },
  // While filters change, the list stays in sight.
  pendingMs: listingPendingMilliseconds,
  head: ({ loaderData }) => (loaderData ? pageHead(loaderData) : {}),
  component: BrandPage,
});

function BrandPage() {
  const { slug } = brandRoute.useParams();
  const search = brandRoute.useLoaderDeps();
  const [brands] = trpc.catalog.listBrands.useSuspenseQuery();
  const brand = brands.find((candidate) => candidate.slug === slug);
  if (!brand) return null;
  return (
    <ListingPage
      key={slug}
      title={brand.name}
      description={brand.description}
      breadcrumbs={<Breadcrumbs categories={[]} current={brand.name} />}
      base={{ brand: slug }}
      search={search}
    />
  );
}
