import { inTransaction } from "@cartwright/db";
import { findCart, setCartStatus } from "../cart/index.ts";
import { holdStock, insufficientStock } from "../inventory/index.ts";
import { claimKey, DomainError, newId, type Claim, type Context, type KeyedCall } from "../kernel/index.ts";
import { createPendingOrder } from "../orders/index.ts";
import { startPayment } from "../payments/index.ts";
import { accessTokenOf } from "./answer.ts";
import { loadStoredCheckout } from "./load-checkout.ts";
import { draftOrder } from "./draft-order.ts";
import { checkoutReasons, type PlaceOrderInput } from "./schemas.ts";
import type { CheckoutView } from "./views.ts";

/** What the gateway is to be asked for, once the order is written. */
export interface BegunPlacement {
  kind: "begun";
  orderId: string;
  orderNumber: number;
  paymentId: string;
  idempotencyKey: string;
}

/**
 * The first of three steps, one transaction: the key is claimed, the cart locked and priced, the stock held and
 * the order written as `pending`. Errors: those of `placeOrder`.
 */
export async function beginPlacement(ctx: Context, input: PlaceOrderInput, call: KeyedCall): Promise<BegunPlacement | Exclude<Claim, { kind: "new" }>> {
  return inTransaction(ctx, async (ctx) => {
    const orderId = newId("ord");
    const claim = await claimKey(ctx, call, orderId);
    if (claim.kind !== "new") return claim;
    const cart = await findCart(ctx, { isLocked: true });
    if (!cart) throw new DomainError("conflict", checkoutReasons.emptyCart, "Your cart is empty.");
    if (cart.status === "placing") {
      throw new DomainError("conflict", checkoutReasons.inProgress, "This cart is already being ordered, perhaps in another tab.");
    }
    const { view, lineTaxMinor } = await loadStoredCheckout(ctx, cart);
    checkReady(view, input);
    const order = draftOrder({ orderId, cart, view, lineTaxMinor, paymentMethod: input.paymentMethod });
    await hold(ctx, order);
    await setCartStatus(ctx, cart.id, "placing");
    const payment = await startPayment(ctx, { orderId, method: input.paymentMethod, amount: view.totals.total });
    const accessToken = accessTokenOf(ctx, input.idempotencyKey, orderId);
    const { number } = await createPendingOrder(ctx, { ...order, accessToken });
    return { kind: "begun", orderId, orderNumber: number, paymentId: payment.id, idempotencyKey: payment.idempotencyKey };
  });
}

function checkReady(view: CheckoutView, input: PlaceOrderInput): void {
  if (view.cart.lines.length === 0) throw new DomainError("conflict", checkoutReasons.emptyCart, "Your cart is empty.");
  if (view.missing.length > 0) {
    throw new DomainError("invalid", checkoutReasons.incomplete, "Some things are still missing.", { fields: view.missing });
  }
  if (!view.paymentMethods.includes(input.paymentMethod)) {
    throw new DomainError("invalid", checkoutReasons.incomplete, "Choose another way to pay.", { fields: ["paymentMethod"] });
  }
  if (input.paymentMethod === "test_card" && !input.card) {
    throw new DomainError("invalid", checkoutReasons.incomplete, "Give the card number.", { fields: ["card.number"] });
  }
  // What is short is found out by the hold, which may free what ran out.
  if (view.cart.lines.some((line) => !line.isForSale)) {
    throw new DomainError("conflict", checkoutReasons.cartChanged, "Something in your cart can't be bought as it stands.", {
      notices: view.cart.notices,
    });
  }
  const totalMinor = view.totals.total.amountMinor;
  if (totalMinor !== input.expectedTotalMinor) {
    throw new DomainError("conflict", checkoutReasons.totalChanged, "The total has changed. Have a look before you order.", {
      expectedMinor: input.expectedTotalMinor,
      total: view.totals.total,
      notices: view.cart.notices,
    });
  }
}

async function hold(ctx: Context, order: ReturnType<typeof draftOrder>): Promise<void> {
  const lines = order.lines.map((line) => ({ orderLineId: line.id, variantId: line.variantId, quantity: line.quantity }));
  const expiresAt = new Date(ctx.clock.now().getTime() + ctx.shop.holdMinutes * 60_000);
  try {
    await holdStock(ctx, order.id, lines, expiresAt);
  } catch (error) {
    if (!(error instanceof DomainError) || error.reason !== insufficientStock) throw error;
    throw new DomainError("conflict", checkoutReasons.insufficientStock, "Somebody was faster: there is not enough left.", error.details, {
      cause: error,
    });
  }
}

