import { setTimeout as pause } from "node:timers/promises";
import { DomainError, keepRefusal, reachFaultPoint, readClaim, type Claim, type Context, type KeyedCall } from "../kernel/index.ts";
import { replay, type PlaceAnswer } from "./answer.ts";
import { askPayments } from "./ask-payments.ts";
import { beginPlacement, type BegunPlacement } from "./begin-placement.ts";
import { finishPlacement } from "./finish-placement.ts";
import { checkoutReasons, type PlaceOrderInput } from "./schemas.ts";
import type { PlacedOrderView } from "./views.ts";

/**
 * Turns the actor's cart into an order: (1) one transaction holds the stock and writes it as pending, (2) the
 * gateways are asked, outside any transaction, (3) one transaction writes what became of it.
 * The same key answers as before, whatever happened in between; a refusal is an answer too.
 * Errors: `checkout.empty_cart`, `checkout.incomplete` with `fields`, `checkout.cart_changed` with `notices`,
 * `checkout.total_changed` with `total`, `checkout.insufficient_stock` with `lines`, `checkout.coupon_not_counted`
 * with `code` and `coupon`, `checkout.payment_declined`, `checkout.payment_failed`, `checkout.payment_unclear`, `checkout.in_progress`, `idempotency.key_reused`.
 */
export async function placeOrder(ctx: Context, input: PlaceOrderInput): Promise<PlacedOrderView> {
  const call = keyedCall(input);
  const begun = await begin(ctx, input, call);
  if (begun.kind === "refused") throw begun.error;
  if (begun.kind === "answered") return replay(ctx, input.idempotencyKey, readAnswer(begun.answer));
  await reachFaultPoint("place.begun");
  const outcomes = await askPayments(ctx, begun);
  if (!outcomes) throw unclear();
  const answer = await finishPlacement(ctx, begun, outcomes);
  return replay(ctx, input.idempotencyKey, answer ?? (await othersAnswer(ctx, call)));
}

type Begun = BegunPlacement | Exclude<Claim, { kind: "new" | "running" }>;

/** Step 1. A twin that is at work is waited for; when nothing comes of it, this call is the one that counts. */
async function begin(ctx: Context, input: PlaceOrderInput, call: KeyedCall): Promise<Begun> {
  let begun = await tryToBegin(ctx, input, call);
  for (let i = 0; begun.kind === "running" && i < twinPauses; i += 1) {
    await pause(twinPauseMilliseconds);
    const claim = await readClaim(ctx, call);
    begun = claim.kind === "new" ? await tryToBegin(ctx, input, call) : claim;
  }
  if (begun.kind === "running") throw stillRunning();
  return begun;
}

async function tryToBegin(ctx: Context, input: PlaceOrderInput, call: KeyedCall): Promise<BegunPlacement | Exclude<Claim, { kind: "new" }>> {
  try {
    return await beginPlacement(ctx, input, call);
  } catch (error) {
    const claim = await keepRefusal(ctx, call, error);
    if (claim.kind === "new") throw error;
    return claim;
  }
}

function keyedCall(input: PlaceOrderInput): KeyedCall {
  const { idempotencyKey, card, payments, ...body } = input;
  // The last four digits tell two cards apart without keeping either.
  const parts = payments?.map((part) => ({ ...part, card: part.card?.number.slice(-4) }));
  return { procedure: "checkout.place", key: idempotencyKey, body: { ...body, card: card?.number.slice(-4), payments: parts } };
}

const twinPauseMilliseconds = 100;
const twinPauses = 80;

/** The reaper was faster: its answer was kept with its ending. */
async function othersAnswer(ctx: Context, call: KeyedCall): Promise<PlaceAnswer> {
  const claim = await readClaim(ctx, call);
  if (claim.kind !== "answered") throw stillRunning();
  return readAnswer(claim.answer);
}

function readAnswer(answer: string): PlaceAnswer {
  // Only finishPlacement writes it.
  return JSON.parse(answer) as PlaceAnswer;
}

function stillRunning(): DomainError {
  return new DomainError("conflict", checkoutReasons.inProgress, "Your order is still being placed. Ask again in a moment with the same key.");
}

function unclear(): DomainError {
  return new DomainError(
    "unavailable",
    checkoutReasons.paymentUnclear,
    "The bank has not answered yet. Your order is kept: ask again in a moment, and do not order anew.",
  );
}
