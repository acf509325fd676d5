import type { AsyncCommand } from "fast-check";
import { addPayment, cancelOrder, cancelPayment, capturePayment, deliverOrder, refundOrder, shipOrder, type StaffOrderView } from "../../src/orders/index.ts";
import { createReturn, receiveReturn } from "../../src/returns/index.ts";
import { add, at, fall, takePromised, unshipped, type Model, type ModelLine, type ModelOrder } from "./model.ts";
import { expectOrder, expectRefusal, expectStock, prices, readOrder, type Shop } from "./shop.ts";

/** What is done to one of the orders there are, chosen by a number that may be larger than their count. */
abstract class ToOrder implements AsyncCommand<Model, Shop> {
  constructor(
    readonly pick: number,
    readonly most: number,
  ) {}

  abstract readonly what: string;
  /** Units of a line that it could be done to. */
  abstract unitsOf(line: ModelLine): number;
  abstract do(shop: Shop, model: Model, found: Found): Promise<void>;

  check = (model: Readonly<Model>) => {
    const order = this.choose(model);
    return order !== undefined && !order.isUnclear && order.lines.some((line) => this.unitsOf(line) > 0);
  };

  async run(model: Model, shop: Shop): Promise<void> {
    const index = this.pick % model.orders.length;
    const order = at(model.orders, index);
    const { lines } = await readOrder(shop, index);
    const units = order.lines
      .map((line, i) => ({ line, lineId: at(lines, i).id, quantity: Math.min(this.most, this.unitsOf(line)) }))
      .filter(({ quantity }) => quantity > 0);
    await this.do(shop, model, { order, id: at(shop.orderIds, index), units });
    await expectStock(model, shop);
    await expectOrder(model, shop, index);
  }

  choose(model: Readonly<Model>): ModelOrder | undefined {
    return model.orders.length === 0 ? undefined : model.orders[this.pick % model.orders.length];
  }

  toString = () => `${this.what}, up to ${this.most} of a line (order ${this.pick})`;
}

interface Found {
  order: ModelOrder;
  id: string;
  units: { line: ModelLine; lineId: string; quantity: number }[];
}

const asked = (units: Found["units"]) => units.map(({ lineId, quantity }) => ({ lineId, quantity }));

export class Ship extends ToOrder {
  readonly what = "a parcel leaves";
  unitsOf = unshipped;

  async do(shop: Shop, model: Model, { id, units }: Found): Promise<void> {
    await shipOrder(shop.staff, { order: id, lines: asked(units) });
    for (const { line, quantity } of units) {
      line.shipped += quantity;
      add(model.onHand, line.variant, -quantity);
      add(model.promised, line.variant, -quantity);
    }
  }
}

export class Cancel extends ToOrder {
  readonly what = "units are cancelled";
  unitsOf = unshipped;

  async do(shop: Shop, model: Model, { order, id, units }: Found): Promise<void> {
    const after = await cancelOrder(shop.staff, { order: id, lines: asked(units), reason: "the buyer wrote" });
    for (const { line, quantity } of units) {
      line.cancelled += quantity;
      add(model.promised, line.variant, -quantity);
    }
    // The shipping goes back with the last unit of an order that was never sent.
    const isAll = order.lines.every((line) => line.cancelled === line.quantity);
    fall(order, isAll ? order.owedMinor : worthOf(units));
    noteCash(order, after);
  }
}

/** More than there is must be refused, whatever it is asked of. */
export class CancelTooMany extends ToOrder {
  readonly what = "more units are cancelled than there are";
  unitsOf = unshipped;

  async do(shop: Shop, _: Model, { id, units }: Found): Promise<void> {
    const { lineId, line } = at(units, 0);
    const cancelled = cancelOrder(shop.staff, { order: id, lines: [{ lineId, quantity: unshipped(line) + 1 }], reason: "a slip" });
    await expectRefusal(cancelled, /^order.too_many_units$/);
  }
}

export class TakeBack extends ToOrder {
  readonly what = "units come back, one of them broken";
  unitsOf = (line: ModelLine) => line.shipped - line.returned;

  async do(shop: Shop, model: Model, { order, id, units }: Found): Promise<void> {
    const opened = await createReturn(shop.staff, { order: id, lines: asked(units), reason: "changed_mind" });
    const lines = units.map(({ lineId, quantity }, i) => ({ lineId, restocked: i === 0 ? quantity - 1 : quantity, writtenOff: i === 0 ? 1 : 0 }));
    await receiveReturn(shop.staff, { return: opened.id, lines, location: undefined, isLast: true });
    for (const [i, { line, quantity }] of units.entries()) {
      line.returned += quantity;
      add(model.onHand, line.variant, at(lines, i).restocked);
      const paidBack = Math.min(line.away, quantity);
      line.away -= paidBack;
      fall(order, (quantity - paidBack) * at(prices, line.variant));
    }
  }
}

export class Deliver extends ToOrder {
  readonly what = "every parcel arrives";
  unitsOf = (line: ModelLine) => line.shipped - line.returned;

  async do(shop: Shop, model: Model, { order, id }: Found): Promise<void> {
    const before = await readOrder(shop, model.orders.indexOf(order));
    if (before.shipments.some((parcel) => parcel.status === "shipped")) noteCash(order, await deliverOrder(shop.staff, { order: id }));
  }
}

const worthOf = (units: Found["units"]) => units.reduce((minor, { line, quantity }) => minor + quantity * at(prices, line.variant), 0);

/** Cash comes with the last parcel, or when nothing more will come. */
function noteCash(order: ModelOrder, after: StaffOrderView): void {
  if (order.isPromiseCash && after.status === "delivered") takePromised(order);
}

/** Some money goes back for a smile; more than was taken never does. */
export class Refund extends ToOrder {
  readonly what = "money is given back";
  unitsOf = () => 1;

  async do(shop: Shop, model: Model, { order, id }: Found): Promise<void> {
    const { payments } = await readOrder(shop, model.orders.indexOf(order));
    const left = payments.reduce((sum, payment) => sum + payment.captured.amountMinor - payment.refunded.amountMinor, 0);
    const amountMinor = this.most * 100;
    const refunded = refundOrder(shop.staff, { order: id, amountMinor, reason: "sorry" });
    if (amountMinor > left) return expectRefusal(refunded, /^(payment.refund_too_much|order.nothing_to_refund)$/);
    await refunded;
    order.goodwillMinor += amountMinor;
  }
}

/** Units stay away, and their money goes back all the same. */
export class RefundUnits extends ToOrder {
  readonly what = "units are refunded and stay away";
  unitsOf = (line: ModelLine) => line.shipped - line.returned - line.away;

  async do(shop: Shop, _: Model, { order, id, units }: Found): Promise<void> {
    const minor = worthOf(units);
    const refunded = refundOrder(shop.staff, { order: id, lines: asked(units), reason: "broken on the way" });
    if (minor > order.paidMinor - order.goodwillMinor) return expectRefusal(refunded, /^(payment.refund_too_much|order.nothing_to_refund)$/);
    await refunded;
    for (const { line, quantity } of units) line.away += quantity;
    order.owedMinor -= minor;
    order.paidMinor -= minor;
  }
}

/** What was promised comes, is given up, or is promised anew as far as nobody pays it. */
export class Settle extends ToOrder {
  readonly what = "a promise is kept, given up or made";
  unitsOf = () => 1;

  async do(shop: Shop, model: Model, { order, id }: Found): Promise<void> {
    const { payments, status } = await readOrder(shop, model.orders.indexOf(order));
    const promise = payments.find((payment) => payment.status === "pending");
    if (promise && this.most > 2) {
      await capturePayment(shop.staff, { order: id, paymentId: promise.id });
      return takePromised(order);
    }
    if (promise) {
      await cancelPayment(shop.staff, { order: id, paymentId: promise.id });
      order.promisedMinor = 0;
      return;
    }
    const open = order.owedMinor - order.paidMinor;
    if (open <= 0 || status === "cancelled" || status === "returned") return;
    const add = (amountMinor: number) => addPayment(shop.staff, { order: id, method: "bank_transfer", amountMinor });
    await expectRefusal(add(open + 1), /^payment.exceeds_total$/);
    await add(open);
    Object.assign(order, { promisedMinor: open, isPromiseCash: false });
  }
}
