import { Notice } from "../../components/notice.tsx";
import { trpc } from "../../lib/trpc.ts";
import { useEffect, useRef } from "react";
import { cartProblem } from "./cart-problem.ts";
import { useCartChange, type CartLineView } from "./use-cart.ts";

/** What has just been taken out, with the way back. It takes the focus, which stood on what is gone. */
export function RemovedLine({ line, onDone }: { line: CartLineView; onDone: () => void }) {
  const undo = useRef<HTMLButtonElement>(null);
  useEffect(() => undo.current?.focus(), []);
  const change = useCartChange();
  const add = trpc.cart.addLine.useMutation({
    ...change,
    onSuccess: (cart) => {
      change.onSuccess(cart);
      onDone();
    },
  });
  return (
    <Notice>
      {line.productTitle || "It"} is out.{" "}
      {line.isForSale && (
        <button
          ref={undo}
          type="button"
          aria-disabled={add.isPending}
          className="link font-medium"
          onClick={() => !add.isPending && add.mutate({ variantId: line.variantId, quantity: line.quantity })}
        >
          {add.isPending ? "Putting it back …" : "Put it back"}
        </button>
      )}
      {add.isError && <p role="alert">{cartProblem(add.error)}</p>}
    </Notice>
  );
}
