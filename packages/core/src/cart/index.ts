export { addCartLine } from "./add-cart-line.ts";
export { findCart, type CartRow } from "./find-cart.ts";
export { getCart } from "./get-cart.ts";
export { loadCartView } from "./load-cart.ts";
export { emptyCart, priceCart, type StoredCartLine } from "./price-cart.ts";
export { mergeCarts } from "./merge-carts.ts";
export { removeCartLine } from "./remove-cart-line.ts";
export { updateCartLine } from "./update-cart-line.ts";
export type * from "./views.ts";
