import type { AddressRecord } from "@cartwright/db";
import type { CartView } from "../cart/views.ts";
import type { Money } from "../kernel/money.ts";
import type { PaymentMethod } from "../payments/schemas.ts";
import type { DiscountView } from "../promotions/views.ts";
import type { ShippingMethodView } from "../shipping/views.ts";

/** The cart with all that is needed to place it. `total` is what `checkout.place` expects to be told back. */
export interface CheckoutView {
  cart: CartView;
  email: string | null;
  shippingAddress: AddressRecord | null;
  billingAddress: AddressRecord | null;
  /** Countries the shop sends to. */
  countries: readonly string[];
  /** For the country of the address, or of the shop while there is none. */
  shippingMethods: ShippingMethodView[];
  shippingMethod: ShippingMethodView | null;
  paymentMethods: PaymentMethod[];
  totals: TotalsView;
  /** What still has to be given, by field name. */
  missing: ("email" | "shippingAddress" | "shippingMethod")[];
  /** Until when the shop holds the units for this cart; null when it holds none. */
  heldUntil: string | null;
  /** The same in seconds from this answer, for who has a clock of their own. */
  heldSeconds: number | null;
}

export interface TotalsView {
  lines: Money;
  /** The sum of the discounts. */
  discount: Money;
  discounts: DiscountView[];
  shipping: Money;
  tax: Money;
  taxRateBasisPoints: number;
  pricesIncludeTax: boolean;
  total: Money;
}

/** What the buyer gets back: the number to quote and the word that opens the confirmation. */
export interface PlacedOrderView {
  orderId: string;
  orderNumber: number;
  accessToken: string;
  total: Money;
}
