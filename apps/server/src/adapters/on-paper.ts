import type { PaymentGateway } from "@cartwright/core/payments";

/** Nobody is asked: the money comes with the parcel or by transfer, staff write down that it came, and it goes back by hand. */
export const onPaper: PaymentGateway = {
  charge: async ({ idempotencyKey }) => ({ status: "pending", reference: idempotencyKey }),
  find: async (idempotencyKey) => ({ status: "pending", reference: idempotencyKey }),
  refund: async ({ idempotencyKey }) => ({ reference: idempotencyKey }),
};
