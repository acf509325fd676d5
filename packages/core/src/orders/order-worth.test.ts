import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { includedTax, applyRate, splitByWeight } from "../kernel/money.ts";
import { orderWorth, worthOfCancelled, worthOfUnits, type WorthLine, type WorthOrder } from "./order-worth.ts";

interface Case {
  order: WorthOrder & { status: string };
  lines: WorthLine[];
}

/** Orders in currencies of any number of decimals: minor units from a handful (yen) to millions (dinars). */
const anOrder: fc.Arbitrary<Case> = fc
  .record({
    lines: fc.array(fc.record({ quantity: fc.integer({ min: 1, max: 9 }), unitPriceMinor: fc.constantFrom(0, 1, 7, 99, 1_250, 12_345, 3_999_999) }), {
      minLength: 1,
      maxLength: 5,
    }),
    discountPercent: fc.integer({ min: 0, max: 100 }),
    shippingMinor: fc.constantFrom(0, 490, 5, 4_905),
    rate: fc.constantFrom(0, 700, 1_900, 2_125),
    pricesIncludeTax: fc.boolean(),
  })
  .map(({ lines, discountPercent, shippingMinor, rate, pricesIncludeTax }) => {
    const totals = lines.map((line) => line.quantity * line.unitPriceMinor);
    const goods = totals.reduce((sum, total) => sum + total, 0);
    const discountMinor = applyRate(goods, discountPercent * 100);
    const discounts = splitByWeight(discountMinor, totals);
    const tax = (minor: number) => (pricesIncludeTax ? includedTax(minor, rate) : applyRate(minor, rate));
    const taxes = totals.map((total, at) => tax(total - (discounts[at] ?? 0)));
    const taxMinor = taxes.reduce((sum, one) => sum + one, tax(shippingMinor));
    const totalMinor = goods - discountMinor + shippingMinor + (pricesIncludeTax ? 0 : taxMinor);
    return {
      order: { status: "confirmed", discountMinor, shippingMinor, taxMinor, totalMinor, pricesIncludeTax },
      lines: lines.map((line, at) => ({
        id: `line-${at}`,
        quantity: line.quantity,
        quantityShipped: 0,
        quantityCancelled: 0,
        quantityReturned: 0,
        totalMinor: totals[at] ?? 0,
        discountMinor: discounts[at] ?? 0,
        taxMinor: taxes[at] ?? 0,
      })),
    };
  });

const steps = fc.array(fc.record({ line: fc.nat(4), quantity: fc.integer({ min: 1, max: 9 }) }), { maxLength: 20 });

/** The steps as far as there are units for them, and then all that is left. */
function cancelAll({ order, lines }: Case, wanted: readonly { line: number; quantity: number }[]): number[] {
  const amounts: number[] = [];
  const cancel = (line: WorthLine, quantity: number) => {
    amounts.push(worthOfCancelled(order, lines, [{ orderLineId: line.id, quantity }]).amountMinor);
    line.quantityCancelled += quantity;
  };
  for (const { line: at, quantity } of wanted) {
    const line = lines[at % lines.length];
    if (line && line.quantityCancelled < line.quantity) cancel(line, Math.min(quantity, line.quantity - line.quantityCancelled));
  }
  for (const line of lines) if (line.quantityCancelled < line.quantity) cancel(line, line.quantity - line.quantityCancelled);
  return amounts;
}

const sum = (amounts: readonly number[]) => amounts.reduce((all, one) => all + one, 0);

describe("what units are worth", () => {
  it("adds up to exactly the total when everything is cancelled, in whatever steps", () => {
    fc.assert(fc.property(anOrder, steps, (given, wanted) => sum(cancelAll(given, wanted)) === given.order.totalMinor));
  });

  it("is never less than nothing", () => {
    fc.assert(fc.property(anOrder, steps, (given, wanted) => cancelAll(given, wanted).every((amount) => amount >= 0)));
  });

  it("adds up to the line whether units are cancelled or come back, and the order is worth the rest at every step", () => {
    fc.assert(
      fc.property(anOrder, fc.array(fc.boolean(), { minLength: 45, maxLength: 45 }), ({ order, lines }, isReturned) => {
        let gone = 0;
        let at = 0;
        for (const line of lines) {
          line.quantityShipped = line.quantity;
          for (let unit = 0; unit < line.quantity; unit += 1) {
            gone += worthOfUnits(order, lines, [{ orderLineId: line.id, quantity: 1 }]).amountMinor;
            if (isReturned[at++]) line.quantityReturned += 1;
            else line.quantityCancelled += 1;
            expect(orderWorth(order, lines)).toBe(order.totalMinor - gone);
          }
        }
        const tax = order.pricesIncludeTax ? 0 : order.taxMinor - sum(lines.map((line) => line.taxMinor));
        expect(orderWorth(order, lines)).toBe(order.shippingMinor + tax);
      }),
    );
  });

  it("gives an odd cent to the first unit", () => {
    const line = { id: "a", quantity: 3, quantityShipped: 0, quantityCancelled: 0, quantityReturned: 0, totalMinor: 100, discountMinor: 0, taxMinor: 0 };
    const order = { discountMinor: 0, shippingMinor: 0, taxMinor: 0, totalMinor: 100, pricesIncludeTax: true };
    const one = (gone: number) => worthOfUnits(order, [{ ...line, quantityCancelled: gone }], [{ orderLineId: "a", quantity: 1 }]).amountMinor;
    expect([one(0), one(1), one(2)]).toEqual([34, 33, 33]);
  });
});
