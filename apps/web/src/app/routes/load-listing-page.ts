import { loadListing } from "../../features/catalog/loaders.ts";
import { listingInput, type ListingBase, type ListingSearch } from "../../features/catalog/listing-search.ts";
import { readError } from "../../lib/api-error.ts";
import { changeSearch } from "../../lib/filter-search.ts";
import { redirect } from "@tanstack/react-router";
import { pageData } from "../page-data.ts";
import type { RouterContext } from "../router-context.ts";

/** How long the page before stays, before an empty one takes its place. */
export const listingPendingMilliseconds = 10_000;

/** The list of a page. A cursor that leads nowhere any more starts the list anew. */
export async function loadListingPage(context: RouterContext, base: ListingBase, search: ListingSearch): Promise<void> {
  const { currency } = await context.api.shop.get.ensureData();
  try {
    await loadListing(context, base, listingInput(base, search, currency));
  } catch (error) {
    if (readError(error).reason === "page.bad_cursor") throw redirect({ to: ".", search: changeSearch(search, {}) });
    await pageData(Promise.reject(error));
  }
}
