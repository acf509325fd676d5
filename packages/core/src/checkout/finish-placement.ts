import { inTransaction } from "@cartwright/db";
import { setCartStatus } from "../cart/index.ts";
import { insufficientStock } from "../inventory/index.ts";
import { answerKeys, DomainError, type Context } from "../kernel/index.ts";
import { abandonOrder, confirmOrder, lockPlacedOrder, type OrderRow, type SettledPayment } from "../orders/index.ts";
import { recordOutcome, settleRefunds, type PaymentOutcome } from "../payments/index.ts";
import type { PlaceAnswer } from "./answer.ts";
import { checkoutReasons } from "./schemas.ts";

export interface StartedPayment {
  id: string;
  orderId: string;
  amountMinor: number;
}

/**
 * The third of three steps, one transaction: the payment's outcome is written, the order confirmed or given up,
 * the cart closed or opened again, and the answer kept for its key. Null when somebody else has done it already.
 */
export async function finishPlacement(ctx: Context, payment: StartedPayment, outcome: PaymentOutcome): Promise<PlaceAnswer | null> {
  const isPaid = outcome.status !== "declined" && outcome.status !== "failed";
  try {
    return await write(ctx, payment, outcome, isPaid ? confirm : decline);
  } catch (error) {
    if (!(error instanceof DomainError) || error.reason !== insufficientStock) throw error;
    // Paid, but the holds had run out and the units are gone: the money goes back.
    const answer = await write(ctx, payment, outcome, soldOut);
    await settleRefunds(ctx, { orderId: payment.orderId });
    return answer;
  }
}

type Ending = (ctx: Context, order: OrderRow, paid: SettledPayment) => Promise<PlaceAnswer>;

async function write(ctx: Context, payment: StartedPayment, outcome: PaymentOutcome, end: Ending): Promise<PlaceAnswer | null> {
  return inTransaction(ctx, async (ctx) => {
    const order = await lockPlacedOrder(ctx, payment.orderId);
    if (!(await recordOutcome(ctx, payment.id, outcome))) return null;
    const answer = await end(ctx, order, { paymentId: payment.id, amountMinor: payment.amountMinor, outcome });
    if (order.cartId) {
      await setCartStatus(ctx, order.cartId, "order" in answer ? "ordered" : "open");
    }
    await answerKeys(ctx, order.id, JSON.stringify(answer));
    return answer;
  });
}

const confirm: Ending = async (ctx, order, paid) => {
  await confirmOrder(ctx, order.id, paid);
  return { order: { orderId: order.id, orderNumber: order.number, total: { amountMinor: order.totalMinor, currency: order.currency } } };
};

const decline: Ending = async (ctx, order, paid) => {
  const isDeclined = paid.outcome.status === "declined";
  await abandonOrder(ctx, order.id, paid, isDeclined ? "payment declined" : "payment failed");
  const message = isDeclined
    ? `The payment was declined: ${paid.outcome.reason ?? "no reason was given"}. Nothing was charged.`
    : "The payment did not go through. Nothing was charged.";
  const reason = isDeclined ? checkoutReasons.paymentDeclined : checkoutReasons.paymentFailed;
  return { error: { code: "payment_failed", reason, message, details: {} } };
};

const soldOut: Ending = async (ctx, order, paid) => {
  await abandonOrder(ctx, order.id, paid, "out of stock when the payment arrived");
  const message = "Your payment took so long that the last ones are gone. The money is on its way back.";
  return { error: { code: "conflict", reason: checkoutReasons.insufficientStock, message, details: {} } };
};
