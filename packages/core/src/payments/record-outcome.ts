import { payments } from "@cartwright/db";
import { and, eq, sql } from "drizzle-orm";
import type { Context } from "../kernel/index.ts";
import type { GatewayOutcome } from "./gateway.ts";

/** What is written of a payment once it is known; `failed` when the gateway never heard of it. */
export type PaymentOutcome = GatewayOutcome | { status: "failed"; reason: string };

/**
 * Writes a started payment's outcome, once: returns false when somebody else has written it already.
 * Call it inside the transaction that acts on the outcome.
 */
export async function recordOutcome(ctx: Context, paymentId: string, outcome: PaymentOutcome): Promise<boolean> {
  const isPromised = outcome.status === "captured" || outcome.status === "authorised";
  const rows = await ctx.db
    .update(payments)
    .set({
      status: outcome.status,
      authorisedMinor: isPromised ? sql`${payments.amountMinor}` : 0,
      capturedMinor: outcome.status === "captured" ? sql`${payments.amountMinor}` : 0,
      gatewayReference: "reference" in outcome ? outcome.reference : null,
      failureReason: outcome.reason ?? null,
      updatedAt: ctx.clock.now(),
    })
    .where(and(eq(payments.id, paymentId), eq(payments.status, "started")))
    .returning({ id: payments.id });
  return rows.length > 0;
}
