import { ContentsIndex } from "../../features/catalog/contents-index.tsx";
import { bestseller, loadHome, newArrivals, onSale } from "../../features/catalog/loaders.ts";
import { ProductRow } from "../../features/catalog/product-row.tsx";
import { Hero } from "../../features/shop/hero.tsx";
import { HouseRules } from "../../features/shop/house-rules.tsx";
import { trpc } from "../../lib/trpc.ts";
import { createRoute, Link } from "@tanstack/react-router";
import { pageHead } from "../page-head.ts";
import { rootRoute } from "./root.tsx";

export const homeRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/",
  loader: async ({ context }) => {
    const [shop] = await Promise.all([context.api.shop.get.ensureData(), loadHome(context)]);
    return { title: `${shop.name}: ${shop.tagline}`, canonical: `${context.origin}/` };
  },
  head: ({ loaderData }) => (loaderData ? pageHead(loaderData) : {}),
  component: HomePage,
});

function HomePage() {
  const { data: favourites } = trpc.catalog.listProducts.useQuery(bestseller);
  return (
    <div className="space-y-20 lg:space-y-28">
      <Hero product={favourites?.items[0] ?? null} />
      <ContentsIndex />
      <ProductRow title="New this season" input={newArrivals} count={8} more={<Link to="/products" className="link">All that is new</Link>} />
      <HouseRules />
      <ProductRow title="For less" input={onSale} count={4} more={<Link to="/products" search={{ tag: ["sale"] }} className="link">All that is reduced</Link>} />
    </div>
  );
}
