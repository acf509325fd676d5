import { inTransaction } from "@cartwright/db";
import { findCart, setCartStatus, type CartRow } from "../cart/index.ts";
import { bringHolds, holdStock, insufficientStock, takeOverHolds, tooFew } from "../inventory/index.ts";
import { claimKey, DomainError, newId, notNow, reachFaultPoint, type Claim, type Context, type KeyedCall } from "../kernel/index.ts";
import { createPendingOrder } from "../orders/index.ts";
import { startPayments } from "../payments/index.ts";
import { accessTokenOf } from "./answer.ts";
import type { AskedPayment } from "./ask-payments.ts";
import { checkReady } from "./check-ready.ts";
import { countCoupons } from "./count-coupons.ts";
import { draftOrder } from "./draft-order.ts";
import { loadStoredCheckout } from "./load-checkout.ts";
import { paymentMethodOf, paymentParts } from "./payment-parts.ts";
import { checkoutReasons, type PlaceOrderInput } from "./schemas.ts";

/** What the gateways are to be asked for, once the order is written. */
export interface BegunPlacement {
  kind: "begun";
  orderId: string;
  orderNumber: number;
  currency: string;
  lines: OrderHold[];
  /** In the order in which they are asked for. */
  payments: AskedPayment[];
}

interface OrderHold {
  orderLineId: string;
  variantId: string;
  quantity: number;
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
    const cart = await findCart(ctx, { isLocked: true, isOwnOnly: true });
    if (!cart) throw new DomainError("conflict", checkoutReasons.emptyCart, "Your cart is empty.");
    if (cart.status === "placing") {
      throw notNow(checkoutReasons.inProgress, "This cart is already being ordered, perhaps in another tab.");
    }
    const { view, lineTaxMinor } = await loadStoredCheckout(ctx, cart);
    const parts = paymentParts(input);
    checkReady(view, parts, input.expectedTotalMinor);
    const order = draftOrder({ orderId, cart, view, lineTaxMinor, paymentMethod: paymentMethodOf(parts) });
    const lines = order.lines.map((line) => ({ orderLineId: line.id, variantId: line.variantId, quantity: line.quantity }));
    await setCartStatus(ctx, cart.id, "placing");
    const { currency, totalMinor: worthMinor } = order;
    const begun = await startPayments(ctx, { id: orderId, currency, worthMinor, isNew: true }, { wishes: parts });
    // Late: others who want the same variant wait from here to the commit.
    await hold(ctx, { cart, orderId, lines });
    const accessToken = accessTokenOf(ctx, input.idempotencyKey, orderId);
    const { number: orderNumber } = await createPendingOrder(ctx, { ...order, accessToken });
    await countCoupons(ctx, order);
    await reachFaultPoint("place.before_commit_of_begin");
    return { kind: "begun", orderId, orderNumber, currency, lines, payments: begun };
  });
}

/** The order takes what its cart holds and what is missing. Without an end: nothing takes it while it is being paid. */
async function hold(ctx: Context, { cart, orderId, lines }: { cart: CartRow; orderId: string; lines: readonly OrderHold[] }): Promise<void> {
  try {
    if (!cart.heldUntil) return await holdStock(ctx, orderId, lines, null);
    const held = await takeOverHolds(ctx, { fromId: cart.id, toId: orderId, lines, expiresAt: null });
    const shortages = await bringHolds(ctx, { ownerId: orderId, held, lines, expiresAt: null });
    if (shortages.length > 0) throw tooFew(shortages);
  } catch (error) {
    if (!(error instanceof DomainError) || error.reason !== insufficientStock) throw error;
    throw new DomainError("conflict", checkoutReasons.insufficientStock, "Somebody was faster: there is not enough left.", error.details, {
      cause: error,
    });
  }
}
