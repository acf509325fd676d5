import type { Context } from "../kernel/index.ts";
import { forgetCategoryTree } from "./category-tree.ts";
import { forgetFilters } from "./get-filters.ts";
import { forgetListingCounts } from "./listing-counts.ts";

/** After a write has been committed: this server's readers see it at once, other servers' within seconds. */
export function forgetCatalog(ctx: Context): void {
  forgetCategoryTree(ctx);
  forgetListingCounts(ctx);
  forgetFilters(ctx);
}
