/**
 * `requested` waits for staff; `approved` may be sent back; `received` has arrived in part or in full; `closed` is
 * accounted for; `rejected` and `cancelled` changed nothing.
 */
export const returnStatuses = ["requested", "approved", "rejected", "received", "closed", "cancelled"] as const;
export type ReturnStatus = (typeof returnStatuses)[number];
