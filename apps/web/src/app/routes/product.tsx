import { AddToCart } from "../../features/cart/add-to-cart.tsx";
import { loadProduct, sameShelf } from "../../features/catalog/loaders.ts";
import { ProductDetails } from "../../features/catalog/product-details.tsx";
import { plainText, productJsonLd } from "../../features/catalog/product-json-ld.ts";
import { ProductRow } from "../../features/catalog/product-row.tsx";
import { useAvailability } from "../../features/catalog/use-availability.ts";
import { useChosenVariant } from "../../features/catalog/use-chosen-variant.ts";
import { textOf } from "../../lib/search-params.ts";
import { trpc } from "../../lib/trpc.ts";
import { createRoute, redirect } from "@tanstack/react-router";
import { pageData } from "../page-data.ts";
import { pageHead } from "../page-head.ts";
import { rootRoute } from "./root.tsx";

export const productRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/products/$slug",
  // Named even when there is none: what is not named stays as it came.
  validateSearch: (raw: Record<string, unknown>): { variant?: string | undefined } => ({ variant: textOf(raw["variant"]) }),
  loader: async ({ context, params: { slug }, location }) => {
    const { product } = await pageData(loadProduct(context, slug));
    if (product.slug !== slug) {
      const variant = textOf(new URLSearchParams(location.searchStr).get("variant"));
      throw redirect({ to: "/products/$slug", params: { slug: product.slug }, search: variant ? { variant } : {}, statusCode: 301 });
    }
    const shop = await context.api.shop.get.ensureData();
    const picture = product.images[0];
    return {
      title: product.seoTitle ?? `${product.title} · ${shop.name}`,
      description: product.seoDescription ?? plainText(product.descriptionHtml),
      canonical: `${context.origin}/products/${slug}`,
      image: picture ? new URL(picture.url, context.origin).href : null,
      jsonLd: productJsonLd(product, context.origin),
    };
  },
  head: ({ loaderData }) => {
    if (!loaderData) return {};
    const { jsonLd, ...page } = loaderData;
    const head = pageHead(page);
    return { ...head, meta: [...head.meta, { "script:ld+json": jsonLd }] };
  },
  component: ProductPage,
});

function ProductPage() {
  const { slug } = productRoute.useParams();
  const search = productRoute.useSearch();
  const [{ product }] = trpc.catalog.getProduct.useSuspenseQuery({ slug });
  const available = useAvailability(product);
  const variant = useChosenVariant(product, search.variant, available);
  const shelf = sameShelf(product.breadcrumbs);
  const buy = (
    <AddToCart
      key={variant.id}
      variantId={variant.id}
      title={variant.title ? `${product.title}, ${variant.title}` : product.title}
      available={available.get(variant.id) ?? variant.available}
    />
  );
  return (
    <div className="space-y-20">
      <ProductDetails key={product.id} product={product} variant={variant} available={available} actions={buy} />
      {shelf && <ProductRow title="From the same shelf" input={shelf} count={4} exceptId={product.id} />}
    </div>
  );
}
