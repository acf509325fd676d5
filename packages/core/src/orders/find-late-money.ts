import type { Context } from "../kernel/index.ts";
import { livingMinor, recordLateMoney, refundCaptured, startRefunds, type GatewayOutcome } from "../payments/index.ts";
import { recordOrderEvents } from "./events.ts";
import { refundedEvents } from "./follow-worth.ts";
import { loadOrderState } from "./load-order-state.ts";
import type { OrderRow } from "./lock-order.ts";
import { loadParts } from "./order-lines.ts";
import { owedWorth } from "./order-worth.ts";
import { touchOrder } from "./touch-order.ts";

const reason = "the gateway took it after the order was given up";
const purpose = "worth" as const;

/**
 * A gateway took money for a payment that had come to nothing: it is written down as it is, and goes back when its
 * order is cancelled or the order's payments would exceed what it is worth. Changes nothing when it is known already.
 * Call it with the order locked, then `settleRefunds` after the transaction when it returns true.
 */
export async function findLateMoney(ctx: Context, order: OrderRow, { paymentId, outcome }: { paymentId: string; outcome: GatewayOutcome }): Promise<boolean> {
  const found = await recordLateMoney(ctx, paymentId, outcome);
  if (!found) return false;
  const refunds = await giveBack(ctx, order, outcome.status === "captured" ? found.amountMinor : 0);
  await touchOrder(ctx, order.id);
  await recordOrderEvents(ctx, order.id, [
    { type: "late_payment_found", payload: { paymentId, amountMinor: found.amountMinor, status: outcome.status } },
    ...refundedEvents(refunds, { reason, purpose }),
  ]);
  return refunds.length > 0;
}

async function giveBack(ctx: Context, order: OrderRow, takenMinor: number) {
  if (order.status === "cancelled") return startRefunds(ctx, order.id, reason);
  const { lines } = await loadParts(ctx, order.id);
  const { refundedUnits } = await loadOrderState(ctx, order.id);
  const excessMinor = (await livingMinor(ctx, order.id)) - owedWorth(order, lines, refundedUnits);
  const amountMinor = Math.min(takenMinor, excessMinor);
  return amountMinor > 0 ? refundCaptured(ctx, order.id, { amountMinor, reason, purpose }) : [];
}
