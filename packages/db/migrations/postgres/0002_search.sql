CREATE TABLE "search_clicks" (
	"query_id" text COLLATE "C" NOT NULL,
	"product_id" text COLLATE "C" NOT NULL,
	"position" integer NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "search_clicks_query_id_product_id_pk" PRIMARY KEY("query_id","product_id")
);
--> statement-breakpoint
CREATE TABLE "search_documents" (
	"doc" bigint PRIMARY KEY NOT NULL,
	"slot" integer NOT NULL,
	"product_id" text COLLATE "C" NOT NULL,
	"hash" text COLLATE "C" NOT NULL,
	"text_hash" text COLLATE "C" NOT NULL,
	"fields" text COLLATE "C" NOT NULL,
	"facets" text COLLATE "C" NOT NULL,
	"in_stock" boolean NOT NULL,
	"popularity" integer NOT NULL,
	"price_minor" bigint,
	"published_at" timestamp (3) with time zone,
	"sort_key" text COLLATE "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "search_indexes" (
	"slot" integer PRIMARY KEY NOT NULL,
	"status" text COLLATE "C" NOT NULL,
	"settings_version" integer NOT NULL,
	"generation" integer NOT NULL,
	"changes" bigint NOT NULL,
	"next_doc" bigint NOT NULL,
	"cursor" text COLLATE "C",
	"built_count" integer NOT NULL,
	"wanted_count" integer NOT NULL,
	"started_at" timestamp (3) with time zone,
	"finished_at" timestamp (3) with time zone,
	"updated_at" timestamp (3) with time zone,
	"last_error" text COLLATE "C"
);
--> statement-breakpoint
CREATE TABLE "search_pending" (
	"engine" text COLLATE "C" NOT NULL,
	"product_id" text COLLATE "C" NOT NULL,
	"noted_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "search_pending_engine_product_id_pk" PRIMARY KEY("engine","product_id")
);
--> statement-breakpoint
CREATE TABLE "search_pins" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"query" text COLLATE "C" NOT NULL,
	"product_id" text COLLATE "C" NOT NULL,
	"position" integer,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "search_popular" (
	"query" text COLLATE "C" PRIMARY KEY NOT NULL,
	"shown" text COLLATE "C" NOT NULL,
	"searches" integer NOT NULL,
	"results" integer NOT NULL,
	"last_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "search_purchases" (
	"query_id" text COLLATE "C" NOT NULL,
	"product_id" text COLLATE "C" NOT NULL,
	"order_id" text COLLATE "C" NOT NULL,
	"quantity" integer NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "search_purchases_query_id_product_id_order_id_pk" PRIMARY KEY("query_id","product_id","order_id")
);
--> statement-breakpoint
CREATE TABLE "search_queries" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"query" text COLLATE "C" NOT NULL,
	"results" integer NOT NULL,
	"is_partial" boolean NOT NULL,
	"is_corrected" boolean NOT NULL,
	"engine" text COLLATE "C" NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "search_redirects" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"query" text COLLATE "C" NOT NULL,
	"url" text COLLATE "C" NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "search_stop_words" (
	"word" text COLLATE "C" PRIMARY KEY NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "search_synonyms" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"terms" text NOT NULL,
	"replacements" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "search_terms" (
	"slot" integer NOT NULL,
	"term" text COLLATE "C" NOT NULL,
	"documents" integer NOT NULL,
	"named" integer NOT NULL,
	"since" bigint NOT NULL,
	CONSTRAINT "search_terms_slot_term_pk" PRIMARY KEY("slot","term")
);
--> statement-breakpoint
ALTER TABLE "stock_levels" ADD COLUMN "is_sellable" boolean DEFAULT false NOT NULL;--> statement-breakpoint
CREATE INDEX "search_clicks_at" ON "search_clicks" USING btree ("at");--> statement-breakpoint
CREATE UNIQUE INDEX "search_documents_product" ON "search_documents" USING btree ("slot","product_id");--> statement-breakpoint
CREATE UNIQUE INDEX "search_pins_query" ON "search_pins" USING btree ("query","product_id");--> statement-breakpoint
CREATE INDEX "search_purchases_at" ON "search_purchases" USING btree ("at");--> statement-breakpoint
CREATE INDEX "search_queries_at" ON "search_queries" USING btree ("at");--> statement-breakpoint
CREATE INDEX "search_queries_query" ON "search_queries" USING btree ("query","at");--> statement-breakpoint
CREATE UNIQUE INDEX "search_redirects_query" ON "search_redirects" USING btree ("query");--> statement-breakpoint
CREATE INDEX "search_terms_since" ON "search_terms" USING btree ("slot","since");--> statement-breakpoint
UPDATE stock_levels SET is_sellable = (on_hand + backorder_limit > reserved);--> statement-breakpoint
INSERT INTO search_indexes (slot, status, settings_version, generation, changes, next_doc, built_count, wanted_count) VALUES (0, 'active', 0, 0, 0, 1, 0, 0), (1, 'empty', 0, 0, 0, 1, 0, 0);--> statement-breakpoint
-- The words are looked up by the index alone. One part for each rank of documents, which is in the high bits of their number: the best are asked first.
CREATE TABLE search_text_0 (doc bigint PRIMARY KEY, words tsvector NOT NULL) PARTITION BY RANGE (doc);
--> statement-breakpoint
CREATE TABLE search_text_0_0 PARTITION OF search_text_0 FOR VALUES FROM (0) TO (1099511627776);--> statement-breakpoint
CREATE INDEX search_text_0_0_words ON search_text_0_0 USING gin (words);
--> statement-breakpoint
CREATE TABLE search_text_0_1 PARTITION OF search_text_0 FOR VALUES FROM (1099511627776) TO (2199023255552);--> statement-breakpoint
CREATE INDEX search_text_0_1_words ON search_text_0_1 USING gin (words);
--> statement-breakpoint
CREATE TABLE search_text_0_2 PARTITION OF search_text_0 FOR VALUES FROM (2199023255552) TO (3298534883328);--> statement-breakpoint
CREATE INDEX search_text_0_2_words ON search_text_0_2 USING gin (words);
--> statement-breakpoint
CREATE TABLE search_text_0_3 PARTITION OF search_text_0 FOR VALUES FROM (3298534883328) TO (4398046511104);--> statement-breakpoint
CREATE INDEX search_text_0_3_words ON search_text_0_3 USING gin (words);
--> statement-breakpoint
CREATE TABLE search_text_0_4 PARTITION OF search_text_0 FOR VALUES FROM (4398046511104) TO (5497558138880);--> statement-breakpoint
CREATE INDEX search_text_0_4_words ON search_text_0_4 USING gin (words);
--> statement-breakpoint
CREATE TABLE search_text_0_5 PARTITION OF search_text_0 FOR VALUES FROM (5497558138880) TO (6597069766656);--> statement-breakpoint
CREATE INDEX search_text_0_5_words ON search_text_0_5 USING gin (words);
--> statement-breakpoint
CREATE TABLE search_text_0_6 PARTITION OF search_text_0 FOR VALUES FROM (6597069766656) TO (7696581394432);--> statement-breakpoint
CREATE INDEX search_text_0_6_words ON search_text_0_6 USING gin (words);
--> statement-breakpoint
CREATE TABLE search_text_0_7 PARTITION OF search_text_0 FOR VALUES FROM (7696581394432) TO (8796093022208);--> statement-breakpoint
CREATE INDEX search_text_0_7_words ON search_text_0_7 USING gin (words);
--> statement-breakpoint
-- The best documents that match: those of one rank after those of the one before, until there are enough. The planner takes reading
-- all of a table for cheaper than its index, because it does not know what comparing words costs.
CREATE FUNCTION search_best_0(tsquery, integer) RETURNS SETOF bigint LANGUAGE sql STABLE ROWS 1000 SET enable_seqscan = off AS $$
  (SELECT doc FROM search_text_0_0 WHERE words @@ $1 LIMIT $2)
  UNION ALL
  (SELECT doc FROM search_text_0_1 WHERE words @@ $1 LIMIT $2)
  UNION ALL
  (SELECT doc FROM search_text_0_2 WHERE words @@ $1 LIMIT $2)
  UNION ALL
  (SELECT doc FROM search_text_0_3 WHERE words @@ $1 LIMIT $2)
  UNION ALL
  (SELECT doc FROM search_text_0_4 WHERE words @@ $1 LIMIT $2)
  UNION ALL
  (SELECT doc FROM search_text_0_5 WHERE words @@ $1 LIMIT $2)
  UNION ALL
  (SELECT doc FROM search_text_0_6 WHERE words @@ $1 LIMIT $2)
  UNION ALL
  (SELECT doc FROM search_text_0_7 WHERE words @@ $1 LIMIT $2)
  LIMIT $2
$$;
--> statement-breakpoint
-- The words are looked up by the index alone. One part for each rank of documents, which is in the high bits of their number: the best are asked first.
CREATE TABLE search_text_1 (doc bigint PRIMARY KEY, words tsvector NOT NULL) PARTITION BY RANGE (doc);
--> statement-breakpoint
CREATE TABLE search_text_1_0 PARTITION OF search_text_1 FOR VALUES FROM (8796093022208) TO (9895604649984);--> statement-breakpoint
CREATE INDEX search_text_1_0_words ON search_text_1_0 USING gin (words);
--> statement-breakpoint
CREATE TABLE search_text_1_1 PARTITION OF search_text_1 FOR VALUES FROM (9895604649984) TO (10995116277760);--> statement-breakpoint
CREATE INDEX search_text_1_1_words ON search_text_1_1 USING gin (words);
--> statement-breakpoint
CREATE TABLE search_text_1_2 PARTITION OF search_text_1 FOR VALUES FROM (10995116277760) TO (12094627905536);--> statement-breakpoint
CREATE INDEX search_text_1_2_words ON search_text_1_2 USING gin (words);
--> statement-breakpoint
CREATE TABLE search_text_1_3 PARTITION OF search_text_1 FOR VALUES FROM (12094627905536) TO (13194139533312);--> statement-breakpoint
CREATE INDEX search_text_1_3_words ON search_text_1_3 USING gin (words);
--> statement-breakpoint
CREATE TABLE search_text_1_4 PARTITION OF search_text_1 FOR VALUES FROM (13194139533312) TO (14293651161088);--> statement-breakpoint
CREATE INDEX search_text_1_4_words ON search_text_1_4 USING gin (words);
--> statement-breakpoint
CREATE TABLE search_text_1_5 PARTITION OF search_text_1 FOR VALUES FROM (14293651161088) TO (15393162788864);--> statement-breakpoint
CREATE INDEX search_text_1_5_words ON search_text_1_5 USING gin (words);
--> statement-breakpoint
CREATE TABLE search_text_1_6 PARTITION OF search_text_1 FOR VALUES FROM (15393162788864) TO (16492674416640);--> statement-breakpoint
CREATE INDEX search_text_1_6_words ON search_text_1_6 USING gin (words);
--> statement-breakpoint
CREATE TABLE search_text_1_7 PARTITION OF search_text_1 FOR VALUES FROM (16492674416640) TO (17592186044416);--> statement-breakpoint
CREATE INDEX search_text_1_7_words ON search_text_1_7 USING gin (words);
--> statement-breakpoint
-- The best documents that match: those of one rank after those of the one before, until there are enough. The planner takes reading
-- all of a table for cheaper than its index, because it does not know what comparing words costs.
CREATE FUNCTION search_best_1(tsquery, integer) RETURNS SETOF bigint LANGUAGE sql STABLE ROWS 1000 SET enable_seqscan = off AS $$
  (SELECT doc FROM search_text_1_0 WHERE words @@ $1 LIMIT $2)
  UNION ALL
  (SELECT doc FROM search_text_1_1 WHERE words @@ $1 LIMIT $2)
  UNION ALL
  (SELECT doc FROM search_text_1_2 WHERE words @@ $1 LIMIT $2)
  UNION ALL
  (SELECT doc FROM search_text_1_3 WHERE words @@ $1 LIMIT $2)
  UNION ALL
  (SELECT doc FROM search_text_1_4 WHERE words @@ $1 LIMIT $2)
  UNION ALL
  (SELECT doc FROM search_text_1_5 WHERE words @@ $1 LIMIT $2)
  UNION ALL
  (SELECT doc FROM search_text_1_6 WHERE words @@ $1 LIMIT $2)
  UNION ALL
  (SELECT doc FROM search_text_1_7 WHERE words @@ $1 LIMIT $2)
  LIMIT $2
$$;
