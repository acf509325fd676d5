import type { Money } from "../kernel/money.ts";
import type { CouponProblem, DiscountView } from "../promotions/views.ts";

/** What changed since the shopper last looked. Nothing leaves a cart without one of these. */
export type CartNotice =
  | { kind: "price_changed"; lineId: string; title: string; from: Money; to: Money }
  | { kind: "insufficient_stock"; lineId: string; title: string; wanted: number; available: number }
  | { kind: "not_for_sale"; lineId: string; title: string }
  /** A code that is kept and takes nothing off, with the reason and what would help. */
  | ({ kind: "coupon_not_counted"; code: string } & CouponProblem)
  /** Only in the answer to the code that took the other's place. */
  | { kind: "coupon_replaced"; code: string; replaced: string }
  /** So many units from before the customer signed in wait with the cookie: they join at the next change of the cart. */
  | { kind: "waiting"; quantity: number }
  /** Only in the answer to the change at which they joined. */
  | MergeNotice;

/** What a merge of two carts has changed, told once to who has just signed in. */
export type MergeNotice =
  /** In both carts: the units are added up. */
  | { kind: "merged_quantity"; title: string; variantTitle: string; own: number; added: number; quantity: number }
  /** Fewer than both carts had: so many are left, or may be ordered at once. */
  | { kind: "capped"; title: string; variantTitle: string; wanted: number; quantity: number; by: "available" | "limit" }
  /** All lines are kept, and together they are more than a cart takes: nothing can be added until some are taken out. */
  | { kind: "over_line_limit"; lines: number; limit: number }
  /** The customer's own cart had a code already. */
  | { kind: "coupon_dropped"; code: string; kept: string }
  /** One of the carts is being ordered: the other is kept and joins later. */
  | { kind: "kept_aside"; quantity: number };

/** What was wanted of several things at once and could not be had like that. */
export type AddNotice =
  | { kind: "not_for_sale"; title: string; variantTitle: string }
  /** So many were put in, maybe none: that is all there is besides what the cart has, or all that may be ordered at once. */
  | { kind: "fewer"; title: string; variantTitle: string; wanted: number; quantity: number; by: "available" | "limit" }
  /** The cart has as many lines as it takes. */
  | { kind: "no_room"; title: string; variantTitle: string; limit: number };

export interface CartLineView {
  id: string;
  variantId: string;
  productId: string;
  productSlug: string;
  productTitle: string;
  variantTitle: string;
  sku: string | null;
  imageUrl: string | null;
  quantity: number;
  /** Today's price. */
  unitPrice: Money;
  compareAt: Money | null;
  total: Money;
  /** Its share of the discounts. */
  discount: Money;
  /** Units that this cart could have of it; fewer than `quantity` must be settled before checkout. */
  available: number;
  isForSale: boolean;
}

export interface CartView {
  /** Null until something was put in. */
  id: string | null;
  currency: string;
  lines: CartLineView[];
  /** Units over all lines. */
  quantity: number;
  /** The goods at their full price. */
  subtotal: Money;
  /** What is taken off, in the order in which it was. */
  discounts: DiscountView[];
  /** Codes that were entered, whether or not they count. */
  couponCodes: string[];
  /** The goods less the discounts; shipping and tax on top are the checkout's. */
  total: Money;
  notices: CartNotice[];
  /** False while a line can't be bought as it stands. */
  canCheckOut: boolean;
}
