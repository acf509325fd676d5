import { checkoutReasons } from "@cartwright/core/checkout/schemas";
import { Button } from "../../components/button.tsx";
import { Notice } from "../../components/notice.tsx";
import type { ApiError } from "../../lib/api-error.ts";
import { price, type Money } from "../../lib/money.ts";
import { Link } from "@tanstack/react-router";
import type { Placing } from "./use-place-order.ts";

/** How the last try to order ended, when it did not end in an order. */
export function PlaceOutcome({ placing, onAskAgain }: { placing: Placing; onAskAgain: () => void }) {
  if (placing.kind === "unclear") {
    return (
      <Notice tone="warn" title="We do not know yet whether your order went through." isAlert>
        <p>{placing.error.message} Asking again is safe: it can’t order or charge twice.</p>
        <Button size="sm" className="mt-3" onClick={onAskAgain}>
          Ask again
        </Button>
      </Notice>
    );
  }
  if (placing.kind === "asking" && placing.isRepeated) return <Notice>Asking what became of your order …</Notice>;
  return placing.kind === "refused" ? <Refusal error={placing.error} /> : null;
}

function Refusal({ error }: { error: ApiError }) {
  const { reason, message, details } = error;
  switch (reason) {
    case checkoutReasons.totalChanged:
      return <TotalChanged details={details} />;
    case checkoutReasons.paymentDeclined:
    case checkoutReasons.paymentFailed:
      return (
        <Notice tone="fault" title="The payment did not go through." isAlert>
          <p>{message} Your cart is as it was; try another card, or pay on delivery.</p>
        </Notice>
      );
    case checkoutReasons.couponNotCounted:
      return (
        <Notice tone="warn" title="Your code does not count any more." isAlert>
          <p>{message} Have a look at the sum; if it suits you, order once more.</p>
        </Notice>
      );
    case checkoutReasons.insufficientStock:
    case checkoutReasons.cartChanged:
      return (
        <Notice tone="warn" title={message} isAlert>
          <p>
            Nothing was ordered or charged.{" "}
            <Link to="/cart" className="link font-medium">
              Look at the cart
            </Link>{" "}
            and come back; the rest is kept.
          </p>
        </Notice>
      );
    default:
      return (
        <Notice tone="fault" title="Nothing was ordered." isAlert>
          <p>{message}</p>
        </Notice>
      );
  }
}

function TotalChanged({ details }: { details: Record<string, unknown> }) {
  const now = readMoney(details["total"]);
  const before = Number(details["expectedMinor"]);
  return (
    <Notice tone="warn" title="The total has changed since you last saw it." isAlert>
      <p>
        {now && Number.isFinite(before) && `It was ${price({ ...now, amountMinor: before })}, and is now ${price(now)}. `}
        Nothing was ordered. Have a look at the sum; if it suits you, order once more.
      </p>
    </Notice>
  );
}

function readMoney(value: unknown): Money | null {
  if (typeof value !== "object" || value === null || !("amountMinor" in value) || !("currency" in value)) return null;
  const { amountMinor, currency } = value;
  return typeof amountMinor === "number" && typeof currency === "string" ? { amountMinor, currency } : null;
}
