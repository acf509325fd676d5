import { CouponInput } from "@cartwright/core/promotions/schemas";
import { useAnnounce } from "../../components/announcer.tsx";
import { Button } from "../../components/button.tsx";
import { TextField } from "../../components/field.tsx";
import { ChevronIcon } from "../../components/icons.tsx";
import { price } from "../../lib/money.ts";
import { trpc } from "../../lib/trpc.ts";
import { useState, type FormEvent, type RefObject } from "react";
import { couponProblem, findNotCounted, notCountedText } from "./coupon-words.ts";
import { useCartChange, type CartView } from "./use-cart.ts";

interface CouponFieldProps {
  /** What opens it, and takes the focus when the field folds away. */
  fold: RefObject<HTMLElement | null>;
  hasCode: boolean;
}

/** Folded away until somebody has a code. */
export function CouponField({ fold, hasCode }: CouponFieldProps) {
  const [isOpen, setIsOpen] = useState(false);
  const [typed, setTyped] = useState("");
  const [error, setError] = useState<string>();
  const [said, setSaid] = useState("");
  const announce = useAnnounce();
  const change = useCartChange();
  const apply = trpc.cart.applyCoupon.useMutation({
    ...change,
    onSuccess: (cart, { code }) => {
      change.onSuccess(cart);
      const words = outcomeWords(cart, code);
      announce(words);
      setSaid(cart.notices.some((notice) => notice.kind === "coupon_replaced") ? words : "");
      setTyped("");
      setIsOpen(false);
      fold.current?.focus();
    },
    onError: (refused) => setError(couponProblem(refused)),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const parsed = CouponInput.safeParse({ code: typed });
    setError(typed.trim() === "" ? "Type the code first." : parsed.error?.issues[0]?.message);
    if (parsed.success && !apply.isPending) apply.mutate(parsed.data);
  };
  return (
    <>
      {said && hasCode && <p className="text-sm text-soft">{said}</p>}
      <details open={isOpen} onToggle={(event) => setIsOpen(event.currentTarget.open)} className="group text-sm">
        <summary ref={fold} className="flex min-h-11 items-center gap-1.5 font-medium">
          {hasCode ? "Another code?" : "Have a code?"}
          <span className="transition-transform group-open:rotate-180">
            <ChevronIcon />
          </span>
        </summary>
        <form onSubmit={submit} noValidate className="space-y-3 pt-1">
          <TextField
            label="Code"
            name="coupon"
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            hint={hasCode ? "One counts at a time: a new one takes the other’s place." : undefined}
            value={typed}
            error={error}
            onChange={(event) => {
              setTyped(event.target.value);
              setError(undefined);
            }}
          />
          <Button type="submit" look="quiet" size="sm" isPending={apply.isPending} pendingLabel="Looking …">
            Use it
          </Button>
        </form>
      </details>
    </>
  );
}

/** What came of a code, for who can't see the sum. */
function outcomeWords({ discounts, notices }: CartView, code: string): string {
  const discount = discounts.find((one) => one.code === code);
  const notCounted = findNotCounted(notices, code);
  const replaced = notices.find((notice) => notice.kind === "coupon_replaced");
  const outcome = discount ? `${code} takes ${price(discount.amount)} off.` : notCounted ? notCountedText(notCounted) : `${code} is in your cart.`;
  return replaced ? `${outcome} It took the place of ${replaced.replaced}.` : outcome;
}
