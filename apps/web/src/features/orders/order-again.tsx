import { useAnnounce } from "../../components/announcer.tsx";
import { Button } from "../../components/button.tsx";
import { buttonClass } from "../../components/button-look.ts";
import { Notice } from "../../components/notice.tsx";
import { readError } from "../../lib/api-error.ts";
import { trpc, type Outputs } from "../../lib/trpc.ts";
import { Link } from "@tanstack/react-router";
import type { OrderView } from "./order-details.tsx";

type Reordered = Outputs["accounts"]["reorder"];

/** Puts what an old order was of into the cart, and says what of it is not to be had as it was. */
export function OrderAgain({ order }: { order: OrderView }) {
  const utils = trpc.useUtils();
  const announce = useAnnounce();
  const reorder = trpc.accounts.reorder.useMutation({
    scope: { id: "cart" },
    onMutate: () => utils.cart.get.cancel(),
    onSuccess: ({ cart }) => {
      utils.cart.get.setData(undefined, cart);
      void utils.checkout.get.invalidate();
      announce("It is in your cart.");
    },
  });
  return (
    <div className="space-y-4">
      <Button look="quiet" size="sm" isPending={reorder.isPending} pendingLabel="Putting it in …" onClick={() => reorder.mutate({ order: String(order.number) })}>
        Order again
      </Button>
      {reorder.isError && (
        <Notice tone="fault" isAlert>
          {readError(reorder.error).message}
        </Notice>
      )}
      {reorder.data && <Reordered order={order} reordered={reorder.data} />}
    </div>
  );
}

function Reordered({ order, reordered: { notices } }: { order: OrderView; reordered: Reordered }) {
  const missing = notices.filter((notice) => notice.kind !== "fewer" || notice.quantity === 0).length;
  const isNothing = missing >= new Set(order.lines.map(({ variantId }) => variantId)).size;
  return (
    <Notice tone={notices.length === 0 ? "good" : "warn"} title={isNothing ? "None of it is to be had just now." : notices.length === 0 ? "It is all in your cart." : "It is in your cart, but for this:"}>
      {notices.length > 0 && (
        <ul className="mt-1 space-y-1">
          {notices.map((notice) => {
            const text = noticeText(notice);
            return <li key={text}>{text}</li>;
          })}
        </ul>
      )}
      {!isNothing && (
        <Link to="/cart" className={buttonClass({ size: "sm" }) + " mt-3"}>
          Look at the cart
        </Link>
      )}
    </Notice>
  );
}

function noticeText(notice: Reordered["notices"][number]): string {
  const name = [notice.title, notice.variantTitle].filter(Boolean).join(", ") || "Something";
  switch (notice.kind) {
    case "not_for_sale":
      return `${name} is no longer for sale.`;
    case "no_room":
      return `${name} found no room: a cart takes ${notice.limit} different things.`;
    case "fewer":
      if (notice.by === "limit") return `${name}: ${notice.quantity} instead of ${notice.wanted}. We send no more of one thing at a time.`;
      return notice.quantity === 0 ? `${name} has sold out, or you have the last of it in your cart.` : `${name}: ${notice.quantity} instead of ${notice.wanted}. That is all there is.`;
  }
}
