import type { AsyncCommand } from "fast-check";
import { addCartLine } from "../../src/cart/index.ts";
import { holdCheckout, placeOrder, resumePlacements, updateCheckout } from "../../src/checkout/index.ts";
import { releaseExpiredHolds } from "../../src/inventory/index.ts";
import { listOrders } from "../../src/orders/index.ts";
import { aGuest, anAddress, as, placeInput, splitInput, type TestContext } from "../../src/testing/index.ts";
import { add, at, available, type Model, type ModelOrder } from "./model.ts";
import { expectOrder, expectRefusal, expectStock, readOrder, type Shop } from "./shop.ts";

export type HowToPay = "card" | "declined card" | "card whose answer gets lost" | "card and an unreachable bank" | "on delivery" | "half by transfer";

/** A new buyer wants so many units of each variant and pays at once. */
export class Buy implements AsyncCommand<Model, Shop> {
  constructor(
    readonly wants: readonly number[],
    readonly pay: HowToPay,
  ) {}

  check = () => this.wants.some((quantity) => quantity > 0);

  async run(model: Model, shop: Shop): Promise<void> {
    const buyer = as(shop.ctx, aGuest());
    const lines = this.wants.map((quantity, variant) => ({ variant, quantity })).filter(({ quantity }) => quantity > 0);
    const short = lines.find(({ variant, quantity }) => quantity > available(model, variant));
    const filled = fillCart(buyer, shop, lines);
    if (short) return expectRefusal(filled, /^cart.insufficient_stock$/);
    await filled;
    await this.#place(model, shop, buyer, lines);
    await expectStock(model, shop);
  }

  async #place(model: Model, shop: Shop, buyer: TestContext, lines: { variant: number; quantity: number }[]): Promise<void> {
    const { gateway } = shop;
    const promise = () => {
      for (const { variant, quantity } of lines) add(model.promised, variant, quantity);
    };
    if (this.pay === "declined card") {
      gateway.outcome = { status: "declined", reason: "no money" };
      await expectRefusal(placeOrder(buyer, await placeInput(buyer)), /^checkout.payment_declined$/);
      gateway.outcome = { status: "captured" };
      // The buyer may want to try another card: the units are held for the cart again.
      promise();
      for (const { variant, quantity } of lines) model.holds.push({ variant, quantity, isOpen: true });
      return;
    }
    const order: ModelOrder = { lines: lines.map((line) => ({ ...line, shipped: 0, cancelled: 0, returned: 0, away: 0 })), isUnclear: false, capturedMinor: 0, owedMinor: 0, paidMinor: 0, promisedMinor: 0, isPromiseCash: this.pay === "on delivery", goodwillMinor: 0 };
    promise();
    if (this.pay === "card and an unreachable bank") {
      loseAnswers(shop, false);
      await expectRefusal(placeOrder(buyer, await placeInput(buyer)), /^checkout.payment_unclear$/);
      findAnswers(shop);
      order.isUnclear = true;
      shop.orderIds.push(await newestOrder(shop));
    } else {
      if (this.pay === "card whose answer gets lost") loseAnswers(shop, true);
      const placed = await placeOrder(buyer, await this.#input(buyer));
      findAnswers(shop);
      shop.orderIds.push(placed.orderId);
      order.owedMinor = placed.total.amountMinor;
      if (this.pay === "half by transfer") order.promisedMinor = Math.floor(order.owedMinor / 2);
      else if (this.pay === "on delivery") order.promisedMinor = order.owedMinor;
      order.paidMinor = order.capturedMinor = order.owedMinor - order.promisedMinor;
    }
    model.orders.push(order);
    await expectOrder(model, shop, model.orders.length - 1);
  }

  async #input(buyer: TestContext) {
    const input = await placeInput(buyer);
    if (this.pay === "half by transfer") return splitInput(buyer, Math.floor(input.expectedTotalMinor / 2));
    if (this.pay !== "on delivery") return input;
    const { card: _, ...paper } = input;
    return { ...paper, paymentMethod: "cash_on_delivery" as const };
  }

  toString = () => `a buyer wants ${this.wants.join(" and ")} and pays by ${this.pay}`;
}

/** A new buyer opens the checkout and looks out of the window. */
export class OpenCheckout implements AsyncCommand<Model, Shop> {
  constructor(
    readonly variant: number,
    readonly quantity: number,
  ) {}

  check = (model: Readonly<Model>) => this.quantity <= available(model, this.variant);

  async run(model: Model, shop: Shop): Promise<void> {
    const buyer = as(shop.ctx, aGuest());
    await fillCart(buyer, shop, [this]);
    await holdCheckout(buyer);
    add(model.promised, this.variant, this.quantity);
    model.holds.push({ variant: this.variant, quantity: this.quantity, isOpen: true });
    await expectStock(model, shop);
  }

  toString = () => `a buyer opens the checkout with ${this.quantity} of variant ${this.variant}`;
}

/** Time enough for every hold to run out; orders that are being paid keep theirs. */
export class LetHoldsRunOut implements AsyncCommand<Model, Shop> {
  check = (model: Readonly<Model>) => model.holds.some((hold) => hold.isOpen);

  async run(model: Model, shop: Shop): Promise<void> {
    shop.ctx.clock.advanceMinutes(16);
    await releaseExpiredHolds(shop.ctx);
    for (const hold of model.holds.filter((one) => one.isOpen)) {
      add(model.promised, hold.variant, -hold.quantity);
      hold.isOpen = false;
    }
    await expectStock(model, shop);
  }

  toString = () => "16 minutes pass";
}

/** The bank can be reached again, and the reaper asks it. */
export class Resume implements AsyncCommand<Model, Shop> {
  check = (model: Readonly<Model>) => model.orders.some((order) => order.isUnclear);

  async run(model: Model, shop: Shop): Promise<void> {
    await resumePlacements(shop.ctx, { graceSeconds: 0 });
    for (const [index, order] of model.orders.entries()) {
      if (!order.isUnclear) continue;
      order.isUnclear = false;
      const { number, totals } = await readOrder(shop, index);
      // The bank's own book says what was taken.
      order.capturedMinor = shop.gateway.charges.filter((charge) => charge.orderNumber === number).reduce((sum, charge) => sum + charge.amount.amountMinor, 0);
      order.paidMinor = order.capturedMinor;
      order.owedMinor = totals.total.amountMinor;
      await expectOrder(model, shop, index);
    }
    await expectStock(model, shop);
  }

  toString = () => "the reaper asks the bank";
}

async function fillCart(buyer: TestContext, shop: Shop, lines: readonly { variant: number; quantity: number }[]): Promise<void> {
  for (const { variant, quantity } of lines) await addCartLine(buyer, { variantId: at(shop.variantIds, variant), quantity });
  await updateCheckout(buyer, { email: `${crypto.randomUUID()}@example.com`, shippingAddress: anAddress, shippingMethod: "standard" });
}

/** The bank books, and its answer gets lost; it may be asked about it or not. */
function loseAnswers({ gateway }: Shop, isReachable: boolean): void {
  gateway.isBookedFirst = true;
  gateway.isReachable = isReachable;
  gateway.onCharge = () => Promise.reject(new Error("the connection was cut"));
}

function findAnswers({ gateway }: Shop): void {
  gateway.isBookedFirst = false;
  gateway.isReachable = true;
  gateway.onCharge = () => Promise.resolve();
}

async function newestOrder(shop: Shop): Promise<string> {
  return at((await listOrders(shop.staff, { limit: 1 })).items, 0).id;
}
