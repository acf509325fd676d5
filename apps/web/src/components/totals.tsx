import { price, type Money } from "../lib/money.ts";

interface TotalsProps {
  totals: { lines: Money; discounts: { code: string | null; label: string; amount: Money }[]; shipping: Money; tax: Money; pricesIncludeTax: boolean; total: Money };
  /** Postage is not known before a way to send is chosen. */
  isShippingKnown?: boolean;
}

/** How a total comes about. */
export function Totals({ totals, isShippingKnown = true }: TotalsProps) {
  const { lines, discounts, shipping, tax, pricesIncludeTax, total } = totals;
  return (
    <dl className="space-y-2 text-sm">
      <Row name="Goods" text={price(lines)} />
      {discounts.map(({ code, label, amount }) => (
        <Row key={code ?? label} name={code ? `${label} (${code})` : label} text={`−${price(amount)}`} />
      ))}
      <Row name="Postage" text={isShippingKnown ? (shipping.amountMinor === 0 ? "Free" : price(shipping)) : "To be chosen"} />
      {!pricesIncludeTax && <Row name="Tax" text={price(tax)} />}
      <div className="flex items-baseline justify-between gap-4 border-t border-edge pt-3">
        <dt className="text-base">Total</dt>
        <dd className="figures font-display text-2xl">{price(total)}</dd>
      </div>
      {pricesIncludeTax && tax.amountMinor > 0 && <Row name="Of which tax" text={price(tax)} />}
    </dl>
  );
}

function Row({ name, text }: { name: string; text: string }) {
  return (
    <div className="flex justify-between gap-4">
      <dt className="text-soft">{name}</dt>
      <dd className="figures shrink-0">{text}</dd>
    </div>
  );
}
