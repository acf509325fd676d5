import { useAnnounce } from "../../components/announcer.tsx";
import { Button } from "../../components/button.tsx";
import { Notice } from "../../components/notice.tsx";
import { QuantityStepper } from "../../components/quantity-stepper.tsx";
import { trpc } from "../../lib/trpc.ts";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { cartProblem } from "./cart-problem.ts";
import { useCartChange } from "./use-cart.ts";

interface AddToCartProps {
  variantId: string;
  /** What it is called when it is in: `Field Mug, Oat / 300 ml`. */
  title: string;
  available: number;
}

/** Give it the variant as its key: another variant starts afresh. */
export function AddToCart({ variantId, title, available }: AddToCartProps) {
  const [quantity, setQuantity] = useState(1);
  const announce = useAnnounce();
  const change = useCartChange();
  const add = trpc.cart.addLine.useMutation({
    ...change,
    onSuccess: (cart) => {
      change.onSuccess(cart);
      announce(`${title} is in your cart. ${cart.quantity} in all.`);
      setQuantity(1);
    },
  });
  const isSoldOut = available <= 0;
  // Somebody may have bought some meanwhile.
  const wanted = Math.max(1, Math.min(quantity, available));
  return (
    <div className="space-y-4">
      <div className="flex flex-wrap gap-3 noscript:hidden">
        {!isSoldOut && <QuantityStepper label="Quantity" value={wanted} max={available} onChange={setQuantity} />}
        <Button
          className="min-w-44 flex-1"
          disabled={isSoldOut}
          isPending={add.isPending}
          pendingLabel="Adding …"
          onClick={() => add.mutate({ variantId, quantity: wanted })}
        >
          {isSoldOut ? "Sold out" : "Add to cart"}
        </Button>
      </div>
      <noscript>
        <Notice>Reading works without JavaScript; putting things in the cart needs it.</Notice>
      </noscript>
      {add.isError && (
        <Notice tone="warn" isAlert>
          {cartProblem(add.error)}
        </Notice>
      )}
      {add.isSuccess && (
        <Notice tone="good">
          It is in your cart.{" "}
          <Link to="/cart" className="link font-medium">
            Look at the cart
          </Link>
        </Notice>
      )}
    </div>
  );
}
