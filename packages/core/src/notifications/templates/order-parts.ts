import { countryRules, formatMoney, type Money } from "../../kernel/index.ts";
import type { OrderView } from "../../orders/index.ts";
import { paymentMethodLabels, type PaymentMethod } from "../../payments/schemas.ts";
import { heading, lines, text, type Block, type Fact, type Good } from "../letter.ts";

/** Units of an order's lines, by line. */
export interface Units {
  lineId: string;
  quantity: number;
}

export const money = (amount: Money): string => formatMoney(amount);
export const minor = (amountMinor: number, { totals }: OrderView): string => formatMoney({ amountMinor, currency: totals.total.currency });

/** These units of the order, as they were sold; without amounts. */
export function goodsOf({ lines }: Pick<OrderView, "lines">, units: readonly Units[]): Block {
  const goods = units.flatMap(({ lineId, quantity }): Good[] => {
    const line = lines.find(({ id }) => id === lineId);
    return line && quantity > 0 ? [{ title: line.productTitle, detail: line.variantTitle, quantity }] : [];
  });
  return { kind: "goods", goods };
}

/** All that was ordered, with what each line comes to. */
export function orderedGoods({ lines }: OrderView): Block {
  return { kind: "goods", goods: lines.map((line) => ({ title: line.productTitle, detail: line.variantTitle, quantity: line.quantity, amount: money(line.total) })) };
}

export function totalsOf({ totals, shippingMethodName }: OrderView): Block {
  const facts: Fact[] = [
    { label: "Goods", value: money(totals.lines) },
    ...totals.discounts.map(({ label, amount }) => ({ label, value: minus(amount) })),
    { label: `Shipping (${shippingMethodName})`, value: money(totals.shipping) },
    ...(totals.tax.amountMinor === 0 ? [] : [{ label: totals.pricesIncludeTax ? "Tax, in the prices" : "Tax", value: money(totals.tax) }]),
    { label: "Total", value: money(totals.total), isSum: true },
  ];
  return { kind: "facts", facts };
}

function minus({ amountMinor, currency }: Money): string {
  return formatMoney({ amountMinor: -Math.abs(amountMinor), currency });
}

export function addressOf({ shippingAddress: address }: OrderView): Block {
  const { name, company, line1, line2, postcode, city, region, country } = address;
  return lines([name, company, line1, line2, [postcode, city].filter(Boolean).join(" "), region, countryRules[country]?.name ?? country]);
}

/** How it was paid, or is to be paid. */
export function paymentBlocks({ payments }: OrderView): Block[] {
  const good = payments.filter(({ status }) => status === "pending" || status === "authorised" || status === "captured");
  if (good.length === 0) return [];
  return [heading("Payment"), { kind: "facts", facts: good.map(({ method, amount }) => ({ label: methodLabel(method), value: money(amount) })) }];
}

function methodLabel(method: string): string {
  return paymentMethodLabels[method as PaymentMethod] ?? "Paid";
}

/** What to transfer, where to and under which words; nothing where nothing is to be transferred. */
export function transferBlocks(order: OrderView, bankAccount: string, paymentId?: string): Block[] {
  const promised = order.payments.filter((payment) => payment.method === "bank_transfer" && payment.status === "pending" && (paymentId === undefined || payment.id === paymentId));
  if (promised.length === 0 || bankAccount === "") return [];
  const amountMinor = promised.reduce((sum, { amount }) => sum + amount.amountMinor, 0);
  return [
    heading("How to pay"),
    text(`Please transfer ${minor(amountMinor, order)} and quote the order’s number, so that we know what it is for.`),
    lines([...bankAccount.split("\n"), `Reference: Order ${order.number}`, `Amount: ${minor(amountMinor, order)}`]),
  ];
}
