export { checkLatePayments } from "./check-late-payments.ts";
export { getCheckout } from "./get-checkout.ts";
export { holdCheckout } from "./hold-checkout.ts";
export { placeOrder } from "./place-order.ts";
export { priceCheckout } from "./price-checkout.ts";
export { resumePlacements } from "./resume-placements.ts";
export { updateCheckout } from "./update-checkout.ts";
export type * from "./views.ts";
