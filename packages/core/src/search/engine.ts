import type { AttributeType } from "@cartwright/db/constants/catalog";
import type { Context, Total } from "../kernel/index.ts";
import type { SearchDocument } from "./documents.ts";
import type { SearchRules } from "./rules/rules.ts";
import type { SearchSort } from "./schemas.ts";

/** Finds products by words. What it knows of them it is told; it never asks the catalogue what it may answer. */
export interface SearchEngine {
  /** `sqlite`, `postgres` or `meilisearch`: shown to staff and kept with each search. */
  readonly name: string;
  search(ctx: Context, query: EngineQuery): Promise<EngineResult>;
  suggest(ctx: Context, query: SuggestQuery): Promise<EngineSuggestions>;
  /**
   * Brings these products to what `source` says of them now; those it says nothing of leave the index. To be repeated
   * as often as one likes. Outside of transactions.
   */
  sync(ctx: Context, productIds: readonly string[], source: DocumentSource): Promise<void>;
  /**
   * Begins a new index beside the one that answers, or goes on with one that was begun for the same settings. `isFresh`
   * throws away what was begun.
   */
  startRebuild(ctx: Context, source: DocumentSource, options: { isFresh: boolean }): Promise<void>;
  /** Does a part of a rebuild, some seconds at most, and puts the new index in the place of the old one when it is full. */
  continueRebuild(ctx: Context, source: DocumentSource): Promise<RebuildProgress>;
  /** What is in the index, by product id. */
  walk(ctx: Context, page: { after: string | null; limit: number }): Promise<IndexedProduct[]>;
  status(ctx: Context): Promise<EngineStatus>;
  /**
   * For engines outside of the database, every few seconds: applies settings that differ, and brings in what could not be
   * written when it changed. Never fails because the engine is out of reach.
   */
  tend?(ctx: Context, source: DocumentSource): Promise<{ caughtUp: number; isRebuildWanted: boolean }>;
}

/** The engine that answers, and the one that answers while that is out of reach. Both are kept in step. */
export interface SearchPort {
  main: SearchEngine;
  fallback?: SearchEngine;
}

declare module "../kernel/context.ts" {
  interface Ports {
    search: SearchPort;
  }
}

/** Where documents come from. */
export interface DocumentSource {
  /** Those of the products that belong into an index, as they are now. */
  load(ctx: Context, productIds: readonly string[]): Promise<SearchDocument[]>;
  /** Ids of products that belong into an index, in their order. */
  idsAfter(ctx: Context, after: string | null, limit: number): Promise<string[]>;
  count(ctx: Context): Promise<number>;
}

export interface EngineQuery {
  /** As it was typed; empty for all products. */
  text: string;
  filters: EngineFilters;
  sort: SearchSort;
  offset: number;
  limit: number;
  hasFacets: boolean;
  rules: SearchRules;
}

/** What a product has to be, in ids. Several brands or values of one attribute: any of them; several attributes: all of them. */
export interface EngineFilters {
  /** With everything below it. */
  categoryId: string | null;
  brandIds: readonly string[];
  attributes: readonly EngineAttributeFilter[];
  priceMinMinor: number | null;
  priceMaxMinor: number | null;
  isInStock: boolean;
}

export interface EngineAttributeFilter {
  code: string;
  type: AttributeType;
  values: readonly string[];
  min: number | null;
  max: number | null;
}

export interface EngineResult {
  /** Product ids, best first. */
  hits: string[];
  /** Exact to 1,000. */
  total: Total;
  facets: EngineFacets | null;
  /** The words of products that the query meant, as `text/analyse.ts` makes them: what is to be marked in texts. */
  matchedTerms: string[];
  /** What was probably meant, when something was taken for a typing error. */
  didYouMean: string | null;
  /** No product has all of the words: these have most of them. */
  isPartial: boolean;
}

/** Each facet is counted as if nothing were chosen in it. */
export interface EngineFacets {
  categories: FacetCount[];
  brands: FacetCount[];
  attributes: { code: string; values: FacetCount[]; range: { min: number; max: number } | null }[];
  inStock: FacetCount;
  price: PriceFacet | null;
}

export interface FacetCount {
  /** Id of the category or brand; the attribute's value as a filter takes it. */
  value: string;
  /** There are at least so many; exactly so many unless `isCapped`. */
  count: number;
  isCapped: boolean;
}

export interface PriceFacet {
  minMinor: number;
  maxMinor: number;
  /** Ten of the same width; the last includes its end. */
  buckets: { fromMinor: number; toMinor: number; count: number }[];
  isCapped: boolean;
}

export interface SuggestQuery {
  text: string;
  limit: number;
  rules: SearchRules;
}

export interface EngineSuggestions {
  /** Product ids, best first. */
  products: string[];
  matchedTerms: string[];
  /** The typed text with its last word completed by words of products. */
  completions: string[];
}

export interface IndexedProduct {
  productId: string;
  hash: string;
}

export interface RebuildProgress {
  isDone: boolean;
  /** The engine is out of reach: who looks after it (`tend`) has the rebuild gone on with. */
  isPaused?: boolean;
  built: number;
  wanted: number;
}

export interface EngineStatus {
  state: "ready" | "building" | "empty" | "unreachable";
  documents: number;
  generation: number;
  /** The index was made by another version of the shop, and should be made anew. */
  isOutdated: boolean;
  /** Of a rebuild that runs or was interrupted. */
  rebuild: RebuildProgress | null;
  sizeBytes: number | null;
  updatedAt: Date | null;
  lastError: string | null;
  /** Of engines that are asked over the network: while it is open they are not. */
  breaker?: BreakerState;
  /** Products that wait to be written, because they could not be when they changed. */
  pending?: number;
}

export type BreakerState = "closed" | "open" | "half_open";
