import * as search from "@cartwright/core/search";
import * as schemas from "@cartwright/core/search/schemas";
import { router, shopper, staff } from "../trpc.ts";

export const searchRouter = router({
  /** Products that a text means, with facets. Any text has an answer. */
  products: shopper.input(schemas.SearchProductsInput).query(({ ctx, input }) => search.searchProducts(ctx.core, input)),
  /** Products, categories and queries for what is being typed. Any text has an answer. */
  suggest: shopper.input(schemas.SuggestProductsInput).query(({ ctx, input }) => search.suggestProducts(ctx.core, input)),

  /** What the engines hold, and how far they are behind. Errors: `access.*`. */
  status: staff.query(({ ctx }) => search.getSearchStatus(ctx.core)),
  /** Holds a part of the index against the database. Errors: `access.*`. */
  verify: staff.input(schemas.VerifySearchInput).mutation(({ ctx, input }) => search.verifySearch(ctx.core, input)),
  /** Has the index made anew in the background. Errors: `access.*`. */
  rebuild: staff.input(schemas.RebuildSearchInput).mutation(({ ctx, input }) => search.rebuildSearch(ctx.core, input)),
});
