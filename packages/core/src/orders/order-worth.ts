import { sumOfShares } from "../kernel/money.ts";

/** Minor units by kind. `amountMinor` = goods - discount + shipping + tax, where tax in the prices counts as 0. */
export interface Amounts {
  goodsMinor: number;
  discountMinor: number;
  shippingMinor: number;
  taxMinor: number;
  amountMinor: number;
}

export interface WorthOrder {
  discountMinor: number;
  shippingMinor: number;
  taxMinor: number;
  totalMinor: number;
  pricesIncludeTax: boolean;
}

export interface WorthLine {
  id: string;
  quantity: number;
  quantityShipped: number;
  quantityCancelled: number;
  quantityReturned: number;
  totalMinor: number;
  discountMinor: number;
  taxMinor: number;
}

/** What some units of a line are to their order. */
export interface Units {
  orderLineId: string;
  quantity: number;
}

/**
 * What units are worth: their shares of the line's total, discount and tax. Units leave a line one after the other,
 * cancelled or returned, and the shares of all of them add up to the line exactly. `skipped` are units that count as gone already.
 */
export function worthOfUnits(order: WorthOrder, lines: readonly WorthLine[], units: readonly Units[], skipped: readonly Units[] = []): Amounts {
  let [goodsMinor, discountMinor, taxMinor] = [0, 0, 0];
  for (const line of lines) {
    const from = line.quantityCancelled + line.quantityReturned + quantityOf(skipped, line.id);
    const to = from + quantityOf(units, line.id);
    const share = (minor: number) => sumOfShares(minor, line.quantity, to) - sumOfShares(minor, line.quantity, from);
    goodsMinor += share(line.totalMinor);
    discountMinor += share(line.discountMinor);
    taxMinor += share(line.taxMinor);
  }
  return sum(order, { goodsMinor, discountMinor, shippingMinor: 0, taxMinor });
}

/** The same for units that are cancelled: when nothing is left and nothing was sent, the shipping goes with them. */
export function worthOfCancelled(order: WorthOrder, lines: readonly WorthLine[], units: readonly Units[]): Amounts {
  const goods = worthOfUnits(order, lines, units);
  const isAll = lines.every((line) => line.quantity === line.quantityCancelled + quantityOf(units, line.id));
  if (!isAll) return goods;
  const ofLines = (column: "discountMinor" | "taxMinor") => lines.reduce((all, line) => all + line[column], 0);
  return sum(order, {
    goodsMinor: goods.goodsMinor,
    discountMinor: goods.discountMinor + order.discountMinor - ofLines("discountMinor"),
    shippingMinor: order.shippingMinor,
    taxMinor: goods.taxMinor + order.taxMinor - ofLines("taxMinor"),
  });
}

/** What an order is worth now, in minor units: its total without what was cancelled or came back. */
export function orderWorth(order: WorthOrder & { status: string }, lines: readonly WorthLine[]): number {
  if (order.status === "cancelled") return 0;
  const gone = lines.map((line) => ({ orderLineId: line.id, quantity: line.quantityCancelled + line.quantityReturned }));
  const untouched = lines.map((line) => ({ ...line, quantityCancelled: 0, quantityReturned: 0 }));
  return order.totalMinor - worthOfUnits(order, untouched, gone).amountMinor;
}

/**
 * What an order's buyer has to pay in all, in minor units: its worth without units whose money went back while they stay away.
 */
export function owedWorth(order: WorthOrder & { status: string }, lines: readonly WorthLine[], refundedUnits: Readonly<Record<string, number>>): number {
  const away = Object.entries(refundedUnits).map(([orderLineId, quantity]) => ({ orderLineId, quantity }));
  return orderWorth(order, lines) - worthOfUnits(order, lines, away).amountMinor;
}

function sum(order: WorthOrder, parts: Omit<Amounts, "amountMinor">): Amounts {
  const tax = order.pricesIncludeTax ? 0 : parts.taxMinor;
  return { ...parts, amountMinor: parts.goodsMinor - parts.discountMinor + parts.shippingMinor + tax };
}

function quantityOf(units: readonly Units[], lineId: string): number {
  return units.reduce((all, one) => (one.orderLineId === lineId ? all + one.quantity : all), 0);
}
