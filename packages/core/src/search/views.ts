import type { AttributeType } from "@cartwright/db/constants/catalog";
import type { ImageView, ProductCardView, RefView } from "../catalog/index.ts";
import type { BreakerState, EngineStatus, RebuildProgress } from "./engine.ts";

/** A piece of a text, and whether it is what was searched for. */
export interface SegmentView {
  text: string;
  isMatch: boolean;
}

export interface SearchHitView extends ProductCardView {
  highlights: {
    title: SegmentView[];
    /** A piece of the description, where the words are in it and not all of them in the title. */
    description: SegmentView[] | null;
  };
}

/** A count is exact unless it is capped: then there are at least so many, shown as "1,000+". */
export interface CountView {
  count: number;
  isCapped: boolean;
}

export interface CategoryFacetView extends RefView, CountView {
  parentId: string | null;
  isChosen: boolean;
}

export interface BrandFacetView extends RefView, CountView {
  isChosen: boolean;
}

export interface SearchAttributeFacetView {
  code: string;
  name: string;
  type: AttributeType;
  unit: string | null;
  /** For text, list and boolean: `value` goes into the filter, `label` is for people. */
  values: ({ value: string; label: string; isChosen: boolean } & CountView)[];
  /** For numbers. */
  range: { min: number; max: number } | null;
}

export interface PriceFacetView {
  minMinor: number;
  maxMinor: number;
  currency: string;
  /** At most ten, of the same width. */
  buckets: { fromMinor: number; toMinor: number; count: number }[];
  isCapped: boolean;
}

/** Each facet is counted as if nothing were chosen in it, with all other choices. */
export interface SearchFacetsView {
  categories: CategoryFacetView[];
  brands: BrandFacetView[];
  attributes: SearchAttributeFacetView[];
  inStock: CountView & { isChosen: boolean };
  price: PriceFacetView | null;
}

export interface SearchResultView {
  hits: SearchHitView[];
  total: number;
  /** There are more than `total`. */
  isTotalCapped: boolean;
  page: number;
  perPage: number;
  facets: SearchFacetsView;
  /** What was probably meant: the hits are of that where nothing has the words as typed. */
  didYouMean: string | null;
  /** Nothing has all of the words: these have most of them. */
  isPartial: boolean;
  /** Where this query leads instead of a list. */
  redirect: string | null;
  /**
   * To be sent along with what comes of the search (`search.click`, `search.purchased`). Null when it is not counted: further
   * pages, chosen filters and other orders belong to the search they began with, and staff are not counted.
   */
  queryId: string | null;
  engine: string;
}

export interface ProductSuggestionView extends RefView {
  image: ImageView | null;
  brand: string | null;
  priceFrom: ProductCardView["priceFrom"];
  highlights: SegmentView[];
}

export interface SuggestionsView {
  products: ProductSuggestionView[];
  /** With the names of all above, from the root. */
  categories: (RefView & { path: string[]; highlights: SegmentView[] })[];
  /** Whole queries: what others searched for, then words of products. */
  queries: { text: string; highlights: SegmentView[] }[];
}

/** A whole query that many made. */
export interface PopularQueryView {
  text: string;
}

export interface SearchEngineStatusView extends Omit<EngineStatus, "updatedAt" | "breaker" | "pending"> {
  name: string;
  role: "main" | "fallback";
  updatedAt: string | null;
  /** Null for an engine that is not asked over the network. While it is open, the fallback answers. */
  breaker: BreakerState | null;
  /** Products that could not be written when they changed; they are caught up with. */
  pending: number;
}

export interface SearchStatusView {
  engines: SearchEngineStatusView[];
  /** Products that belong into an index. */
  products: number;
  /** Changes of the shop that no index knows yet, and how old the oldest is. */
  lag: { waiting: number; dead: number; oldestSeconds: number | null };
}

/** A part of a walk through database and index. */
export interface SearchVerificationView {
  engine: string;
  checked: number;
  /** Not in the index; other in it than in the database; in it and no longer for sale. */
  missing: string[];
  stale: string[];
  extra: string[];
  repaired: number;
  /** Null at the end of the walk. */
  nextCursor: string | null;
}

export type RebuildView = RebuildProgress & { engine: string };
