import { classNames } from "../../lib/class-names.ts";

const fewUnits = 5;

/** How many are left, in words, where it matters. */
export function StockLine({ available }: { available: number }) {
  const isFew = available > 0 && available <= fewUnits;
  return (
    <p aria-live="polite" className={classNames("flex items-center gap-2.5 text-sm", isFew && "text-warn font-medium", available <= 0 && "text-soft")}>
      <span aria-hidden className={classNames("size-2 rounded-full", available > fewUnits ? "bg-action" : isFew ? "bg-warn" : "border border-edge")} />
      {available <= 0 ? "Sold out. More are on the way, or so we are told." : isFew ? `Only ${available} left` : "In stock"}
    </p>
  );
}
