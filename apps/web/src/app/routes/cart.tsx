import { CartContents } from "../../features/cart/cart-contents.tsx";
import { createRoute } from "@tanstack/react-router";
import { pageHead } from "../page-head.ts";
import { rootRoute } from "./root.tsx";

export const cartRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/cart",
  loader: ({ context }) => context.api.cart.get.fetch().then(() => null),
  head: () => pageHead({ title: "Your cart", isPrivate: true }),
  component: CartPage,
});

function CartPage() {
  return (
    <div className="space-y-8">
      <h1 className="text-3xl">Your cart</h1>
      <CartContents />
    </div>
  );
}
