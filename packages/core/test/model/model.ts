/** What a story's world should look like: totals a variant, and what became of each order. */
export interface Model {
  /** By variant, over all locations. */
  onHand: number[];
  /** Held or allocated, by variant. */
  promised: number[];
  transfers: ModelTransfer[];
  orders: ModelOrder[];
  holds: ModelHold[];
}

export interface ModelTransfer {
  variant: number;
  quantity: number;
  isOpen: boolean;
}

/** A cart in checkout whose buyer has not made up their mind. */
export interface ModelHold {
  variant: number;
  quantity: number;
  isOpen: boolean;
}

export interface ModelOrder {
  lines: ModelLine[];
  /** Its gateway has booked the money, and the shop does not know yet. */
  isUnclear: boolean;
  capturedMinor: number;
  /** What its buyer has to pay in all. */
  owedMinor: number;
  /** Captured, less what went back because the order became worth less. */
  paidMinor: number;
  /** There is one promise at most. */
  promisedMinor: number;
  isPromiseCash: boolean;
  /** What was refunded without anything coming back. */
  goodwillMinor: number;
}

export interface ModelLine {
  variant: number;
  quantity: number;
  shipped: number;
  cancelled: number;
  returned: number;
  /** Of those that were sent and are not back: their money went back already. */
  away: number;
}

export function newModel(onHand: readonly number[]): Model {
  return { onHand: [...onHand], promised: onHand.map(() => 0), transfers: [], orders: [], holds: [] };
}

export function available(model: Model, variant: number): number {
  return Math.max(0, at(model.onHand, variant) - at(model.promised, variant));
}

export function unshipped(line: ModelLine): number {
  return line.quantity - line.shipped - line.cancelled;
}

/** An order's worth falls: what nobody pays is due no more, then promises fall, and then money goes back. */
export function fall(order: ModelOrder, byMinor: number): void {
  const open = Math.max(0, order.owedMinor - order.promisedMinor - order.paidMinor);
  const rest = Math.max(0, byMinor - open);
  const lowered = Math.min(order.promisedMinor, rest);
  order.promisedMinor -= lowered;
  order.paidMinor -= Math.min(rest - lowered, order.paidMinor - order.goodwillMinor);
  order.owedMinor -= byMinor;
}

/** The promised money comes. */
export function takePromised(order: ModelOrder): void {
  order.capturedMinor += order.promisedMinor;
  order.paidMinor += order.promisedMinor;
  order.promisedMinor = 0;
}

export function add(counts: number[], index: number, by: number): void {
  counts[index] = at(counts, index) + by;
}

/** An element that the story knows to be there. */
export function at<T>(items: readonly T[], index: number): T {
  const item = items[index];
  if (item === undefined) throw new Error(`there is no element ${index}`);
  return item;
}
