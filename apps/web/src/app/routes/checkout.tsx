import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { pageHead } from "../page-head.ts";
import { rootRoute } from "./root.tsx";

export const checkoutRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/checkout",
  // Always fresh: here every figure counts.
  loader: async ({ context: { api } }) => {
    const account = await api.accounts.me.ensureData();
    await Promise.all([api.checkout.get.fetch(undefined, { staleTime: 0 }), account ? api.accounts.addresses.list.prefetch() : null]);
    return null;
  },
  head: () => pageHead({ title: "Checkout", isPrivate: true }),
  component: lazyRouteComponent(() => import("./checkout-page.tsx"), "CheckoutPage"),
});
