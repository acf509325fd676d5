import { requireNoTransaction, type Context } from "../kernel/index.ts";
import type { ChargeRequest } from "./gateway.ts";
import type { PaymentOutcome } from "./record-outcome.ts";
import { nothingToPay, type PaidBy } from "./schemas.ts";

/** How long a gateway may take before it is asked what happened instead. */
export const gatewayTimeoutSeconds = 20;

/**
 * Charges, outside any transaction. A gateway that fails or takes too long is asked what became of it by our
 * key: `failed` when it never heard of it, null when it can't be reached and nobody knows yet.
 */
export async function askGateway(ctx: Context, method: PaidBy, request: ChargeRequest): Promise<PaymentOutcome | null> {
  requireNoTransaction("A gateway");
  if (method === nothingToPay) return paidByNothing(request.idempotencyKey);
  const gateway = ctx.ports.gateways[method];
  if (!gateway) return { status: "failed", reason: "This way to pay is not available." };
  try {
    return await withinTime(gateway.charge(request));
  } catch {
    return findOutcome(ctx, method, request.idempotencyKey);
  }
}

/** What a gateway knows of an earlier charge: `failed` when nothing, null when it can't be reached. */
export async function findOutcome(ctx: Context, method: PaidBy, idempotencyKey: string): Promise<PaymentOutcome | null> {
  requireNoTransaction("A gateway");
  if (method === nothingToPay) return paidByNothing(idempotencyKey);
  const gateway = ctx.ports.gateways[method];
  if (!gateway) return null;
  try {
    return (await withinTime(gateway.find(idempotencyKey))) ?? { status: "failed", reason: "The payment did not go through." };
  } catch {
    return null;
  }
}

function paidByNothing(reference: string): PaymentOutcome {
  return { status: "captured", reference };
}

/** What the gateway answers; throws when it takes longer than `gatewayTimeoutSeconds`. */
export async function withinTime<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error("the gateway took too long")), gatewayTimeoutSeconds * 1_000);
  });
  try {
    return await Promise.race([work, timeout]);
  } finally {
    clearTimeout(timer);
  }
}
