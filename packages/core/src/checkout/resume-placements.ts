import type { Context } from "../kernel/index.ts";
import { findOutcome, findStartedPayments, gatewayTimeoutSeconds } from "../payments/index.ts";
import type { PaymentMethod } from "../payments/schemas.ts";
import { finishPlacement } from "./finish-placement.ts";

/** Longer than a live placement can wait for its gateway, twice over: for the charge and for the question after it. */
const graceSeconds = gatewayTimeoutSeconds * 2 + 5;

/**
 * Finishes or undoes every placement that stopped between its steps, by asking the gateways what happened.
 * Safe to run on many servers at once. Returns how many it settled and how many nobody knows of yet.
 */
export async function resumePlacements(ctx: Context, options: { graceSeconds?: number } = {}): Promise<{ settled: number; waiting: number }> {
  const age = (options.graceSeconds ?? graceSeconds) * 1_000;
  const started = await findStartedPayments(ctx, { startedBefore: new Date(ctx.clock.now().getTime() - age) });
  let settled = 0;
  for (const payment of started) {
    const outcome = await findOutcome(ctx, payment.gateway as PaymentMethod, payment.idempotencyKey);
    if (outcome && (await finishPlacement(ctx, payment, outcome))) settled += 1;
  }
  return { settled, waiting: started.length - settled };
}
