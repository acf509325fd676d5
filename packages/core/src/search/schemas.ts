import { z } from "zod";
import { AttributeFilter } from "../catalog/schemas.ts";

export * from "./analytics/schemas.ts";
export * from "./rules/schemas.ts";

export const searchSorts = ["relevance", "newest", "price_asc", "price_desc", "name"] as const;
export const SearchSort = z.enum(searchSorts);
export type SearchSort = z.infer<typeof SearchSort>;

export const searchSortLabels: Record<SearchSort, string> = {
  relevance: "Best match",
  newest: "Newest first",
  price_asc: "Price, low to high",
  price_desc: "Price, high to low",
  name: "Name, A to Z",
};

/** Hits beyond are not shown: who has seen a thousand products types another word. */
export const mostHits = 1_000;
const longestText = 1_000;

/** Any text is searched for. What no database keeps is taken out, and what comes after 1,000 characters is left out. */
const QueryText = z.string().overwrite((text) => text.slice(0, longestText).replace(/[\0\p{Surrogate}]/gu, " "));
const Handle = z.string().max(100);
const Amount = z.int().min(0).max(1_000_000_000_000);

export const SearchProductsInput = z.object({
  text: QueryText.default(""),
  /** Id or slug; with everything below it. */
  category: Handle.optional(),
  /** Ids or slugs: any of them. */
  brands: z.array(Handle).max(50).optional(),
  /** All of them; of one attribute any of its values. */
  attributes: z.array(AttributeFilter).max(20).optional(),
  /** Minor units; both ends are included. */
  priceMinMinor: Amount.optional(),
  priceMaxMinor: Amount.optional(),
  inStock: z.boolean().optional(),
  sort: SearchSort.default("relevance"),
  page: z.int().min(1).max(mostHits).default(1),
  perPage: z.int().min(1).max(48).default(24),
});
export type SearchProductsInput = z.infer<typeof SearchProductsInput>;
export type SearchProductsDraft = z.input<typeof SearchProductsInput>;

export const SuggestProductsInput = z.object({ text: QueryText.default(""), limit: z.int().min(1).max(20).default(6) });
export type SuggestProductsInput = z.infer<typeof SuggestProductsInput>;

export const VerifySearchInput = z.object({
  /** Puts right what differs. */
  repair: z.boolean().default(false),
  /** Where the last part of the walk ended; without it the walk begins. */
  cursor: z.string().max(200).nullish(),
  limit: z.int().min(1).max(1_000).default(500),
});
export type VerifySearchInput = z.infer<typeof VerifySearchInput>;

export const RebuildSearchInput = z.object({
  /** Throws away what an interrupted rebuild has done. */
  isFresh: z.boolean().default(false),
});
export type RebuildSearchInput = z.infer<typeof RebuildSearchInput>;
