import type { CartLineView } from "../cart/index.ts";
import type { Money } from "../kernel/money.ts";
import type { DiscountView } from "../promotions/views.ts";
import { taxOn } from "../tax/index.ts";
import type { TotalsView } from "./views.ts";

export interface CheckoutPriceFacts {
  lines: readonly Pick<CartLineView, "id" | "total" | "discount">[];
  /** The lines' shares add up to these. */
  discounts: DiscountView[];
  shippingMinor: number;
  taxRateBasisPoints: number;
  pricesIncludeTax: boolean;
  currency: string;
}

/** Totals and each line's tax, which is that of what the line costs after its share of the discounts. lines - discount + shipping + tax not already in the prices = total. */
export function priceCheckout(facts: CheckoutPriceFacts): TotalsView & { lineTaxMinor: Map<string, number> } {
  const { taxRateBasisPoints, pricesIncludeTax, currency } = facts;
  const money = (amountMinor: number): Money => ({ amountMinor, currency });
  const lineTaxMinor = new Map(
    facts.lines.map((line) => [line.id, taxOn(line.total.amountMinor - line.discount.amountMinor, taxRateBasisPoints, pricesIncludeTax)]),
  );
  const linesMinor = facts.lines.reduce((sum, line) => sum + line.total.amountMinor, 0);
  const discountMinor = facts.discounts.reduce((sum, discount) => sum + discount.amount.amountMinor, 0);
  const shippingTaxMinor = taxOn(facts.shippingMinor, taxRateBasisPoints, pricesIncludeTax);
  const taxMinor = [...lineTaxMinor.values()].reduce((sum, tax) => sum + tax, shippingTaxMinor);
  return {
    lines: money(linesMinor),
    discount: money(discountMinor),
    discounts: facts.discounts,
    shipping: money(facts.shippingMinor),
    tax: money(taxMinor),
    taxRateBasisPoints,
    pricesIncludeTax,
    total: money(linesMinor - discountMinor + facts.shippingMinor + (pricesIncludeTax ? 0 : taxMinor)),
    lineTaxMinor,
  };
}
