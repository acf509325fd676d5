import { reachFaultPoint, type Context } from "../kernel/index.ts";
import { askGateway, isGood, type BegunPayment, type PaymentOutcome } from "../payments/index.ts";
import type { PaidPart } from "./payment-parts.ts";

/** A payment that was begun, with the card that only the buyer's request knows. */
export type AskedPayment = BegunPayment<PaidPart>;

export interface Asking {
  orderNumber: number;
  currency: string;
  payments: readonly AskedPayment[];
}

/**
 * The second of three steps, outside any transaction: asks for one payment after the other and stops at the first that
 * is refused; those after it are never asked for. Null when nobody can say what became of one: the reaper finds out.
 */
export async function askPayments(ctx: Context, { orderNumber, currency, payments }: Asking): Promise<Map<string, PaymentOutcome> | null> {
  const outcomes = new Map<string, PaymentOutcome>();
  let isRefused = false;
  for (const { id, method, amountMinor, card } of payments) {
    if (isRefused) {
      outcomes.set(id, { status: "cancelled", reason: "Another payment of the order was refused." });
      continue;
    }
    await reachFaultPoint("place.before_gateway");
    const request = { idempotencyKey: id, amount: { amountMinor, currency }, orderNumber, ...(card ? { card } : {}) };
    const outcome = await askGateway(ctx, method, request);
    await reachFaultPoint("place.after_gateway");
    if (!outcome) return null;
    outcomes.set(id, outcome);
    isRefused = !isGood(outcome);
  }
  return outcomes;
}
