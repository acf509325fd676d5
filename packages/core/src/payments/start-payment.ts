import { insertMany, payments } from "@cartwright/db";
import { newId, type Context, type Money } from "../kernel/index.ts";
import type { PaymentMethod } from "./schemas.ts";

/** Notes that a gateway is about to be asked. Call it inside the transaction that makes the order. */
export async function startPayment(ctx: Context, input: { orderId: string; method: PaymentMethod; amount: Money }) {
  const now = ctx.clock.now();
  const id = newId("pay");
  await insertMany(ctx.db, payments, [{
    id,
    orderId: input.orderId,
    gateway: input.method,
    status: "started",
    currency: input.amount.currency,
    amountMinor: input.amount.amountMinor,
    authorisedMinor: 0,
    capturedMinor: 0,
    refundedMinor: 0,
    idempotencyKey: id,
    createdAt: now,
    updatedAt: now,
  }]);
  return { id, idempotencyKey: id };
}
