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
-- The words are looked up by the index alone, and kept aside so that reading a document's number stays short.
CREATE TABLE search_text_0 (doc bigint PRIMARY KEY, words tsvector NOT NULL) WITH (toast_tuple_target = 128);--> statement-breakpoint
ALTER TABLE search_text_0 ALTER COLUMN words SET STORAGE EXTERNAL;--> statement-breakpoint
CREATE INDEX search_text_0_words ON search_text_0 USING gin (words);--> statement-breakpoint
-- The words are looked up by the index alone, and kept aside so that reading a document's number stays short.
CREATE TABLE search_text_1 (doc bigint PRIMARY KEY, words tsvector NOT NULL) WITH (toast_tuple_target = 128);--> statement-breakpoint
ALTER TABLE search_text_1 ALTER COLUMN words SET STORAGE EXTERNAL;--> statement-breakpoint
CREATE INDEX search_text_1_words ON search_text_1 USING gin (words);
