import * as search from "@cartwright/core/search";
import * as schemas from "@cartwright/core/search/schemas";
import { router, shopper, staffWith } from "../trpc.ts";
import { visitorOf } from "../visitor.ts";

export const searchRouter = router({
  /** Products that a text means, with facets. Any text has an answer. */
  products: shopper.input(schemas.SearchProductsInput).query(({ ctx, input }) => search.searchProducts(ctx.core, input, visitorOf(ctx))),
  /** Products, categories and queries for what is being typed. Any text has an answer. */
  suggest: shopper.input(schemas.SuggestProductsInput).query(({ ctx, input }) => search.suggestProducts(ctx.core, input)),
  /** Queries that many made and that found something, for who does not know what to type. */
  popular: shopper.query(({ ctx }) => search.listPopularQueries(ctx.core)),
  /** A product was opened from a search: counts how good the place was. Nothing of who did it is kept. */
  click: shopper.input(schemas.ClickSearchInput).mutation(({ ctx, input }) => search.clickSearch(ctx.core, input)),
  /** An order of one's own has products that were opened from searches. Counts those. Errors: `order.not_found`, `access.sign_in_required`. */
  purchased: shopper.input(schemas.PurchaseSearchInput).mutation(({ ctx, input }) => search.purchaseSearch(ctx.core, input)),

  /** What the engines hold, and how far they are behind. Errors: `access.*`. */
  status: staffWith("search.read").query(({ ctx }) => search.getSearchStatus(ctx.core)),
  /** Holds a part of the index against the database. Errors: `access.*`. */
  verify: staffWith("search.read", "search.write").input(schemas.VerifySearchInput).mutation(({ ctx, input }) => search.verifySearch(ctx.core, input)),
  /** Has the index made anew in the background. Errors: `access.*`. */
  rebuild: staffWith("search.write").input(schemas.RebuildSearchInput).mutation(({ ctx, input }) => search.rebuildSearch(ctx.core, input)),

  /** The shop's synonyms. Errors: `access.*`. */
  listSynonyms: staffWith("search.read").query(({ ctx }) => search.listSynonyms(ctx.core)),
  /** Words that mean the same, or one way. Errors: `search.no_words`, `search.same_word`, `search.synonyms_exist`, `search.too_many_rules`, `access.*`. */
  addSynonyms: staffWith("search.write").input(schemas.AddSynonymsInput).mutation(({ ctx, input }) => search.addSynonyms(ctx.core, input)),
  /** By their id. Errors: `synonyms.not_found`, `access.*`. */
  removeSynonyms: staffWith("search.write").input(schemas.RemoveSynonymsInput).mutation(({ ctx, input }) => search.removeSynonyms(ctx.core, input)),
  /** Words that searches leave out in this shop. Errors: `access.*`. */
  listStopWords: staffWith("search.read").query(({ ctx }) => search.listStopWords(ctx.core)),
  /** Leaves a word out. Errors: `search.no_words`, `search.not_one_word`, `search.stop_word_exists`, `search.too_many_rules`, `access.*`. */
  addStopWord: staffWith("search.write").input(schemas.StopWordInput).mutation(({ ctx, input }) => search.addStopWord(ctx.core, input)),
  /** Looks for a word again. Errors: `stop_word.not_found`, `search.no_words`, `access.*`. */
  removeStopWord: staffWith("search.write").input(schemas.StopWordInput).mutation(({ ctx, input }) => search.removeStopWord(ctx.core, input)),
  /** Pinned and hidden products of all queries. Errors: `access.*`. */
  listPins: staffWith("search.read").query(({ ctx }) => search.listPins(ctx.core)),
  /** Gives a product a fixed place, from 0, for a query. Errors: `product.not_found`, `search.no_words`, `search.place_taken`, `search.too_many_rules`, `access.*`. */
  pinProduct: staffWith("search.write").input(schemas.PinProductInput).mutation(({ ctx, input }) => search.pinProduct(ctx.core, input)),
  /** Shows a product no more for a query. Errors: `product.not_found`, `search.no_words`, `search.too_many_rules`, `access.*`. */
  hideProduct: staffWith("search.write").input(schemas.HideProductInput).mutation(({ ctx, input }) => search.hideProduct(ctx.core, input)),
  /** Ends either for a query and product. Errors: `pin.not_found`, `search.no_words`, `access.*`. */
  unpinProduct: staffWith("search.write").input(schemas.UnpinProductInput).mutation(({ ctx, input }) => search.unpinProduct(ctx.core, input)),
  /** Queries that open a page. Errors: `access.*`. */
  listRedirects: staffWith("search.read").query(({ ctx }) => search.listRedirects(ctx.core)),
  /** Has a query open a page of the shop or of the web. Errors: `search.no_words`, `search.redirect_circle`, `search.too_many_rules`, `access.*`. */
  setRedirect: staffWith("search.write").input(schemas.SetRedirectInput).mutation(({ ctx, input }) => search.setRedirect(ctx.core, input)),
  /** Has a query open a list again. Errors: `redirect.not_found`, `search.no_words`, `access.*`. */
  removeRedirect: staffWith("search.write").input(schemas.RemoveRedirectInput).mutation(({ ctx, input }) => search.removeRedirect(ctx.core, input)),

  /** What shoppers searched for in a period of days, and what came of it. Errors: `search.bad_period`, `access.*`. */
  report: staffWith("search.read").input(schemas.SearchReportInput).query(({ ctx, input }) => search.reportSearches(ctx.core, input)),
});
