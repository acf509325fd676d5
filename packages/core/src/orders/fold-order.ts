import type { orderEvents } from "@cartwright/db";
import { payloads } from "./event-payloads.ts";
import { statusOfParts } from "./order-status.ts";
import { isPromise, noOrder, type LineState, type OrderState } from "./order-state.ts";

export type StoredEvent = Pick<typeof orderEvents.$inferSelect, "type" | "version" | "payload">;

/** An order rebuilt from its events, in their order: nothing else is asked. */
export function foldOrder(events: readonly StoredEvent[]): OrderState {
  return events.reduce(applyEvent, noOrder());
}

/** The order after one more event. */
export function applyEvent(state: OrderState, { type, version, payload }: StoredEvent): OrderState {
  switch (type) {
    case "placed":
      return placed(payload);
    case "payment_added":
    case "payment_recorded":
    case "payment_failed":
    case "late_payment_found":
      return pay(state, payloads.paymentOutcome.parse(payload));
    case "payment_captured":
      return pay(state, { ...payloads.payment.parse(payload), status: "captured" });
    case "payment_lowered":
      return lowered(state, payload);
    case "confirmed":
      return { ...state, status: "confirmed" };
    case "line_cancelled":
    case "cancelled":
      return cancelled(state, version, payload);
    case "shipped":
      return shipped(state, payload);
    case "delivered":
      return delivered(state, payload);
    case "refunded":
      return refunded(state, payload);
    case "refund_failed":
      return refundFailed(state, payloads.refund.parse(payload).refundId);
    case "return_requested":
    case "return_approved":
    case "return_rejected":
    case "return_cancelled":
      return returnStep(state, type, payload);
    case "return_received":
      return returnReceived(state, payload);
    case "refund_settled":
    case "tracking_changed":
    case "claimed":
    case "anonymised":
      return state;
  }
}

function placed(payload: unknown): OrderState {
  const { currency, lines, ...totals } = payloads.placed.parse(payload);
  const fresh = { quantityShipped: 0, quantityCancelled: 0, quantityReturned: 0 };
  return {
    ...noOrder(),
    currency,
    totals,
    lines: Object.fromEntries(lines.map(({ lineId, variantId, quantity }) => [lineId, { variantId, quantity, ...fresh }])),
  };
}

function pay(state: OrderState, { paymentId, amountMinor, status }: { paymentId: string; amountMinor: number; status: string }): OrderState {
  const capturedMinor = status === "captured" ? amountMinor : 0;
  return { ...state, payments: { ...state.payments, [paymentId]: { status, amountMinor, capturedMinor } } };
}

function lowered(state: OrderState, payload: unknown): OrderState {
  const { paymentId, amountMinor } = payloads.payment.parse(payload);
  const known = state.payments[paymentId];
  if (!known) return state;
  const payment = amountMinor === 0 ? { ...known, status: "cancelled" } : { ...known, amountMinor };
  return { ...state, payments: { ...state.payments, [paymentId]: payment } };
}

function cancelled(state: OrderState, version: number, payload: unknown): OrderState {
  if (version === 1) return cancelledWhole(state);
  const { lines, amountMinor } = payloads.cancelled.parse(payload);
  const units = countUnits({}, lines, 1);
  const after = mapLines(state, (line, id) => ({ ...line, quantityCancelled: line.quantityCancelled + (units[id] ?? 0) }));
  return moved({ ...after, cancelledMinor: after.cancelledMinor + amountMinor });
}

/** An order that was never confirmed gives up no units: it had none but held ones. What was promised is given up with it. */
function cancelledWhole(state: OrderState): OrderState {
  const after = state.status === "pending" ? state : mapLines(state, (line) => ({ ...line, quantityCancelled: line.quantity - line.quantityShipped }));
  const payments = Object.entries(state.payments).map(([id, payment]) => [id, isPromise(payment) ? { ...payment, status: "cancelled" } : payment]);
  return { ...after, status: "cancelled", payments: Object.fromEntries(payments) };
}

function shipped(state: OrderState, payload: unknown): OrderState {
  const { shipmentId, lines } = payloads.shipped.parse(payload);
  const units = countUnits({}, lines, 1);
  const after = mapLines(state, (line, id) => ({ ...line, quantityShipped: line.quantityShipped + (units[id] ?? 0) }));
  return moved({ ...after, parcels: { ...state.parcels, [shipmentId]: { status: "shipped" } } });
}

function delivered(state: OrderState, payload: unknown): OrderState {
  const arrived = payloads.delivered.parse(payload).shipmentIds.map((id) => [id, { status: "delivered" as const }]);
  return moved({ ...state, parcels: { ...state.parcels, ...Object.fromEntries(arrived) } });
}

function refunded(state: OrderState, payload: unknown): OrderState {
  const { refundId, paymentId = null, amountMinor, purpose, lines } = payloads.refunded.parse(payload);
  const refunds = { ...state.refunds, [refundId]: { paymentId, amountMinor, purpose, lines } };
  return { ...state, refunds, refundedUnits: countUnits(state.refundedUnits, lines ?? [], 1), awayMinor: state.awayMinor + (lines ? amountMinor : 0) };
}

/** The money is still here, so its units are to be paid for again. */
function refundFailed(state: OrderState, refundId: string): OrderState {
  const { [refundId]: failed, ...refunds } = state.refunds;
  const awayMinor = Math.max(0, state.awayMinor - (failed?.lines ? failed.amountMinor : 0));
  return { ...state, refunds, refundedUnits: countUnits(state.refundedUnits, failed?.lines ?? [], -1), awayMinor };
}

function countUnits(counts: Record<string, number>, lines: readonly { orderLineId: string; quantity: number }[], sign: 1 | -1): Record<string, number> {
  const counted = { ...counts };
  for (const { orderLineId, quantity } of lines) counted[orderLineId] = Math.max(0, (counted[orderLineId] ?? 0) + sign * quantity);
  return counted;
}

const stepOf = { return_approved: "approved", return_rejected: "rejected", return_cancelled: "cancelled" } as const;

function returnStep(state: OrderState, type: keyof typeof stepOf | "return_requested", payload: unknown): OrderState {
  const { returnId } = payloads.ofReturn.parse(payload);
  if (type !== "return_requested") return setReturn(state, returnId, { status: stepOf[type], refundedMinor: 0 });
  const { isApproved } = payloads.returnRequested.parse(payload);
  return setReturn(state, returnId, { status: isApproved ? "approved" : "requested", refundedMinor: 0 });
}

function returnReceived(state: OrderState, payload: unknown): OrderState {
  const { returnId, lines, amountMinor, refundedMinor, alreadyRefundedMinor, isClosed } = payloads.returnReceived.parse(payload);
  const back = lines.map((line) => ({ orderLineId: line.orderLineId, quantity: line.restocked + line.writtenOff }));
  const units = countUnits({}, back, 1);
  const after = mapLines(state, (line, id) => ({ ...line, quantityReturned: line.quantityReturned + (units[id] ?? 0) }));
  const before = state.returns[returnId]?.refundedMinor ?? 0;
  const step = { status: isClosed ? ("closed" as const) : ("received" as const), refundedMinor: before + refundedMinor };
  const refundedUnits = countUnits(state.refundedUnits, back, -1);
  const awayMinor = Math.max(0, state.awayMinor - alreadyRefundedMinor);
  return moved(setReturn({ ...after, refundedUnits, awayMinor, returnedMinor: state.returnedMinor + amountMinor }, returnId, step));
}

function setReturn(state: OrderState, returnId: string, step: OrderState["returns"][string]): OrderState {
  return { ...state, returns: { ...state.returns, [returnId]: step } };
}

function mapLines(state: OrderState, change: (line: LineState, id: string) => LineState): OrderState {
  return { ...state, lines: Object.fromEntries(Object.entries(state.lines).map(([id, line]) => [id, change(line, id)])) };
}

/** Moved on by what became of its units and parcels. */
function moved(state: OrderState): OrderState {
  return { ...state, status: statusOfParts({ lines: Object.values(state.lines), shipments: Object.values(state.parcels) }) };
}
