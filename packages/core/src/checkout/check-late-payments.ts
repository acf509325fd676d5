import { inTransaction } from "@cartwright/db";
import type { Context } from "../kernel/index.ts";
import { findLateMoney, lockPlacedOrder, settleRefunds } from "../orders/index.ts";
import { endChecks, findDueChecks, findOutcome, noteCheck, type PaymentOutcome } from "../payments/index.ts";
import type { PaymentMethod } from "../payments/schemas.ts";
import { eachApart } from "./each-apart.ts";
import { gatewayPatience } from "./gateway-patience.ts";

/**
 * Asks the gateways again for payments that came to nothing as far as we know: a charge may arrive late, after its
 * order was given up. Money that turns up is written down and goes back, once. Safe to run on many servers at once.
 * Returns how many gateways were asked about and for how many payments money was found.
 */
export async function checkLatePayments(ctx: Context): Promise<{ checked: number; found: number }> {
  const due = await findDueChecks(ctx);
  const patience = gatewayPatience();
  let [checked, found] = [0, 0];
  await eachApart(due, async (payment) => {
    if (patience.isOver(payment.gateway)) return;
    const outcome = await findOutcome(ctx, payment.gateway as PaymentMethod, payment.idempotencyKey);
    patience.note(payment.gateway, outcome !== null);
    checked += outcome ? 1 : 0;
    if (await act(ctx, payment, outcome)) found += 1;
  });
  return { checked, found };
}

type DuePayment = Awaited<ReturnType<typeof findDueChecks>>[number];

async function act(ctx: Context, payment: DuePayment, outcome: PaymentOutcome | null): Promise<boolean> {
  if (!outcome || outcome.status === "failed" || outcome.status === "cancelled") {
    // A gateway that was switched off is not waited for: it counts as asked.
    const isAsked = outcome !== null || !ctx.ports.gateways[payment.gateway as PaymentMethod];
    await inTransaction(ctx, (ctx) => noteCheck(ctx, payment, { isAsked }));
    return false;
  }
  const { wasFound, isOwed } = await inTransaction(ctx, async (ctx) => {
    const order = await lockPlacedOrder(ctx, payment.orderId);
    const isOwed = await findLateMoney(ctx, order, { paymentId: payment.id, outcome });
    await endChecks(ctx, payment.id);
    return { wasFound: outcome.status === "captured" || outcome.status === "authorised", isOwed };
  });
  if (isOwed) await settleRefunds(ctx, { orderId: payment.orderId });
  return wasFound;
}
