import type { Api, Outputs } from "../../lib/trpc.ts";
import type { ProductSearch } from "./product-search.ts";
import { searchInput } from "./search-input.ts";

/** What a search page shows; ways on too, where nothing was found. */
export async function loadSearch(api: Api, search: ProductSearch): Promise<Outputs["search"]["products"]> {
  const { currency } = await api.shop.get.ensureData();
  const result = await api.search.products.ensureData(searchInput(search, currency));
  if (result.total === 0) await api.search.popular.prefetch();
  return result;
}
