import { buttonClass } from "../../components/button-look.ts";
import { price } from "../../lib/money.ts";
import { Link } from "@tanstack/react-router";
import { CouponBox } from "./coupon-box.tsx";
import type { CartView } from "./use-cart.ts";

export function CartSummary({ cart }: { cart: CartView }) {
  return (
    <section aria-label="Sum" className="space-y-5 rounded-md bg-ground p-6 lg:sticky lg:top-8">
      <p className="flex items-baseline justify-between gap-4">
        <span>Goods</span>
        <span className={cart.discounts.length > 0 ? "figures" : "figures font-display text-xl"}>{price(cart.subtotal)}</span>
      </p>
      <CouponBox />
      {cart.discounts.length > 0 && (
        <p className="flex items-baseline justify-between gap-4 border-t border-edge pt-4">
          <span>Goods less the discount</span>
          <span className="figures font-display text-xl">{price(cart.total)}</span>
        </p>
      )}
      <p className="text-sm text-soft">Postage is shown at the checkout, before you pay for anything.</p>
      {cart.canCheckOut ? (
        <Link to="/checkout" className={`${buttonClass({})} w-full`}>
          To the checkout
        </Link>
      ) : (
        <p className="text-sm font-medium text-warn">Settle the marked lines first; then you can go on to the checkout.</p>
      )}
    </section>
  );
}
