import { payments } from "@cartwright/db";
import { eq } from "drizzle-orm";
import { z } from "zod";
import { requireNoTransaction, type Context, type EventHandler } from "../kernel/index.ts";
import { withinTime } from "./ask-gateway.ts";
import type { PaymentMethod } from "./schemas.ts";

/** News that an authorised payment was given up as a whole; its subject is the order. */
export const authorisationEnded = "payment.authorisation_ended";

/** Has the gateway let go of what it authorised, again and again until it answers. One that knows no such thing lets it run out. */
export const endedAuthorisations: EventHandler = {
  name: "payments.void-authorisation",
  types: [authorisationEnded],
  handle: (ctx, { payload }) => voidAuthorisation(ctx, Payload.parse(payload).paymentId),
};

const Payload = z.object({ paymentId: z.string() });

async function voidAuthorisation(ctx: Context, paymentId: string): Promise<void> {
  requireNoTransaction("A gateway");
  const [payment] = await ctx.db.select().from(payments).where(eq(payments.id, paymentId));
  if (payment?.status !== "cancelled" || payment.gatewayReference === null) return;
  const { gateway, gatewayReference: reference, authorisedMinor: amountMinor, currency } = payment;
  const request = { idempotencyKey: `${payment.id}:void`, reference, amount: { amountMinor, currency } };
  await withinTime(ctx.ports.gateways[gateway as PaymentMethod]?.void?.(request) ?? Promise.resolve());
}
