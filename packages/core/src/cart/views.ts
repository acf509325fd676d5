import type { Money } from "../kernel/money.ts";

/** What changed since the shopper last looked. Nothing leaves a cart without one of these. */
export type CartNotice =
  | { kind: "price_changed"; lineId: string; title: string; from: Money; to: Money }
  | { kind: "insufficient_stock"; lineId: string; title: string; wanted: number; available: number }
  | { kind: "not_for_sale"; lineId: string; title: string };

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
  subtotal: Money;
  notices: CartNotice[];
  /** False while a line can't be bought as it stands. */
  canCheckOut: boolean;
}
