import { trpc, type Outputs } from "../../lib/trpc.ts";
import { keepJoined } from "./merge-notices.ts";

export type CartView = Outputs["cart"]["get"];
export type CartLineView = CartView["lines"][number];

export function useCart() {
  return trpc.cart.get.useQuery();
}

/** What every change of the cart shares: one after the other, and the answer is the new cart. */
export function useCartChange() {
  const utils = trpc.useUtils();
  return {
    scope: { id: "cart" },
    // A cart that is on its way here is older than the answer.
    onMutate: () => utils.cart.get.cancel(),
    onSuccess: (cart: CartView) => {
      utils.cart.get.setData(undefined, cart);
      keepJoined(cart.notices);
      void utils.checkout.get.invalidate();
    },
  };
}
