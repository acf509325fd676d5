export { createShippingMethod, type CreateShippingMethod } from "./create-shipping-method.ts";
export { listShippingMethods } from "./list-shipping-methods.ts";
export { shippingPriceMinor } from "./shipping-price.ts";
export type * from "./views.ts";
