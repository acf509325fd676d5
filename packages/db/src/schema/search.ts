import { bigint, boolean, index, integer, json, primaryKey, table, text, timestamp, uniqueIndex } from "../columns.ts";
import type { IndexStatus, SynonymKind } from "../constants/search.ts";

/** The two places of the embedded engine's index, made by the migration. Who writes to an index locks the row of slot 0 first. */
export const searchIndexes = table("search_indexes", {
  slot: integer("slot").primaryKey(),
  status: text<IndexStatus>("status").notNull(),
  /** Of the analysis it was built with: another version of the shop builds it anew. */
  settingsVersion: integer("settings_version").notNull(),
  /** Counts the rebuilds. */
  generation: integer("generation").notNull(),
  /** Counts what was written, so that servers know when their copy of the vocabulary is old. */
  changes: bigint("changes").notNull(),
  nextDoc: bigint("next_doc").notNull(),
  /** While building: the last product that is in, how many are, and how many there were at the start. */
  cursor: text("cursor"),
  builtCount: integer("built_count").notNull(),
  wantedCount: integer("wanted_count").notNull(),
  startedAt: timestamp("started_at"),
  finishedAt: timestamp("finished_at"),
  updatedAt: timestamp("updated_at"),
  lastError: text("last_error"),
});

/**
 * A product in an index. The words themselves are in `search_text_0` and `search_text_1`, which the migration makes by hand,
 * because each database has its own full-text index.
 */
export const searchDocuments = table(
  "search_documents",
  {
    /** Slot, how good a find it is by itself (in stock, sold often), and a number: in this order finds are looked at. */
    doc: bigint("doc").primaryKey(),
    slot: integer("slot").notNull(),
    productId: text("product_id").notNull(),
    /** Of all that the index knows of the product, and of its words alone. */
    hash: text("hash").notNull(),
    textHash: text("text_hash").notNull(),
    /** The words of name, brand, properties and groups, as ranking reads them. */
    fields: text("fields").notNull(),
    /** What it is counted under, a line each. */
    facets: text("facets").notNull(),
    inStock: boolean("in_stock").notNull(),
    popularity: integer("popularity").notNull(),
    priceMinor: bigint("price_minor"),
    publishedAt: timestamp("published_at"),
    sortKey: text("sort_key").notNull(),
  },
  (t) => [uniqueIndex("search_documents_product").on(t.slot, t.productId)],
);

/** The words of an index, for typing errors and beginnings of words. Counts may be too high until the next rebuild. */
export const searchTerms = table(
  "search_terms",
  {
    slot: integer("slot").notNull(),
    term: text("term").notNull(),
    documents: integer("documents").notNull(),
    /** How many have it elsewhere than in their description. */
    named: integer("named").notNull(),
    /** The index's `changes` when it came in. */
    since: bigint("since").notNull(),
  },
  (t) => [primaryKey({ columns: [t.slot, t.term] }), index("search_terms_since").on(t.slot, t.since)],
);

/** Products that an engine outside of the database could not be told of: it catches up with them. */
export const searchPending = table(
  "search_pending",
  {
    engine: text("engine").notNull(),
    productId: text("product_id").notNull(),
    notedAt: timestamp("noted_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.engine, t.productId] })],
);

/** Words that mean the same; one way, each of `terms` also finds what `replacements` find. */
export const searchSynonyms = table("search_synonyms", {
  id: text("id").primaryKey(),
  kind: text<SynonymKind>("kind").notNull(),
  terms: json<string[]>("terms").notNull(),
  /** Empty when all of them mean the same. */
  replacements: json<string[]>("replacements").notNull(),
  createdAt: timestamp("created_at").notNull(),
  updatedAt: timestamp("updated_at").notNull(),
});

/** A product that a query shows at a fixed place from 0, or never where `position` is null. */
export const searchPins = table(
  "search_pins",
  {
    id: text("id").primaryKey(),
    /** In the form that is the same for all its spellings. */
    query: text("query").notNull(),
    productId: text("product_id").notNull(),
    position: integer("position"),
    createdAt: timestamp("created_at").notNull(),
  },
  (t) => [uniqueIndex("search_pins_query").on(t.query, t.productId)],
);

/** A query that opens a page instead of a list. */
export const searchRedirects = table(
  "search_redirects",
  {
    id: text("id").primaryKey(),
    query: text("query").notNull(),
    url: text("url").notNull(),
    createdAt: timestamp("created_at").notNull(),
  },
  (t) => [uniqueIndex("search_redirects_query").on(t.query)],
);

/** Words that say nothing in this shop, beside those that say nothing anywhere. */
export const searchStopWords = table("search_stop_words", {
  word: text("word").primaryKey(),
  createdAt: timestamp("created_at").notNull(),
});

/** A search that somebody made: what was typed and what came of it, and nothing of who it was. */
export const searchQueries = table(
  "search_queries",
  {
    id: text("id").primaryKey(),
    query: text("query").notNull(),
    results: integer("results").notNull(),
    isPartial: boolean("is_partial").notNull(),
    isCorrected: boolean("is_corrected").notNull(),
    engine: text("engine").notNull(),
    at: timestamp("at").notNull(),
  },
  (t) => [index("search_queries_at").on(t.at), index("search_queries_query").on(t.query, t.at)],
);

/** A product that was opened from a search, and at which place it stood from 0. */
export const searchClicks = table(
  "search_clicks",
  {
    queryId: text("query_id").notNull(),
    productId: text("product_id").notNull(),
    position: integer("position").notNull(),
    at: timestamp("at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.queryId, t.productId] }), index("search_clicks_at").on(t.at)],
);

/** A product that was bought after a search had led to it, and when, to the day: nothing leads from here to the order. */
export const searchPurchases = table(
  "search_purchases",
  {
    queryId: text("query_id").notNull(),
    productId: text("product_id").notNull(),
    quantity: integer("quantity").notNull(),
    at: timestamp("at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.queryId, t.productId] }), index("search_purchases_at").on(t.at)],
);

/** What is searched for, counted, for suggestions. */
export const searchPopular = table(
  "search_popular",
  {
    query: text("query").primaryKey(),
    /** As most people type it. */
    shown: text("shown").notNull(),
    searches: integer("searches").notNull(),
    /** How many products its last search found. */
    results: integer("results").notNull(),
    lastAt: timestamp("last_at").notNull(),
  },
  (t) => [index("search_popular_searches").on(t.searches)],
);
