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
}

/** A gateway that does what the test says, and like a real one answers a repeated key as before. */
export function scriptedGateway(outcome: Omit<GatewayOutcome, "reference"> = { status: "captured" }): ScriptedGateway {
  const booked = new Map<string, GatewayOutcome>();
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
      const answer = { ...gateway.outcome, reference: `gw_${request.idempotencyKey}` };
      const book = () => {
        booked.set(request.idempotencyKey, answer);
        gateway.charges.push(request);
      };
      if (gateway.isBookedFirst) book();
      await gateway.onCharge(request);
      if (!gateway.isBookedFirst) book();
      return answer;
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
  };
  return gateway;
}
