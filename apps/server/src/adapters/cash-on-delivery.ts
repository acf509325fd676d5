import type { PaymentGateway } from "@cartwright/core/payments";

/** Nobody is asked: the money comes with the parcel, and goes back by hand. */
export const cashOnDelivery: PaymentGateway = {
  charge: async ({ idempotencyKey }) => ({ status: "pending", reference: idempotencyKey }),
  find: async (idempotencyKey) => ({ status: "pending", reference: idempotencyKey }),
  refund: async ({ idempotencyKey }) => ({ reference: idempotencyKey }),
};
