import { payments, prepared, type Db } from "@cartwright/db";
import { and, eq, sql } from "drizzle-orm";
import type { Context } from "../kernel/index.ts";
import type { GatewayOutcome } from "./gateway.ts";
import { nextCheck } from "./late-checks.ts";
import { isOnPaper } from "./schemas.ts";

/**
 * What is written of a payment once it is known: `failed` when its gateway never heard of it, `cancelled` when it was
 * never asked because another payment of the order was refused.
 */
export type PaymentOutcome = GatewayOutcome | { status: "failed"; reason: string } | { status: "cancelled"; reason: string };

/** Whether money was taken or promised. */
export function isGood({ status }: { status: string }): boolean {
  return status === "captured" || status === "authorised" || status === "pending";
}

/**
 * Writes a started payment's outcome, once: returns false when somebody else has written it already. A gateway that
 * said nothing is asked again later whether it took money after all. Call it inside the transaction that acts on it.
 */
export async function recordOutcome(ctx: Context, payment: { id: string; method: string }, outcome: PaymentOutcome): Promise<boolean> {
  const isTaken = outcome.status === "captured";
  const isPromised = isTaken || outcome.status === "authorised";
  const isUnheard = (outcome.status === "failed" || outcome.status === "cancelled") && !isOnPaper(payment.method);
  const now = ctx.clock.now();
  const rows = await prepared(ctx, "payment outcome", writeOutcome).execute({
    paymentId: payment.id,
    status: outcome.status,
    authorisedShare: isPromised ? 1 : 0,
    capturedShare: isTaken ? 1 : 0,
    reference: "reference" in outcome ? outcome.reference : null,
    reason: outcome.reason ?? null,
    checkAt: isUnheard ? nextCheck(now, 0) : null,
    now,
  });
  return rows.length > 0;
}

const writeOutcome = (db: Db) =>
  db
    .update(payments)
    .set({
      status: sql`${sql.placeholder("status")}`,
      authorisedMinor: sql`${payments.amountMinor} * ${sql.placeholder("authorisedShare")}`,
      capturedMinor: sql`${payments.amountMinor} * ${sql.placeholder("capturedShare")}`,
      gatewayReference: sql`${sql.placeholder("reference")}`,
      failureReason: sql`${sql.placeholder("reason")}`,
      checkAt: sql`${sql.placeholder("checkAt")}`,
      updatedAt: sql`${sql.placeholder("now")}`,
    })
    .where(and(eq(payments.id, sql.placeholder("paymentId")), eq(payments.status, "started")))
    .returning({ id: payments.id })
    .prepare("payment outcome");
