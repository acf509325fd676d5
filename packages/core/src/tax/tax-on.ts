import { applyRate, includedTax } from "../kernel/money.ts";

/** The tax of an amount: what is inside it when prices include tax, else what comes on top. */
export function taxOn(amountMinor: number, rateBasisPoints: number, pricesIncludeTax: boolean): number {
  return pricesIncludeTax ? includedTax(amountMinor, rateBasisPoints) : applyRate(amountMinor, rateBasisPoints);
}
