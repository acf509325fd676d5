export { archiveShippingMethod } from "./archive-shipping-method.ts";
export { createShippingMethod } from "./create-shipping-method.ts";
export { listShippingMethods } from "./list-shipping-methods.ts";
export { listShippingMethodsForStaff } from "./list-shipping-methods-for-staff.ts";
export { shippingPriceMinor } from "./shipping-price.ts";
export { updateShippingMethod } from "./update-shipping-method.ts";
export type * from "./views.ts";
