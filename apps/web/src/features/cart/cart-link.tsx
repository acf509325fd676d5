import { Link } from "@tanstack/react-router";
import { useCart } from "./use-cart.ts";

/** The way to the cart, with how much is in it. */
export function CartLink() {
  const { data: cart } = useCart();
  const quantity = cart?.quantity ?? 0;
  return (
    <Link to="/cart" className="flex min-h-11 items-center gap-1.5 underline-offset-4 hover:underline">
      Cart
      <span
        aria-hidden
        className={`figures grid h-6 min-w-6 place-items-center rounded-full px-1.5 text-xs font-semibold ${quantity > 0 ? "bg-action text-on-action" : "bg-ground text-soft"}`}
      >
        {quantity}
      </span>
      <span className="sr-only">{quantity === 1 ? ", 1 thing" : `, ${quantity} things`}</span>
    </Link>
  );
}
