CREATE TABLE `search_clicks` (
	`query_id` text NOT NULL,
	`product_id` text NOT NULL,
	`position` integer NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`query_id`, `product_id`)
);
--> statement-breakpoint
CREATE INDEX `search_clicks_at` ON `search_clicks` (`at`);--> statement-breakpoint
CREATE TABLE `search_documents` (
	`doc` integer PRIMARY KEY NOT NULL,
	`slot` integer NOT NULL,
	`product_id` text NOT NULL,
	`hash` text NOT NULL,
	`text_hash` text NOT NULL,
	`fields` text NOT NULL,
	`facets` text NOT NULL,
	`in_stock` integer NOT NULL,
	`popularity` integer NOT NULL,
	`price_minor` integer,
	`published_at` integer,
	`sort_key` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `search_documents_product` ON `search_documents` (`slot`,`product_id`);--> statement-breakpoint
CREATE TABLE `search_indexes` (
	`slot` integer PRIMARY KEY NOT NULL,
	`status` text NOT NULL,
	`settings_version` integer NOT NULL,
	`generation` integer NOT NULL,
	`changes` integer NOT NULL,
	`next_doc` integer NOT NULL,
	`cursor` text,
	`built_count` integer NOT NULL,
	`wanted_count` integer NOT NULL,
	`started_at` integer,
	`finished_at` integer,
	`updated_at` integer,
	`last_error` text
);
--> statement-breakpoint
CREATE TABLE `search_pending` (
	`engine` text NOT NULL,
	`product_id` text NOT NULL,
	`noted_at` integer NOT NULL,
	PRIMARY KEY(`engine`, `product_id`)
);
--> statement-breakpoint
CREATE TABLE `search_pins` (
	`id` text PRIMARY KEY NOT NULL,
	`query` text NOT NULL,
	`product_id` text NOT NULL,
	`position` integer,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `search_pins_query` ON `search_pins` (`query`,`product_id`);--> statement-breakpoint
CREATE TABLE `search_popular` (
	`query` text PRIMARY KEY NOT NULL,
	`shown` text NOT NULL,
	`searches` integer NOT NULL,
	`results` integer NOT NULL,
	`last_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `search_purchases` (
	`query_id` text NOT NULL,
	`product_id` text NOT NULL,
	`order_id` text NOT NULL,
	`quantity` integer NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`query_id`, `product_id`, `order_id`)
);
--> statement-breakpoint
CREATE INDEX `search_purchases_at` ON `search_purchases` (`at`);--> statement-breakpoint
CREATE TABLE `search_queries` (
	`id` text PRIMARY KEY NOT NULL,
	`query` text NOT NULL,
	`results` integer NOT NULL,
	`is_partial` integer NOT NULL,
	`is_corrected` integer NOT NULL,
	`engine` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `search_queries_at` ON `search_queries` (`at`);--> statement-breakpoint
CREATE INDEX `search_queries_query` ON `search_queries` (`query`,`at`);--> statement-breakpoint
CREATE TABLE `search_redirects` (
	`id` text PRIMARY KEY NOT NULL,
	`query` text NOT NULL,
	`url` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `search_redirects_query` ON `search_redirects` (`query`);--> statement-breakpoint
CREATE TABLE `search_stop_words` (
	`word` text PRIMARY KEY NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `search_synonyms` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`terms` text NOT NULL,
	`replacements` text NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `search_terms` (
	`slot` integer NOT NULL,
	`term` text NOT NULL,
	`documents` integer NOT NULL,
	`named` integer NOT NULL,
	`since` integer NOT NULL,
	PRIMARY KEY(`slot`, `term`)
);
--> statement-breakpoint
CREATE INDEX `search_terms_since` ON `search_terms` (`slot`,`since`);--> statement-breakpoint
ALTER TABLE `stock_levels` ADD `is_sellable` integer DEFAULT false NOT NULL;--> statement-breakpoint
UPDATE stock_levels SET is_sellable = (on_hand + backorder_limit > reserved);--> statement-breakpoint
INSERT INTO search_indexes (slot, status, settings_version, generation, changes, next_doc, built_count, wanted_count) VALUES (0, 'active', 0, 0, 0, 1, 0, 0), (1, 'empty', 0, 0, 0, 1, 0, 0);--> statement-breakpoint
-- The words of each document, without its text: a word's list of documents is all that is kept.
CREATE VIRTUAL TABLE search_text_0 USING fts5(words, content='', contentless_delete=1, detail=none, tokenize="ascii tokenchars '=#~'");--> statement-breakpoint
-- The words of each document, without its text: a word's list of documents is all that is kept.
CREATE VIRTUAL TABLE search_text_1 USING fts5(words, content='', contentless_delete=1, detail=none, tokenize="ascii tokenchars '=#~'");
