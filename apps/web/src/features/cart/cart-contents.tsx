import { useAnnounce } from "../../components/announcer.tsx";
import { Button } from "../../components/button.tsx";
import { CartNotices } from "../../components/cart-notices.tsx";
import { buttonClass } from "../../components/button-look.ts";
import { Empty } from "../../components/empty.tsx";
import { Notice } from "../../components/notice.tsx";
import { Skeleton } from "../../components/skeleton.tsx";
import { readError } from "../../lib/api-error.ts";
import { trpc } from "../../lib/trpc.ts";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { CartLine } from "./cart-line.tsx";
import { cartProblem } from "./cart-problem.ts";
import { CartSummary } from "./cart-summary.tsx";
import { RemovedLine } from "./removed-line.tsx";
import { useCart, useCartChange, type CartLineView } from "./use-cart.ts";
import { useLiveLines } from "./use-live-lines.ts";

export function CartContents() {
  const cart = useCart();
  useLiveLines(cart.data?.lines);
  const announce = useAnnounce();
  const [removed, setRemoved] = useState<CartLineView | null>(null);
  const change = useCartChange();
  const remove = trpc.cart.removeLine.useMutation(change);
  const take = (line: CartLineView) => {
    if (remove.isPending) return;
    remove.mutate(
      { lineId: line.id },
      {
        onSuccess: () => {
          setRemoved(line);
          announce(`${line.productTitle} is out of your cart.`);
        },
      },
    );
  };
  if (cart.isPending) return <Skeleton className="h-64" />;
  if (!cart.data) return <CartFailed message={readError(cart.error).message} onRetry={() => void cart.refetch()} />;
  const { lines, notices } = cart.data;
  const waiting = notices.find((notice) => notice.kind === "waiting");
  const undo = removed && <RemovedLine key={removed.id} line={removed} onDone={() => setRemoved(null)} />;
  if (lines.length === 0) {
    return (
      <>
        {undo}
        <EmptyCart />
      </>
    );
  }
  return (
    <div className="grid items-start gap-x-14 gap-y-8 lg:grid-cols-[1fr_22rem]">
      <div className="space-y-4">
        {undo}
        {remove.isError && (
          <Notice tone="warn" isAlert>
            {cartProblem(remove.error)}
          </Notice>
        )}
        {waiting && (
          <Notice>
            {waiting.quantity === 1 ? "One thing" : `${waiting.quantity} things`} that you put in just as you signed in will be here with the next change of your cart.
          </Notice>
        )}
        <CartNotices notices={notices} />
        <ul aria-label="In your cart" className="divide-y divide-line border-y border-line">
          {lines.map((line) => (
            <CartLine key={line.id} line={line} isRemoving={remove.isPending && remove.variables.lineId === line.id} onRemove={() => take(line)} />
          ))}
        </ul>
      </div>
      <CartSummary cart={cart.data} />
    </div>
  );
}

function EmptyCart() {
  return (
    <Empty
      title="Nothing in it yet."
      actions={
        <Link to="/products" className={buttonClass({})}>
          See everything
        </Link>
      }
    >
      <p>An empty cart is easy to carry, at least.</p>
    </Empty>
  );
}

function CartFailed({ message, onRetry }: { message: string; onRetry: () => void }) {
  return (
    <Notice tone="fault" title="Your cart could not be fetched. It is safe with us." isAlert>
      <p>{message}</p>
      <Button look="quiet" size="sm" className="mt-3" onClick={onRetry}>
        Try again
      </Button>
    </Notice>
  );
}
