const at = "2026-05-01T10:00:00.000Z";

/** An event that failed too often, and one behind it. */
export const deadEvent = {
  id: "evt_1", type: "refund.started", subject: "ord_1001", payload: { refundId: "ref_1" }, status: "dead", attempts: 10, handledBy: [],
  availableAt: at, leasedBy: null, leaseUntil: null, lastError: "Error: the gateway can't be reached", createdAt: at, closedAt: null, heldBackBy: null,
};

export const waitingEvent = { ...deadEvent, id: "evt_2", status: "waiting", attempts: 0, lastError: null, heldBackBy: "evt_1" };
