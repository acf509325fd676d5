import type { shippingMethods } from "@cartwright/db";
import type { ShippingMethodKind } from "@cartwright/db/constants/shipping";
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

/** A method as the shop has set it up, whatever is sent. */
export interface ShippingMethodForStaffView extends ShippingMethodView {
  kind: ShippingMethodKind;
  /** Empty: everywhere the shop sells. */
  countries: string[];
  position: number;
}

export function shippingMethodForStaffView(row: typeof shippingMethods.$inferSelect): ShippingMethodForStaffView {
  const { id, code, name, description, kind, currency, countries, position } = row;
  const price = { amountMinor: row.priceMinor, currency };
  const freeOver = row.freeOverMinor === null ? null : { amountMinor: row.freeOverMinor, currency };
  return { id, code, name, description, kind, price, freeOver, countries, position };
}
