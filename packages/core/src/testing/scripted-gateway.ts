import type { ChargeRequest, GatewayOutcome, PaymentGateway, RefundRequest } from "../payments/index.ts";

export interface ScriptedGateway extends PaymentGateway {
  /** What it was asked to charge and refund, in order: its own book. */
  charges: ChargeRequest[];
  refunds: RefundRequest[];
  /** Called in the middle of a charge; throw to lose the answer, before or after it was booked. */
  onCharge: (request: ChargeRequest) => Promise<void>;
  /** Whether a charge that throws in `onCharge` was booked all the same. */
  isBookedFirst: boolean;
  isReachable: boolean;
  outcome: Omit<GatewayOutcome, "reference">;
  /** The charges that got lost on the way arrive after all, late. */
  bookLost(): void;
}

/** A gateway that does what the test says, and like a real one answers a repeated key as before. */
export function scriptedGateway(outcome: Omit<GatewayOutcome, "reference"> = { status: "captured" }): ScriptedGateway {
  const booked = new Map<string, GatewayOutcome>();
  let lost: ChargeRequest[] = [];
  const book = (request: ChargeRequest) => {
    const answer = booked.get(request.idempotencyKey) ?? { ...gateway.outcome, reference: `gw_${request.idempotencyKey}` };
    if (!booked.has(request.idempotencyKey)) gateway.charges.push(request);
    booked.set(request.idempotencyKey, answer);
    return answer;
  };
  const gateway: ScriptedGateway = {
    charges: [],
    refunds: [],
    onCharge: async () => {},
    isBookedFirst: false,
    isReachable: true,
    outcome,
    async charge(request) {
      const known = booked.get(request.idempotencyKey);
      if (known) return known;
      if (gateway.isBookedFirst) book(request);
      lost.push(request);
      await gateway.onCharge(request);
      lost = lost.filter((one) => one !== request);
      return book(request);
    },
    async find(idempotencyKey) {
      if (!gateway.isReachable) throw new Error("the gateway can't be reached");
      return booked.get(idempotencyKey) ?? null;
    },
    async refund(request) {
      if (!gateway.isReachable) throw new Error("the gateway can't be reached");
      if (!gateway.refunds.some((known) => known.idempotencyKey === request.idempotencyKey)) gateway.refunds.push(request);
      return { reference: `gwr_${request.idempotencyKey}` };
    },
    bookLost() {
      for (const request of lost) book(request);
      lost = [];
    },
  };
  return gateway;
}

/** Promises on paper, as the shop's own adapters have them: nobody is asked, so nothing is ever unknown. */
export function paperGateway(): PaymentGateway {
  return {
    charge: async ({ idempotencyKey }) => ({ status: "pending", reference: idempotencyKey }),
    find: async (idempotencyKey) => ({ status: "pending", reference: idempotencyKey }),
    refund: async ({ idempotencyKey }) => ({ reference: idempotencyKey }),
  };
}
