import { z } from "zod";
import { OrderAccess } from "../../orders/schemas.ts";

/** As `search.products` gave it out. */
const QueryId = z.string().regex(/^sqr_[0-9a-z]{26}$/, "This is not the id of a search.");
const ProductId = z.string().max(60);

export const ClickSearchInput = z.object({
  queryId: QueryId,
  productId: ProductId,
  /** Where the product stood, from 0, counted over all pages. */
  position: z.int().min(0).max(999),
});
export type ClickSearchInput = z.infer<typeof ClickSearchInput>;

export const PurchaseSearchInput = z.object({
  /** An order of one's own, as for `orders.mine`, `orders.byToken` or `orders.lookUp`. */
  access: OrderAccess,
  /** Products that were opened from searches: those of them that the order has are counted. */
  finds: z.array(z.object({ queryId: QueryId, productId: ProductId })).min(1).max(50),
});
export type PurchaseSearchInput = z.infer<typeof PurchaseSearchInput>;

export const SearchReportInput = z.object({
  /** Days in UTC, both of them included. Without them: the last 30 days. */
  sinceOn: z.iso.date().optional(),
  untilOn: z.iso.date().optional(),
  /** How many rows each list has at most. */
  limit: z.int().min(1).max(100).default(10),
});
export type SearchReportInput = z.infer<typeof SearchReportInput>;
