import { inTransaction } from "@cartwright/db";
import { holdEnd, setCartStatus } from "../cart/index.ts";
import { findHeldSince, insufficientStock, type HoldLine } from "../inventory/index.ts";
import { answerKeys, DomainError, reachFaultPoint, type Context } from "../kernel/index.ts";
import { abandonOrder, confirmOrder, findLateMoney, lockPlacedOrder, settleRefunds, type OrderRow, type SettledPayment } from "../orders/index.ts";
import { isGood, recordOutcome, type PaymentOutcome } from "../payments/index.ts";
import type { PlaceAnswer } from "./answer.ts";
import { checkoutReasons } from "./schemas.ts";

export interface Placement {
  orderId: string;
  /** Every payment of the order. */
  payments: readonly { id: string; method: string; amountMinor: number }[];
  /** The order's lines, where the caller has them at hand. */
  lines?: readonly HoldLine[];
}

/**
 * The third of three steps, one transaction: what became of the payments is written, the order confirmed or given up,
 * the cart closed or opened again, and the answer kept for its key. Null when somebody else has done it already: then
 * money that the order was given up without goes back.
 */
export async function finishPlacement(ctx: Context, placement: Placement, outcomes: ReadonlyMap<string, PaymentOutcome>): Promise<PlaceAnswer | null> {
  const payments = placement.payments.map(({ id, method, amountMinor }) => {
    const outcome = outcomes.get(id);
    if (!outcome) throw new Error(`payment ${id} has no outcome yet`);
    return { paymentId: id, method, amountMinor, outcome };
  });
  const written = await writeEnding(ctx, placement, payments);
  if (written.isOwed) await settleRefunds(ctx, { orderId: placement.orderId });
  await reachFaultPoint("place.finished");
  return written.answer;
}

/** `isOwed`: money is to be given back, after the transaction. */
interface Written {
  answer: PlaceAnswer | null;
  isOwed: boolean;
}

async function writeEnding(ctx: Context, placement: Placement, payments: SettledPayment[]): Promise<Written> {
  const refused = payments.find(({ outcome }) => !isGood(outcome));
  try {
    return await write(ctx, placement, payments, refused ? refusal(refused.outcome) : null);
  } catch (error) {
    if (!(error instanceof DomainError) || error.reason !== insufficientStock) throw error;
    // Paid, but a hold was gone and somebody else has the units: the money goes back.
    return write(ctx, placement, payments, soldOut);
  }
}

/** Why an order is given up: for its story and for the buyer. */
interface Refusal {
  reason: string;
  error: { code: "payment_failed" | "conflict"; reason: string; message: string };
}

async function write(ctx: Context, { orderId, lines }: Placement, payments: SettledPayment[], refusal: Refusal | null): Promise<Written> {
  return inTransaction(ctx, async (ctx) => {
    const order = await lockPlacedOrder(ctx, orderId);
    if (order.status !== "pending") return { answer: null, isOwed: await keepLateMoney(ctx, order, payments) };
    for (const { paymentId, method, outcome } of payments) await recordOutcome(ctx, { id: paymentId, method }, outcome);
    const ended = refusal ? await giveUp(ctx, order, payments, refusal) : await confirm(ctx, order, { payments, lines });
    await answerKeys(ctx, order.id, JSON.stringify(ended.answer));
    await reachFaultPoint("place.before_commit_of_finish");
    return ended;
  });
}

async function confirm(ctx: Context, order: OrderRow, settlement: Parameters<typeof confirmOrder>[2]): Promise<Written> {
  await confirmOrder(ctx, order.id, settlement);
  if (order.cartId) await setCartStatus(ctx, order.cartId, "ordered");
  const total = { amountMinor: order.totalMinor, currency: order.currency };
  return { answer: { order: { orderId: order.id, orderNumber: order.number, total } }, isOwed: false };
}

async function giveUp(ctx: Context, order: OrderRow, payments: SettledPayment[], { reason, error }: Refusal): Promise<Written> {
  const heldUntil = holdEnd(ctx, await findHeldSince(ctx, order.id));
  const isOwed = await abandonOrder(ctx, order, { payments, reason, heldUntil });
  if (order.cartId) await setCartStatus(ctx, order.cartId, "open", heldUntil);
  const message = isOwed ? `${error.message} What was taken is on its way back.` : `${error.message} Nothing was charged.`;
  return { answer: { error: { ...error, message, details: {} } }, isOwed };
}

/** An answer that came after the order was decided: it changes nothing but for money that nobody knew of. */
async function keepLateMoney(ctx: Context, order: OrderRow, payments: SettledPayment[]): Promise<boolean> {
  let isOwed = false;
  for (const { paymentId, outcome } of payments) {
    if (outcome.status === "failed" || outcome.status === "cancelled") continue;
    if (await findLateMoney(ctx, order, { paymentId, outcome })) isOwed = true;
  }
  return isOwed;
}

function refusal(outcome: PaymentOutcome): Refusal {
  if (outcome.status === "declined") {
    const message = `The payment was declined: ${outcome.reason ?? "no reason was given"}.`;
    return { reason: "payment declined", error: { code: "payment_failed", reason: checkoutReasons.paymentDeclined, message } };
  }
  const message = "The payment did not go through.";
  return { reason: "payment failed", error: { code: "payment_failed", reason: checkoutReasons.paymentFailed, message } };
}

const soldOut: Refusal = {
  reason: "out of stock when the payment arrived",
  error: { code: "conflict", reason: checkoutReasons.insufficientStock, message: "Your payment took so long that the last ones are gone." },
};
