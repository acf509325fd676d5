CREATE TABLE `stock_alerts` (
	`id` text PRIMARY KEY NOT NULL,
	`variant_id` text NOT NULL,
	`location_id` text NOT NULL,
	`available` integer NOT NULL,
	`threshold` integer NOT NULL,
	`raised_at` integer NOT NULL,
	`cleared_at` integer,
	FOREIGN KEY (`location_id`) REFERENCES `locations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `stock_alerts_open` ON `stock_alerts` (`variant_id`,`location_id`) WHERE "stock_alerts"."cleared_at" is null;--> statement-breakpoint
CREATE INDEX `stock_alerts_raised_at` ON `stock_alerts` (`raised_at`);--> statement-breakpoint
CREATE TABLE `stock_count_lines` (
	`count_id` text NOT NULL,
	`variant_id` text NOT NULL,
	`expected` integer NOT NULL,
	`counted` integer NOT NULL,
	`counted_at` integer NOT NULL,
	PRIMARY KEY(`count_id`, `variant_id`),
	FOREIGN KEY (`count_id`) REFERENCES `stock_counts`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "stock_count_lines_counted" CHECK("stock_count_lines"."counted" >= 0)
);
--> statement-breakpoint
CREATE TABLE `stock_counts` (
	`id` text PRIMARY KEY NOT NULL,
	`number` integer NOT NULL,
	`location_id` text NOT NULL,
	`status` text NOT NULL,
	`note` text,
	`actor` text NOT NULL,
	`started_at` integer NOT NULL,
	`closed_at` integer,
	FOREIGN KEY (`location_id`) REFERENCES `locations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `stock_counts_number` ON `stock_counts` (`number`);--> statement-breakpoint
CREATE INDEX `stock_counts_status` ON `stock_counts` (`status`,`id`);--> statement-breakpoint
CREATE TABLE `transfer_lines` (
	`transfer_id` text NOT NULL,
	`variant_id` text NOT NULL,
	`quantity` integer NOT NULL,
	`quantity_received` integer DEFAULT 0 NOT NULL,
	`quantity_lost` integer DEFAULT 0 NOT NULL,
	PRIMARY KEY(`transfer_id`, `variant_id`),
	FOREIGN KEY (`transfer_id`) REFERENCES `transfers`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "transfer_lines_quantities" CHECK("transfer_lines"."quantity" > 0 and "transfer_lines"."quantity_received" + "transfer_lines"."quantity_lost" <= "transfer_lines"."quantity")
);
--> statement-breakpoint
CREATE INDEX `transfer_lines_variant` ON `transfer_lines` (`variant_id`);--> statement-breakpoint
CREATE TABLE `transfers` (
	`id` text PRIMARY KEY NOT NULL,
	`number` integer NOT NULL,
	`from_location_id` text NOT NULL,
	`to_location_id` text NOT NULL,
	`status` text NOT NULL,
	`note` text,
	`actor` text NOT NULL,
	`sent_at` integer NOT NULL,
	`closed_at` integer,
	FOREIGN KEY (`from_location_id`) REFERENCES `locations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`to_location_id`) REFERENCES `locations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `transfers_number` ON `transfers` (`number`);--> statement-breakpoint
CREATE INDEX `transfers_status` ON `transfers` (`status`,`id`);--> statement-breakpoint
CREATE TABLE `outbox_events` (
	`seq` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`id` text NOT NULL,
	`type` text NOT NULL,
	`version` integer NOT NULL,
	`subject` text NOT NULL,
	`payload` text NOT NULL,
	`status` text NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`handled_by` text NOT NULL,
	`available_at` integer NOT NULL,
	`leased_by` text,
	`lease_until` integer,
	`last_error` text,
	`created_at` integer NOT NULL,
	`closed_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `outbox_events_id` ON `outbox_events` (`id`);--> statement-breakpoint
CREATE INDEX `outbox_events_open` ON `outbox_events` (`seq`) WHERE "outbox_events"."status" in ('waiting', 'dead');--> statement-breakpoint
CREATE INDEX `outbox_events_subject` ON `outbox_events` (`subject`,`seq`) WHERE "outbox_events"."status" in ('waiting', 'dead');--> statement-breakpoint
CREATE INDEX `outbox_events_closed_at` ON `outbox_events` (`closed_at`);--> statement-breakpoint
CREATE TABLE `order_discounts` (
	`order_id` text NOT NULL,
	`position` integer NOT NULL,
	`coupon_id` text,
	`code` text,
	`label` text NOT NULL,
	`amount_minor` integer NOT NULL,
	PRIMARY KEY(`order_id`, `position`),
	FOREIGN KEY (`order_id`) REFERENCES `orders`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `coupon_customers` (
	`coupon_id` text NOT NULL,
	`customer_hash` text NOT NULL,
	`used` integer NOT NULL,
	PRIMARY KEY(`coupon_id`, `customer_hash`),
	FOREIGN KEY (`coupon_id`) REFERENCES `coupons`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "coupon_customers_used" CHECK("coupon_customers"."used" >= 0)
);
--> statement-breakpoint
CREATE TABLE `coupon_uses` (
	`coupon_id` text NOT NULL,
	`order_id` text NOT NULL,
	`customer_hash` text NOT NULL,
	`used_at` integer NOT NULL,
	`released_at` integer,
	PRIMARY KEY(`coupon_id`, `order_id`),
	FOREIGN KEY (`coupon_id`) REFERENCES `coupons`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `coupon_uses_order` ON `coupon_uses` (`order_id`);--> statement-breakpoint
CREATE TABLE `coupons` (
	`id` text PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`name` text NOT NULL,
	`kind` text NOT NULL,
	`value` integer NOT NULL,
	`currency` text NOT NULL,
	`minimum_minor` integer DEFAULT 0 NOT NULL,
	`starts_at` integer,
	`ends_at` integer,
	`usage_limit` integer,
	`usage_limit_per_customer` integer,
	`used` integer DEFAULT 0 NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`archived_at` integer,
	CONSTRAINT "coupons_used" CHECK("coupons"."used" >= 0 and ("coupons"."usage_limit" is null or "coupons"."used" <= "coupons"."usage_limit"))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `coupons_code` ON `coupons` (`code`) WHERE "coupons"."archived_at" is null;--> statement-breakpoint
CREATE TABLE `return_lines` (
	`return_id` text NOT NULL,
	`order_line_id` text NOT NULL,
	`quantity` integer NOT NULL,
	`quantity_restocked` integer DEFAULT 0 NOT NULL,
	`quantity_written_off` integer DEFAULT 0 NOT NULL,
	PRIMARY KEY(`return_id`, `order_line_id`),
	FOREIGN KEY (`return_id`) REFERENCES `returns`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`order_line_id`) REFERENCES `order_lines`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "return_lines_quantities" CHECK("return_lines"."quantity" > 0 and "return_lines"."quantity_restocked" + "return_lines"."quantity_written_off" <= "return_lines"."quantity")
);
--> statement-breakpoint
CREATE INDEX `return_lines_order_line` ON `return_lines` (`order_line_id`);--> statement-breakpoint
CREATE TABLE `returns` (
	`id` text PRIMARY KEY NOT NULL,
	`number` integer NOT NULL,
	`order_id` text NOT NULL,
	`status` text NOT NULL,
	`reason` text NOT NULL,
	`note` text,
	`actor` text NOT NULL,
	`refunded_minor` integer DEFAULT 0 NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`order_id`) REFERENCES `orders`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `returns_number` ON `returns` (`number`);--> statement-breakpoint
CREATE INDEX `returns_order_id` ON `returns` (`order_id`);--> statement-breakpoint
CREATE INDEX `returns_status` ON `returns` (`status`,`id`);--> statement-breakpoint
ALTER TABLE `carts` ADD `coupon_codes` text;--> statement-breakpoint
ALTER TABLE `carts` ADD `held_until` integer;--> statement-breakpoint
ALTER TABLE `stock_levels` ADD `is_low` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `idempotency_keys` ADD `is_refusal` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `order_lines` ADD `quantity_returned` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `orders` ADD `cancelled_minor` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX `orders_updated_at` ON `orders` (`updated_at`,`id`);--> statement-breakpoint
ALTER TABLE `payments` ADD `check_at` integer;--> statement-breakpoint
ALTER TABLE `payments` ADD `checks` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX `payments_check_at` ON `payments` (`check_at`) WHERE "payments"."check_at" is not null;--> statement-breakpoint
ALTER TABLE `refunds` ADD `return_id` text;--> statement-breakpoint
UPDATE "stock_levels" SET "is_low" = ("on_hand" + "backorder_limit" - "reserved" <= "low_stock_threshold");
--> statement-breakpoint
INSERT INTO "outbox_events" ("id", "type", "version", "subject", "payload", "status", "attempts", "handled_by", "available_at", "created_at")
SELECT 'evt_' || "refunds"."id", 'refund.started', 1, "payments"."order_id", '{"refundId":"' || "refunds"."id" || '"}', 'waiting', 0, '[]', "refunds"."created_at", "refunds"."created_at"
FROM "refunds" JOIN "payments" ON "payments"."id" = "refunds"."payment_id" WHERE "refunds"."status" = 'started';
