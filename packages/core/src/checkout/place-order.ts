import { setTimeout as pause } from "node:timers/promises";
import { DomainError, readClaim, type Context, type KeyedCall } from "../kernel/index.ts";
import { askGateway } from "../payments/index.ts";
import { replay, type PlaceAnswer } from "./answer.ts";
import { beginPlacement } from "./begin-placement.ts";
import { finishPlacement } from "./finish-placement.ts";
import { checkoutReasons, type PlaceOrderInput } from "./schemas.ts";
import type { PlacedOrderView } from "./views.ts";

/**
 * Turns the actor's cart into an order: (1) one transaction holds the stock and writes it as pending, (2) the
 * gateway is asked, outside any transaction, (3) one transaction writes what became of it.
 * The same key answers as before, whatever happened in between.
 * Errors: `checkout.empty_cart`, `checkout.incomplete` with `fields`, `checkout.cart_changed` with `notices`,
 * `checkout.total_changed` with `total`, `checkout.insufficient_stock` with `lines`, `checkout.payment_declined`,
 * `checkout.payment_failed`, `checkout.payment_unclear`, `checkout.in_progress`, `idempotency.key_reused`.
 */
export async function placeOrder(ctx: Context, input: PlaceOrderInput): Promise<PlacedOrderView> {
  const call = keyedCall(input);
  const begun = await beginPlacement(ctx, input, call);
  if (begun.kind === "answered") return replay(ctx, input.idempotencyKey, JSON.parse(begun.answer) as PlaceAnswer);
  if (begun.kind === "running") return replay(ctx, input.idempotencyKey, await waitForTwin(ctx, call));
  const amount = { amountMinor: input.expectedTotalMinor, currency: ctx.shop.currency };
  const outcome = await askGateway(ctx, input.paymentMethod, {
    idempotencyKey: begun.idempotencyKey,
    amount,
    orderNumber: begun.orderNumber,
    ...(input.card ? { card: input.card } : {}),
  });
  if (!outcome) throw unclear();
  const payment = { id: begun.paymentId, orderId: begun.orderId, amountMinor: amount.amountMinor };
  const answer = (await finishPlacement(ctx, payment, outcome)) ?? (await waitForTwin(ctx, call));
  return replay(ctx, input.idempotencyKey, answer);
}

function keyedCall(input: PlaceOrderInput): KeyedCall {
  const { idempotencyKey, card, ...body } = input;
  // The last four digits tell two cards apart without keeping either.
  return { procedure: "checkout.place", key: idempotencyKey, body: { ...body, card: card?.number.slice(-4) } };
}

const twinPauseMilliseconds = 100;
const twinPauses = 80;

async function waitForTwin(ctx: Context, call: KeyedCall): Promise<PlaceAnswer> {
  for (let i = 0; i < twinPauses; i += 1) {
    const claim = await readClaim(ctx, call);
    if (claim.kind === "answered") return JSON.parse(claim.answer) as PlaceAnswer;
    await pause(twinPauseMilliseconds);
  }
  throw new DomainError("conflict", checkoutReasons.inProgress, "Your order is still being placed. Ask again in a moment with the same key.");
}

function unclear(): DomainError {
  return new DomainError(
    "unavailable",
    checkoutReasons.paymentUnclear,
    "The bank has not answered yet. Your order is kept: ask again in a moment, and do not order anew.",
  );
}
