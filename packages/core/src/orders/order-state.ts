import type { OrderStatus } from "@cartwright/db/constants/orders";
import type { RefundPurpose } from "@cartwright/db/constants/payments";
import type { ReturnStatus as ReturnStep } from "@cartwright/db/constants/returns";

/** An order as its events tell it. Amounts are minor units; lines, payments, refunds and returns are by id. */
export interface OrderState {
  status: OrderStatus;
  currency: string;
  totals: { linesMinor: number; discountMinor: number; shippingMinor: number; taxMinor: number; totalMinor: number };
  cancelledMinor: number;
  /** What came back, in the order's own prices. */
  returnedMinor: number;
  lines: Record<string, LineState>;
  parcels: Record<string, { status: "shipped" | "delivered" }>;
  payments: Record<string, PaymentState>;
  /** Those that did not fail. */
  refunds: Record<string, RefundState>;
  returns: Record<string, ReturnState>;
  /** Units of a line whose money went back while they stayed away. */
  refundedUnits: Record<string, number>;
  /** What went back for them, in minor units. */
  awayMinor: number;
}

export interface LineState {
  variantId: string;
  quantity: number;
  quantityShipped: number;
  quantityCancelled: number;
  quantityReturned: number;
}

export interface PaymentState {
  status: string;
  amountMinor: number;
  capturedMinor: number;
}

export interface RefundState {
  paymentId: string | null;
  amountMinor: number;
  purpose: RefundPurpose;
  /** The units it is for, when those stayed away; empty for the rest of a wish that was split. */
  lines: readonly { orderLineId: string; quantity: number }[] | undefined;
}

export interface ReturnState {
  status: ReturnStep;
  refundedMinor: number;
}

/** Promised, and not yet captured. */
export function isPromise({ status }: Pick<PaymentState, "status">): boolean {
  return status === "pending" || status === "authorised";
}

/** Before its first event. */
export function noOrder(): OrderState {
  return {
    status: "pending",
    currency: "",
    totals: { linesMinor: 0, discountMinor: 0, shippingMinor: 0, taxMinor: 0, totalMinor: 0 },
    cancelledMinor: 0,
    returnedMinor: 0,
    lines: {},
    parcels: {},
    payments: {},
    refunds: {},
    returns: {},
    refundedUnits: {},
    awayMinor: 0,
  };
}

/** What it adds up to, in minor units: worth now, captured, given back, and still to be paid. */
export function balancesOf(state: OrderState): { worthMinor: number; capturedMinor: number; refundedMinor: number; dueMinor: number } {
  const worthMinor = state.status === "cancelled" ? 0 : state.totals.totalMinor - state.cancelledMinor - state.returnedMinor;
  const capturedMinor = Object.values(state.payments).reduce((sum, payment) => sum + payment.capturedMinor, 0);
  const given = (purpose: RefundPurpose) => Object.values(state.refunds).reduce((sum, refund) => sum + (refund.purpose === purpose ? refund.amountMinor : 0), 0);
  // What was given out of goodwill was paid all the same; units that stay away with their money back are not to be paid for.
  const paidMinor = capturedMinor - given("worth");
  const dueMinor = Math.max(0, worthMinor - state.awayMinor - paidMinor);
  return { worthMinor, capturedMinor, refundedMinor: given("worth") + given("goodwill"), dueMinor };
}
