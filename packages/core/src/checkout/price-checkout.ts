import type { CartLineView } from "../cart/index.ts";
import type { Money } from "../kernel/money.ts";
import { taxOn } from "../tax/index.ts";
import type { TotalsView } from "./views.ts";

export interface CheckoutPriceFacts {
  lines: readonly Pick<CartLineView, "id" | "total">[];
  shippingMinor: number;
  taxRateBasisPoints: number;
  pricesIncludeTax: boolean;
  currency: string;
}

/** Totals and each line's tax. lines - discount + shipping + tax not already in the prices = total. */
export function priceCheckout(facts: CheckoutPriceFacts): TotalsView & { lineTaxMinor: Map<string, number> } {
  const { taxRateBasisPoints, pricesIncludeTax, currency } = facts;
  const money = (amountMinor: number): Money => ({ amountMinor, currency });
  const lineTaxMinor = new Map(
    facts.lines.map((line) => [line.id, taxOn(line.total.amountMinor, taxRateBasisPoints, pricesIncludeTax)]),
  );
  const linesMinor = facts.lines.reduce((sum, line) => sum + line.total.amountMinor, 0);
  const shippingTaxMinor = taxOn(facts.shippingMinor, taxRateBasisPoints, pricesIncludeTax);
  const taxMinor = [...lineTaxMinor.values()].reduce((sum, tax) => sum + tax, shippingTaxMinor);
  return {
    lines: money(linesMinor),
    discount: money(0),
    shipping: money(facts.shippingMinor),
    tax: money(taxMinor),
    taxRateBasisPoints,
    pricesIncludeTax,
    total: money(linesMinor + facts.shippingMinor + (pricesIncludeTax ? 0 : taxMinor)),
    lineTaxMinor,
  };
}
