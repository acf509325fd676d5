import { trpc, type Outputs } from "../../lib/trpc.ts";

export type CheckoutView = Outputs["checkout"]["get"];

export function useCheckout() {
  return trpc.checkout.get.useQuery();
}

/** Keeps what was told so far with the cart; the answer is the new checkout. */
export function useCheckoutUpdate() {
  const utils = trpc.useUtils();
  return trpc.checkout.update.useMutation({
    scope: { id: "cart" },
    onSuccess: (checkout) => {
      utils.checkout.get.setData(undefined, checkout);
      utils.cart.get.setData(undefined, checkout.cart);
    },
  });
}
