import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { pageHead } from "../page-head.ts";
import { rootRoute } from "./root.tsx";

export const checkoutRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/checkout",
  // Always fresh: here every figure counts.
  loader: ({ context }) => context.api.checkout.get.fetch(undefined, { staleTime: 0 }).then(() => null),
  head: () => pageHead({ title: "Checkout", isPrivate: true }),
  component: lazyRouteComponent(() => import("./checkout-page.tsx"), "CheckoutPage"),
});
