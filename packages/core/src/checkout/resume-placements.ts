import type { Context } from "../kernel/index.ts";
import { findOutcome, findStartedPayments, gatewayTimeoutSeconds, listPayments, noteLook, type PaymentOutcome } from "../payments/index.ts";
import type { PaymentMethod } from "../payments/schemas.ts";
import { eachApart } from "./each-apart.ts";
import { finishPlacement } from "./finish-placement.ts";
import { gatewayPatience } from "./gateway-patience.ts";

/** Longer than a live placement can wait for the gateway of a payment, twice over: for the charge and for the question after it. */
const secondsAPayment = gatewayTimeoutSeconds * 2;
const graceSeconds = 5;

/**
 * Finishes or undoes every placement that stopped between its steps, by asking the gateways what happened: an order
 * is decided once all its payments are known. Safe to run on many servers at once. Returns how many orders it settled
 * and how many have to wait, because their gateway can't be reached or they may still be at work.
 */
export async function resumePlacements(ctx: Context, options: { graceSeconds?: number } = {}): Promise<{ settled: number; waiting: number }> {
  const ageOf = (count: number) => (options.graceSeconds ?? secondsAPayment * count + graceSeconds) * 1_000;
  const now = ctx.clock.now().getTime();
  const started = await findStartedPayments(ctx, { startedBefore: new Date(now - ageOf(1)) });
  const orderIds = [...new Set(started.map((payment) => payment.orderId))];
  const patience = gatewayPatience();
  const looked: string[] = [];
  let settled = 0;
  const settle = async (orderId: string) => {
    const payments = await listPayments(ctx, orderId);
    if (payments.some((payment) => payment.createdAt.getTime() > now - ageOf(payments.length))) return;
    // What is skipped because its gateway is silent keeps its turn.
    looked.push(...payments.filter(({ gateway }) => !patience.isOver(gateway)).map(({ id }) => id));
    const outcomes = await findOutcomes(ctx, payments, patience);
    if (!outcomes) return;
    const placed = payments.map(({ id, gateway, amountMinor }) => ({ id, method: gateway, amountMinor }));
    if (await finishPlacement(ctx, { orderId, payments: placed }, outcomes)) settled += 1;
  };
  try {
    await eachApart(orderIds, settle);
  } finally {
    await noteLook(ctx, looked);
  }
  return { settled, waiting: orderIds.length - settled };
}

type Payment = Awaited<ReturnType<typeof listPayments>>[number];

/** What became of each payment of an order; null while a gateway can't be reached. */
async function findOutcomes(ctx: Context, payments: readonly Payment[], patience: ReturnType<typeof gatewayPatience>) {
  const outcomes = new Map<string, PaymentOutcome>();
  for (const { id, gateway, idempotencyKey } of payments) {
    if (patience.isOver(gateway)) return null;
    const outcome = await findOutcome(ctx, gateway as PaymentMethod, idempotencyKey);
    patience.note(gateway, outcome !== null);
    if (!outcome) return null;
    outcomes.set(id, outcome);
  }
  return outcomes;
}
