import { useAnnounce } from "../../components/announcer.tsx";
import { CrossIcon } from "../../components/icons.tsx";
import { Notice } from "../../components/notice.tsx";
import { price } from "../../lib/money.ts";
import { trpc } from "../../lib/trpc.ts";
import { cartProblem } from "./cart-problem.ts";
import { notCountedText, type NotCounted } from "./coupon-words.ts";
import { useCartChange, type CartView } from "./use-cart.ts";

interface AppliedCouponProps {
  code: string;
  discount: CartView["discounts"][number] | undefined;
  notCounted: NotCounted | undefined;
  /** The button that had the focus is gone then. */
  onRemoved: () => void;
}

/** A code that was entered, with what it takes off or why it does not. */
export function AppliedCoupon({ code, discount, notCounted, onRemoved }: AppliedCouponProps) {
  const announce = useAnnounce();
  const change = useCartChange();
  const remove = trpc.cart.removeCoupon.useMutation({
    ...change,
    onSuccess: (cart) => {
      change.onSuccess(cart);
      announce(`${code} is out of your cart.`);
      onRemoved();
    },
  });
  return (
    <div className="space-y-2 text-sm">
      <div className="flex items-center gap-3 rounded-md border border-dashed border-edge py-1 pr-1 pl-4">
        <p className="min-w-0 flex-1 py-1.5">
          <span className="font-medium break-all">{code}</span>
          {discount && <span className="block text-soft">{discount.label}</span>}
        </p>
        {discount && <span className="figures text-sale">−{price(discount.amount)}</span>}
        <button
          type="button"
          aria-label={`Remove the code ${code}`}
          aria-disabled={remove.isPending}
          onClick={() => !remove.isPending && remove.mutate({ code })}
          className="grid size-11 shrink-0 place-items-center rounded-md hover:bg-sheet aria-disabled:opacity-50"
        >
          <CrossIcon />
        </button>
      </div>
      {notCounted && <Notice tone="warn">{notCountedText(notCounted)}</Notice>}
      {remove.isError && (
        <Notice tone="warn" isAlert>
          {cartProblem(remove.error)}
        </Notice>
      )}
    </div>
  );
}
