import { Skeleton } from "../../components/skeleton.tsx";
import { useRef } from "react";
import { AppliedCoupon } from "./applied-coupon.tsx";
import { findNotCounted } from "./coupon-words.ts";
import { CouponField } from "./coupon-field.tsx";
import { useCart } from "./use-cart.ts";

/** The codes in the cart, what they take off, and a field for another. For the sums of cart and checkout. */
export function CouponBox() {
  const { data: cart } = useCart();
  const fold = useRef<HTMLElement>(null);
  if (!cart) return <Skeleton className="h-11" />;
  const { couponCodes, discounts, notices } = cart;
  return (
    <div className="space-y-3 noscript:hidden">
      {couponCodes.map((code) => (
        <AppliedCoupon
          key={code}
          code={code}
          discount={discounts.find((discount) => discount.code === code)}
          notCounted={findNotCounted(notices, code)}
          onRemoved={() => fold.current?.focus()}
        />
      ))}
      <CouponField fold={fold} hasCode={couponCodes.length > 0} />
    </div>
  );
}
