import type { Money } from "../kernel/money.ts";
import type { PaymentMethod } from "./schemas.ts";

/** What a gateway says became of a payment. `pending` is money that comes with the delivery. */
export interface GatewayOutcome {
  status: "captured" | "authorised" | "pending" | "declined";
  /** The gateway's own name for it. */
  reference: string;
  /** For people, when it was declined. */
  reason?: string;
}

export interface ChargeRequest {
  /** One key, one payment: a gateway that sees it again answers as before. */
  idempotencyKey: string;
  amount: Money;
  orderNumber: number;
  card?: { number: string };
}

export interface RefundRequest {
  idempotencyKey: string;
  reference: string;
  amount: Money;
}

/** What a gateway says became of a refund. */
export interface RefundOutcome {
  reference: string;
  /** Why it will not give the money back, when it won't. */
  refusal?: string;
}

export interface VoidRequest {
  idempotencyKey: string;
  reference: string;
  amount: Money;
}

/** Where money is asked for. Called outside transactions only; throws when it gave no answer. */
export interface PaymentGateway {
  charge(request: ChargeRequest): Promise<GatewayOutcome>;
  /** What became of an earlier charge, by our key; null when it never arrived. */
  find(idempotencyKey: string): Promise<GatewayOutcome | null>;
  /** Repeatable by its key. A refusal is final; what may go through later is thrown. */
  refund(request: RefundRequest): Promise<RefundOutcome>;
  /** Lets go of money that was authorised and won't be taken; repeatable by its key. Without it the bank lets go when the time is over. */
  void?(request: VoidRequest): Promise<void>;
}

declare module "../kernel/context.ts" {
  interface Ports {
    /** The ways to pay that this shop has switched on. */
    gateways: Partial<Record<PaymentMethod, PaymentGateway>>;
  }
}
