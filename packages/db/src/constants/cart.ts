/** `placing` is a cart whose order is waiting for its payment; `ordered` became an order; `merged` went into another cart. */
export const cartStatuses = ["open", "placing", "ordered", "merged"] as const;
export type CartStatus = (typeof cartStatuses)[number];
