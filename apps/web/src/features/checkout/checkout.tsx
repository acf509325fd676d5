import { buttonClass } from "../../components/button-look.ts";
import { Button } from "../../components/button.tsx";
import { Empty } from "../../components/empty.tsx";
import { NeedsScript } from "../../components/needs-script.tsx";
import { Notice } from "../../components/notice.tsx";
import { Skeleton } from "../../components/skeleton.tsx";
import { readError } from "../../lib/api-error.ts";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { CheckoutForm, type CheckoutShop } from "./checkout-form.tsx";
import { PlaceOutcome } from "./place-outcome.tsx";
import { useCheckout } from "./use-checkout.ts";
import { useHold } from "./use-hold.ts";
import { usePlaceOrder } from "./use-place-order.ts";

interface CheckoutProps {
  shop: CheckoutShop;
  /** Where codes are entered. */
  coupon: ReactNode;
  onPlaced: (accessToken: string) => Promise<void>;
}

export function Checkout({ shop, coupon, onPlaced }: CheckoutProps) {
  const checkout = useCheckout();
  const order = usePlaceOrder(onPlaced);
  const hold = useHold(checkout.data, { isPlacing: order.placing.kind === "asking" || order.placing.kind === "unclear" });
  if (checkout.isPending) return <Skeleton className="h-96" />;
  if (!checkout.data) {
    return (
      <Notice tone="fault" title="The checkout could not be fetched." isAlert>
        <p>{readError(checkout.error).message}</p>
        <Button look="quiet" size="sm" className="mt-3" onClick={() => void checkout.refetch()}>
          Try again
        </Button>
      </Notice>
    );
  }
  if (checkout.data.cart.lines.length === 0) return <NothingToOrder order={order} />;
  return (
    <>
      <NeedsScript>Ordering needs JavaScript. Your cart is kept.</NeedsScript>
      <CheckoutForm checkout={checkout.data} shop={shop} order={order} hold={hold} coupon={coupon} />
    </>
  );
}

/** An empty cart here is often one that has just been ordered: in another tab, or by a try that is asked about. */
function NothingToOrder({ order: { placing, askAgain } }: { order: ReturnType<typeof usePlaceOrder> }) {
  const isOpen = placing.kind === "asking" || placing.kind === "unclear";
  return (
    <div className="space-y-6">
      <PlaceOutcome placing={placing} onAskAgain={askAgain} />
      {!isOpen && (
        <Empty
          title="There is nothing to order."
          actions={
            <>
              <Link to="/products" className={buttonClass({})}>
                See everything
              </Link>
              <Link to="/orders/find" className={buttonClass({ look: "quiet" })}>
                Find an order
              </Link>
            </>
          }
        >
          <p>Your cart is empty. If you have just ordered in another tab, that order is safe, and this is its empty cart.</p>
        </Empty>
      )}
    </div>
  );
}
