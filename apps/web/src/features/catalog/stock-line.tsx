import { classNames } from "../../lib/class-names.ts";
import { useState } from "react";

const fewUnits = 5;

interface StockLineProps {
  variantId: string;
  available: number;
}

/** How many are left, in words, where it matters; said aloud when it changes. */
export function StockLine({ variantId, available }: StockLineProps) {
  const isFew = available > 0 && available <= fewUnits;
  const isJustGone = useIsJustGone(variantId, available);
  return (
    <p aria-live="polite" className={classNames("flex items-center gap-2.5 text-sm", isFew && "text-warn font-medium", available <= 0 && "text-soft")}>
      <span aria-hidden className={classNames("size-2 rounded-full", available > fewUnits ? "bg-action" : isFew ? "bg-warn" : "border border-edge")} />
      {isFew && `Only ${available} left`}
      {available > fewUnits && "In stock"}
      {available <= 0 && `Sold out${isJustGone ? " just now" : ""}. More are on the way, or so we are told.`}
    </p>
  );
}

/** Whether the last one went while this variant was being looked at. */
function useIsJustGone(variantId: string, available: number): boolean {
  const [seen, setSeen] = useState({ variantId, hadSome: available > 0 });
  const isOther = seen.variantId !== variantId;
  if (isOther || (available > 0 && !seen.hadSome)) setSeen({ variantId, hadSome: available > 0 });
  return !isOther && seen.hadSome && available <= 0;
}
