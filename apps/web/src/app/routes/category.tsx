import { Breadcrumbs } from "../../components/breadcrumbs.tsx";
import { Subcategories } from "../../features/catalog/subcategories.tsx";
import { readListingSearch } from "../../features/catalog/listing-search.ts";
import { trpc } from "../../lib/trpc.ts";
import { createRoute, redirect } from "@tanstack/react-router";
import { pageData } from "../page-data.ts";
import { pageHead } from "../page-head.ts";
import { ListingPage } from "./listing-page.tsx";
import { listingPendingMilliseconds, loadListingPage } from "./load-listing-page.ts";
import { rootRoute } from "./root.tsx";

export const categoryRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/categories/$slug",
  validateSearch: readListingSearch,
  // The router leaves in what the reading above has dropped.
  loaderDeps: ({ search }) => readListingSearch(search),
  loader: async ({ context, params: { slug }, deps }) => {
    const category = await pageData(context.api.catalog.getCategory.ensureData({ slug }));
    if (category.slug !== slug) {
      throw redirect({ to: "/categories/$slug", params: { slug: category.slug }, search: deps, statusCode: 301 });
    }
    await loadListingPage(context, { category: slug }, deps);
    const shop = await context.api.shop.get.ensureData();
    return {
      title: category.seoTitle ?? `${category.name} · ${shop.name}`,
      description: category.seoDescription ?? category.description,
      canonical: `${context.origin}/categories/${slug}`,
    };
  },
  // While filters change, the list stays in sight.
  pendingMs: listingPendingMilliseconds,
  head: ({ loaderData }) => (loaderData ? pageHead(loaderData) : {}),
  component: CategoryPage,
});

function CategoryPage() {
  const { slug } = categoryRoute.useParams();
  const search = categoryRoute.useLoaderDeps();
  const [category] = trpc.catalog.getCategory.useSuspenseQuery({ slug });
  return (
    <ListingPage
      // Another category starts with its own filters open.
      key={slug}
      title={category.name}
      description={category.description}
      breadcrumbs={<Breadcrumbs categories={category.breadcrumbs.filter((crumb) => crumb.slug !== slug)} current={category.name} />}
      base={{ category: slug }}
      search={search}
    >
      <Subcategories categories={category.children} />
    </ListingPage>
  );
}
