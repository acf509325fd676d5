export interface EventRow {
  seq: number;
  type: string;
  actor: string;
  at: number;
  payload: string;
}

interface Facts {
  amountMinor?: number;
  status?: string;
  refundId?: string;
  shipmentId?: string;
  shipmentIds?: string[];
  lines?: { quantity?: number; restocked?: number; writtenOff?: number }[];
}

export interface Retold {
  status: string;
  captured: number;
  refunded: number;
  shipped: number;
  cancelled: number;
  returned: number;
}

/** An order once more, from nothing but its events; written from their description, not from the shop's own code. */
export function retell(events: readonly EventRow[]): Retold {
  const order = { captured: 0, refunded: 0, shipped: 0, cancelled: 0, returned: 0 };
  const refunds = new Map<string, number>();
  const parcels = new Map<string, boolean>();
  let [ordered, isConfirmed, isGivenUp] = [0, false, false];
  for (const { type, payload } of events) {
    const facts = JSON.parse(payload) as Facts;
    const units = (facts.lines ?? []).reduce((sum, line) => sum + (line.quantity ?? 0), 0);
    switch (type) {
      case "placed":
        ordered = units;
        break;
      case "confirmed":
        isConfirmed = true;
        break;
      case "cancelled":
      case "line_cancelled":
        if (isConfirmed) order.cancelled += units;
        else isGivenUp = true;
        break;
      case "shipped":
        order.shipped += units;
        parcels.set(facts.shipmentId ?? "", false);
        break;
      case "delivered":
        for (const id of facts.shipmentIds ?? []) parcels.set(id, true);
        break;
      case "return_received":
        order.returned += (facts.lines ?? []).reduce((sum, line) => sum + (line.restocked ?? 0) + (line.writtenOff ?? 0), 0);
        break;
      case "payment_captured":
        order.captured += facts.amountMinor ?? 0;
        break;
      case "payment_recorded":
      case "late_payment_found":
        if (facts.status === "captured") order.captured += facts.amountMinor ?? 0;
        break;
      case "refunded":
        refunds.set(facts.refundId ?? "", facts.amountMinor ?? 0);
        break;
      case "refund_failed":
        refunds.delete(facts.refundId ?? "");
        break;
    }
  }
  for (const amount of refunds.values()) order.refunded += amount;
  return { ...order, status: statusOf() };

  function statusOf(): string {
    if (isGivenUp) return "cancelled";
    if (!isConfirmed) return events.length > 0 ? "pending" : "none";
    const open = ordered - order.shipped - order.cancelled;
    if (order.shipped === 0) return open === 0 ? "cancelled" : "confirmed";
    if (open > 0) return "processing";
    if (order.returned === order.shipped) return "returned";
    return [...parcels.values()].every(Boolean) ? "delivered" : "shipped";
  }
}
