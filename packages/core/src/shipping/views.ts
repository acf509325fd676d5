import type { Money } from "../kernel/money.ts";

export interface ShippingMethodView {
  id: string;
  code: string;
  name: string;
  description: string;
  /** What it costs for these goods. */
  price: Money;
  /** Free from this goods value on, where there is one. */
  freeOver: Money | null;
}
