CREATE TABLE "stock_alerts" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"variant_id" text COLLATE "C" NOT NULL,
	"location_id" text COLLATE "C" NOT NULL,
	"available" integer NOT NULL,
	"threshold" integer NOT NULL,
	"raised_at" timestamp (3) with time zone NOT NULL,
	"cleared_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "stock_count_lines" (
	"count_id" text COLLATE "C" NOT NULL,
	"variant_id" text COLLATE "C" NOT NULL,
	"expected" integer NOT NULL,
	"counted" integer NOT NULL,
	"counted_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "stock_count_lines_count_id_variant_id_pk" PRIMARY KEY("count_id","variant_id"),
	CONSTRAINT "stock_count_lines_counted" CHECK ("stock_count_lines"."counted" >= 0)
);
--> statement-breakpoint
CREATE TABLE "stock_counts" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"number" bigint NOT NULL,
	"location_id" text COLLATE "C" NOT NULL,
	"status" text COLLATE "C" NOT NULL,
	"note" text COLLATE "C",
	"actor" text COLLATE "C" NOT NULL,
	"started_at" timestamp (3) with time zone NOT NULL,
	"closed_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "transfer_lines" (
	"transfer_id" text COLLATE "C" NOT NULL,
	"variant_id" text COLLATE "C" NOT NULL,
	"quantity" integer NOT NULL,
	"quantity_received" integer DEFAULT 0 NOT NULL,
	"quantity_lost" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "transfer_lines_transfer_id_variant_id_pk" PRIMARY KEY("transfer_id","variant_id"),
	CONSTRAINT "transfer_lines_quantities" CHECK ("transfer_lines"."quantity" > 0 and "transfer_lines"."quantity_received" + "transfer_lines"."quantity_lost" <= "transfer_lines"."quantity")
);
--> statement-breakpoint
CREATE TABLE "transfers" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"number" bigint NOT NULL,
	"from_location_id" text COLLATE "C" NOT NULL,
	"to_location_id" text COLLATE "C" NOT NULL,
	"status" text COLLATE "C" NOT NULL,
	"note" text COLLATE "C",
	"actor" text COLLATE "C" NOT NULL,
	"sent_at" timestamp (3) with time zone NOT NULL,
	"closed_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "outbox_events" (
	"seq" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "outbox_events_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"id" text COLLATE "C" NOT NULL,
	"type" text COLLATE "C" NOT NULL,
	"version" integer NOT NULL,
	"subject" text COLLATE "C" NOT NULL,
	"payload" text NOT NULL,
	"status" text COLLATE "C" NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"handled_by" text NOT NULL,
	"available_at" timestamp (3) with time zone NOT NULL,
	"leased_by" text COLLATE "C",
	"lease_until" timestamp (3) with time zone,
	"last_error" text COLLATE "C",
	"created_at" timestamp (3) with time zone NOT NULL,
	"closed_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "order_discounts" (
	"order_id" text COLLATE "C" NOT NULL,
	"position" integer NOT NULL,
	"coupon_id" text COLLATE "C",
	"code" text COLLATE "C",
	"label" text COLLATE "C" NOT NULL,
	"amount_minor" bigint NOT NULL,
	CONSTRAINT "order_discounts_order_id_position_pk" PRIMARY KEY("order_id","position")
);
--> statement-breakpoint
CREATE TABLE "coupon_customers" (
	"coupon_id" text COLLATE "C" NOT NULL,
	"customer_hash" text COLLATE "C" NOT NULL,
	"used" integer NOT NULL,
	CONSTRAINT "coupon_customers_coupon_id_customer_hash_pk" PRIMARY KEY("coupon_id","customer_hash"),
	CONSTRAINT "coupon_customers_used" CHECK ("coupon_customers"."used" >= 0)
);
--> statement-breakpoint
CREATE TABLE "coupon_uses" (
	"coupon_id" text COLLATE "C" NOT NULL,
	"order_id" text COLLATE "C" NOT NULL,
	"customer_hash" text COLLATE "C" NOT NULL,
	"used_at" timestamp (3) with time zone NOT NULL,
	"released_at" timestamp (3) with time zone,
	CONSTRAINT "coupon_uses_coupon_id_order_id_pk" PRIMARY KEY("coupon_id","order_id")
);
--> statement-breakpoint
CREATE TABLE "coupons" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"code" text COLLATE "C" NOT NULL,
	"name" text COLLATE "C" NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"value" bigint NOT NULL,
	"currency" text COLLATE "C" NOT NULL,
	"minimum_minor" bigint DEFAULT 0 NOT NULL,
	"starts_at" timestamp (3) with time zone,
	"ends_at" timestamp (3) with time zone,
	"usage_limit" integer,
	"usage_limit_per_customer" integer,
	"used" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"archived_at" timestamp (3) with time zone,
	CONSTRAINT "coupons_used" CHECK ("coupons"."used" >= 0 and ("coupons"."usage_limit" is null or "coupons"."used" <= "coupons"."usage_limit"))
);
--> statement-breakpoint
CREATE TABLE "return_lines" (
	"return_id" text COLLATE "C" NOT NULL,
	"order_line_id" text COLLATE "C" NOT NULL,
	"quantity" integer NOT NULL,
	"quantity_restocked" integer DEFAULT 0 NOT NULL,
	"quantity_written_off" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "return_lines_return_id_order_line_id_pk" PRIMARY KEY("return_id","order_line_id"),
	CONSTRAINT "return_lines_quantities" CHECK ("return_lines"."quantity" > 0 and "return_lines"."quantity_restocked" + "return_lines"."quantity_written_off" <= "return_lines"."quantity")
);
--> statement-breakpoint
CREATE TABLE "returns" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"number" bigint NOT NULL,
	"order_id" text COLLATE "C" NOT NULL,
	"status" text COLLATE "C" NOT NULL,
	"reason" text COLLATE "C" NOT NULL,
	"note" text COLLATE "C",
	"actor" text COLLATE "C" NOT NULL,
	"refunded_minor" bigint DEFAULT 0 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "carts" ADD COLUMN "coupon_codes" text;--> statement-breakpoint
ALTER TABLE "carts" ADD COLUMN "held_until" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "stock_levels" ADD COLUMN "is_low" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "idempotency_keys" ADD COLUMN "is_refusal" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "order_lines" ADD COLUMN "quantity_returned" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "cancelled_minor" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "payments" ADD COLUMN "check_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "payments" ADD COLUMN "checks" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "refunds" ADD COLUMN "return_id" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "stock_alerts" ADD CONSTRAINT "stock_alerts_location_id_locations_id_fk" FOREIGN KEY ("location_id") REFERENCES "public"."locations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stock_count_lines" ADD CONSTRAINT "stock_count_lines_count_id_stock_counts_id_fk" FOREIGN KEY ("count_id") REFERENCES "public"."stock_counts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stock_counts" ADD CONSTRAINT "stock_counts_location_id_locations_id_fk" FOREIGN KEY ("location_id") REFERENCES "public"."locations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "transfer_lines" ADD CONSTRAINT "transfer_lines_transfer_id_transfers_id_fk" FOREIGN KEY ("transfer_id") REFERENCES "public"."transfers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "transfers" ADD CONSTRAINT "transfers_from_location_id_locations_id_fk" FOREIGN KEY ("from_location_id") REFERENCES "public"."locations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "transfers" ADD CONSTRAINT "transfers_to_location_id_locations_id_fk" FOREIGN KEY ("to_location_id") REFERENCES "public"."locations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order_discounts" ADD CONSTRAINT "order_discounts_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "coupon_customers" ADD CONSTRAINT "coupon_customers_coupon_id_coupons_id_fk" FOREIGN KEY ("coupon_id") REFERENCES "public"."coupons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "coupon_uses" ADD CONSTRAINT "coupon_uses_coupon_id_coupons_id_fk" FOREIGN KEY ("coupon_id") REFERENCES "public"."coupons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "return_lines" ADD CONSTRAINT "return_lines_return_id_returns_id_fk" FOREIGN KEY ("return_id") REFERENCES "public"."returns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "return_lines" ADD CONSTRAINT "return_lines_order_line_id_order_lines_id_fk" FOREIGN KEY ("order_line_id") REFERENCES "public"."order_lines"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "returns" ADD CONSTRAINT "returns_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "stock_alerts_open" ON "stock_alerts" USING btree ("variant_id","location_id") WHERE "stock_alerts"."cleared_at" is null;--> statement-breakpoint
CREATE INDEX "stock_alerts_raised_at" ON "stock_alerts" USING btree ("raised_at");--> statement-breakpoint
CREATE UNIQUE INDEX "stock_counts_number" ON "stock_counts" USING btree ("number");--> statement-breakpoint
CREATE INDEX "stock_counts_status" ON "stock_counts" USING btree ("status","id");--> statement-breakpoint
CREATE INDEX "transfer_lines_variant" ON "transfer_lines" USING btree ("variant_id");--> statement-breakpoint
CREATE UNIQUE INDEX "transfers_number" ON "transfers" USING btree ("number");--> statement-breakpoint
CREATE INDEX "transfers_status" ON "transfers" USING btree ("status","id");--> statement-breakpoint
CREATE UNIQUE INDEX "outbox_events_id" ON "outbox_events" USING btree ("id");--> statement-breakpoint
CREATE INDEX "outbox_events_open" ON "outbox_events" USING btree ("seq") WHERE "outbox_events"."status" in ('waiting', 'dead');--> statement-breakpoint
CREATE INDEX "outbox_events_subject" ON "outbox_events" USING btree ("subject","seq") WHERE "outbox_events"."status" in ('waiting', 'dead');--> statement-breakpoint
CREATE INDEX "outbox_events_closed_at" ON "outbox_events" USING btree ("closed_at");--> statement-breakpoint
CREATE INDEX "coupon_uses_order" ON "coupon_uses" USING btree ("order_id");--> statement-breakpoint
CREATE UNIQUE INDEX "coupons_code" ON "coupons" USING btree ("code") WHERE "coupons"."archived_at" is null;--> statement-breakpoint
CREATE INDEX "return_lines_order_line" ON "return_lines" USING btree ("order_line_id");--> statement-breakpoint
CREATE UNIQUE INDEX "returns_number" ON "returns" USING btree ("number");--> statement-breakpoint
CREATE INDEX "returns_order_id" ON "returns" USING btree ("order_id");--> statement-breakpoint
CREATE INDEX "returns_status" ON "returns" USING btree ("status","id");--> statement-breakpoint
CREATE INDEX "orders_updated_at" ON "orders" USING btree ("updated_at","id");--> statement-breakpoint
CREATE INDEX "payments_check_at" ON "payments" USING btree ("check_at") WHERE "payments"."check_at" is not null;--> statement-breakpoint
UPDATE "stock_levels" SET "is_low" = ("on_hand" + "backorder_limit" - "reserved" <= "low_stock_threshold");
--> statement-breakpoint
INSERT INTO "outbox_events" ("id", "type", "version", "subject", "payload", "status", "attempts", "handled_by", "available_at", "created_at")
SELECT 'evt_' || "refunds"."id", 'refund.started', 1, "payments"."order_id", '{"refundId":"' || "refunds"."id" || '"}', 'waiting', 0, '[]', "refunds"."created_at", "refunds"."created_at"
FROM "refunds" JOIN "payments" ON "payments"."id" = "refunds"."payment_id" WHERE "refunds"."status" = 'started';
