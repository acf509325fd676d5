import type { ListProductsInput } from "@cartwright/core/catalog/schemas";
import type { Api, Client } from "../../lib/trpc.ts";
import { infiniteQueryOptions, type QueryClient } from "@tanstack/react-query";
import type { ListingBase } from "./listing-search.ts";

/** A list and as many further pages as were asked for. The page it starts at is part of its name. */
export function listingQuery(client: Client, input: ListProductsInput) {
  return infiniteQueryOptions({
    queryKey: ["catalog.listing", input],
    queryFn: ({ pageParam, signal }) => client.catalog.listProducts.query({ ...input, cursor: pageParam }, { signal }),
    initialPageParam: input.cursor ?? null,
    getNextPageParam: (page) => page.nextCursor,
  });
}

export interface Loaders {
  api: Api;
  client: Client;
  queryClient: QueryClient;
}

export async function loadListing({ api, client, queryClient }: Loaders, base: ListingBase, input: ListProductsInput): Promise<void> {
  await Promise.all([
    queryClient.ensureInfiniteQueryData(listingQuery(client, input)),
    api.catalog.getFilters.ensureData(base),
  ]);
}

/** What the home page shows of the catalogue. */
export const newArrivals: CardsInput = { sort: "newest", limit: 8 };
export const bestseller: CardsInput = { tags: ["bestseller"], sort: "newest", limit: 1 };
export const onSale: CardsInput = { sort: "newest", tags: ["sale"], limit: 4 };

export type CardsInput = Partial<ListProductsInput>;

export async function loadHome({ api }: Loaders): Promise<void> {
  await Promise.all([newArrivals, bestseller, onSale].map((input) => api.catalog.listProducts.ensureData(input)));
}

/** Neighbours of a product: the newest of the category above its own, which may hold little else. */
export function sameShelf(breadcrumbs: readonly { slug: string }[]): CardsInput | null {
  const category = breadcrumbs.at(-2) ?? breadcrumbs.at(-1);
  return category ? { category: category.slug, limit: 5 } : null;
}

export async function loadProduct({ api }: Loaders, slug: string) {
  const page = await api.catalog.getProduct.ensureData({ slug });
  const shelf = sameShelf(page.product.breadcrumbs);
  if (shelf) await api.catalog.listProducts.ensureData(shelf);
  return page;
}
