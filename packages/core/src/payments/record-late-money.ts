import { payments } from "@cartwright/db";
import { and, eq, inArray, sql } from "drizzle-orm";
import type { Context } from "../kernel/index.ts";
import type { GatewayOutcome } from "./gateway.ts";

/**
 * Writes that a gateway took (or promised) money for a payment that had come to nothing, once: returns null when it is
 * known already. Call it in a transaction that holds the order's lock and decides what becomes of the money.
 */
export async function recordLateMoney(ctx: Context, paymentId: string, outcome: GatewayOutcome): Promise<{ amountMinor: number } | null> {
  const isTaken = outcome.status === "captured";
  if (!isTaken && outcome.status !== "authorised") return null;
  const rows = await ctx.db
    .update(payments)
    .set({
      status: outcome.status,
      authorisedMinor: sql`${payments.amountMinor}`,
      capturedMinor: isTaken ? sql`${payments.amountMinor}` : 0,
      gatewayReference: outcome.reference,
      checkAt: null,
      updatedAt: ctx.clock.now(),
    })
    // A late promise that was given up again has a reference and is not found twice.
    .where(and(eq(payments.id, paymentId), inArray(payments.status, ["failed", "cancelled"]), sql`${payments.gatewayReference} is null`))
    .returning({ amountMinor: payments.amountMinor });
  return rows[0] ?? null;
}
