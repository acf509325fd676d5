/** `flat` always costs its price; `free_over` costs nothing from a goods value on. */
export const shippingMethodKinds = ["flat", "free_over"] as const;
export type ShippingMethodKind = (typeof shippingMethodKinds)[number];
