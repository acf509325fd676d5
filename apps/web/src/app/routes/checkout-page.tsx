import { CouponBox } from "../../features/cart/coupon-box.tsx";
import { Checkout } from "../../features/checkout/checkout.tsx";
import { tellPurchase } from "../../features/search/kept-finds.ts";
import { trpc } from "../../lib/trpc.ts";
import { useNavigate } from "@tanstack/react-router";
import { useCallback } from "react";

export function CheckoutPage() {
  const [shop] = trpc.shop.get.useSuspenseQuery();
  const navigate = useNavigate();
  const { client } = trpc.useUtils();
  const showOrder = useCallback(
    (token: string) => {
      tellPurchase(client, { token });
      return navigate({ to: "/order/$token", params: { token }, replace: true });
    },
    [client, navigate],
  );
  return (
    <div className="space-y-8">
      <h1 className="text-3xl">Checkout</h1>
      <Checkout shop={shop} coupon={<CouponBox />} onPlaced={showOrder} />
    </div>
  );
}
