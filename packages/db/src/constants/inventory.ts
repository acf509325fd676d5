/** Why a level's on hand changed. `received` and `returned` add, `sold` and `written_off` take, the rest go either way. */
export const movementKinds = ["received", "sold", "returned", "adjusted", "transferred", "written_off"] as const;
export type MovementKind = (typeof movementKinds)[number];

/** `held` waits for payment and expires; `allocated` belongs to a confirmed order; the last two count no more. */
export const reservationStatuses = ["held", "allocated", "released", "shipped"] as const;
export type ReservationStatus = (typeof reservationStatuses)[number];

/** `in_transit` has left and not arrived in full; `received` is accounted for in full; `cancelled` went back to where it came from. */
export const transferStatuses = ["in_transit", "received", "cancelled"] as const;
export type TransferStatus = (typeof transferStatuses)[number];

/** `open` is being counted; `posted` became adjustments; `cancelled` changed nothing. */
export const stockCountStatuses = ["open", "posted", "cancelled"] as const;
export type StockCountStatus = (typeof stockCountStatuses)[number];
