import { sql } from "drizzle-orm";
import { bigint, check, index, integer, json, table, text, timestamp, uniqueIndex } from "../columns.ts";
import type { CartStatus } from "../constants/cart.ts";
import { accounts } from "./accounts.ts";
import { variants } from "./catalog.ts";
import { shippingMethods } from "./shipping.ts";
import type { AddressRecord } from "../address.ts";

/** What a shopper means to buy. Known by the hash of its cookie, or by the customer who owns it. */
export const carts = table(
  "carts",
  {
    id: text("id").primaryKey(),
    status: text<CartStatus>("status").notNull(),
    tokenHash: text("token_hash"),
    accountId: text("account_id").references(() => accounts.id),
    currency: text("currency").notNull(),
    email: text("email"),
    shippingAddress: json<AddressRecord>("shipping_address"),
    /** Null when the bill goes to the shipping address. */
    billingAddress: json<AddressRecord>("billing_address"),
    /** Codes entered by the shopper, in order, null for none; whether they count is found out at each pricing. */
    couponCodes: json<string[]>("coupon_codes"),
    /** Until when its checkout holds stock; null when it holds none. */
    heldUntil: timestamp("held_until"),
    shippingMethodId: text("shipping_method_id").references(() => shippingMethods.id),
    createdAt: timestamp("created_at").notNull(),
    updatedAt: timestamp("updated_at").notNull(),
  },
  (t) => [
    uniqueIndex("carts_token").on(t.tokenHash).where(sql`${t.status} in ('open', 'placing')`),
    uniqueIndex("carts_account").on(t.accountId).where(sql`${t.status} in ('open', 'placing')`),
    index("carts_updated_at").on(t.status, t.updatedAt),
  ],
);

export const cartLines = table(
  "cart_lines",
  {
    id: text("id").primaryKey(),
    cartId: text("cart_id")
      .notNull()
      .references(() => carts.id),
    variantId: text("variant_id")
      .notNull()
      .references(() => variants.id),
    quantity: integer("quantity").notNull(),
    /** The price when it was added or last accepted, in the cart's currency. */
    unitPriceMinor: bigint("unit_price_minor").notNull(),
    createdAt: timestamp("created_at").notNull(),
    updatedAt: timestamp("updated_at").notNull(),
  },
  (t) => [
    uniqueIndex("cart_lines_variant").on(t.cartId, t.variantId),
    check("cart_lines_quantity", sql`${t.quantity} > 0`),
  ],
);
