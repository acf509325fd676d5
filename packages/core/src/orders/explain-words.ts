import { payloads } from "./event-payloads.ts";
import type { StoredEvent } from "./fold-order.ts";

/** An event in a few plain words. `nameOf` names a line. */
export function wordsOf({ type, version, payload }: StoredEvent, nameOf: (lineId: string) => string): string {
  const units = (lines: readonly { orderLineId: string; quantity: number }[]) =>
    lines.map(({ orderLineId, quantity }) => `${quantity} × ${nameOf(orderLineId)}`).join(", ");
  switch (type) {
    case "placed":
      return `Placed: ${units(payloads.placed.parse(payload).lines.map((line) => ({ ...line, orderLineId: line.lineId })))}`;
    case "payment_recorded":
      return `Payment ${payloads.paymentOutcome.parse(payload).status}`;
    case "payment_failed":
      return `Payment ${payloads.paymentOutcome.parse(payload).status}: nothing was taken`;
    case "payment_added":
      return "Payment begun";
    case "payment_captured":
      return "Payment captured";
    case "late_payment_found":
      return "Payment found that had been taken unseen";
    case "payment_lowered":
      return "Less is to be paid";
    case "confirmed":
      return "Confirmed";
    case "line_cancelled":
    case "cancelled":
      return version === 1 ? "Cancelled" : `Cancelled: ${units(payloads.cancelled.parse(payload).lines)}`;
    case "shipped":
      return `Shipped: ${units(payloads.shipped.parse(payload).lines)}`;
    case "delivered":
      return "Delivered";
    case "tracking_changed":
      return "Tracking corrected";
    case "refunded":
      return `Refund begun${refundedLines(payload, units)}`;
    case "refund_settled":
      return "Refund arrived at the gateway";
    case "refund_failed":
      return "Refund refused by the gateway";
    case "return_requested":
      return `Return asked for: ${units(payloads.returnRequested.parse(payload).lines)}`;
    case "return_approved":
      return "Return approved";
    case "return_rejected":
      return "Return rejected";
    case "return_cancelled":
      return "Return called off";
    case "return_received":
      return returnedWords(payload, nameOf);
    case "claimed":
      return "Joined its buyer's account";
    case "anonymised":
      return "Buyer's name and addresses taken out";
  }
}

function refundedLines(payload: unknown, units: (lines: readonly { orderLineId: string; quantity: number }[]) => string): string {
  const { lines } = payloads.refunded.parse(payload);
  return lines ? `: ${units(lines)}` : "";
}

function returnedWords(payload: unknown, nameOf: (lineId: string) => string): string {
  const { lines } = payloads.returnReceived.parse(payload);
  const parts = lines.map(({ orderLineId, restocked, writtenOff }) => {
    const worn = writtenOff > 0 ? ` (${writtenOff} written off)` : "";
    return `${restocked + writtenOff} × ${nameOf(orderLineId)}${worn}`;
  });
  return parts.length > 0 ? `Came back: ${parts.join(", ")}` : "Return closed";
}
