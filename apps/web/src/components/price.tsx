import { classNames } from "../lib/class-names.ts";
import { price, type Money } from "../lib/money.ts";

interface PriceProps {
  amount: Money;
  compareAt?: Money | null;
  /** The lowest of several. */
  isFrom?: boolean;
  className?: string;
}

export function Price({ amount, compareAt, isFrom = false, className }: PriceProps) {
  const isReduced = compareAt && compareAt.amountMinor > amount.amountMinor;
  return (
    <span className={classNames("figures", className)}>
      {isFrom && <span className="text-soft">from </span>}
      {isReduced && <span className="sr-only">Now </span>}
      <span className={classNames(isReduced && "text-sale font-medium")}>{price(amount)}</span>
      {isReduced && (
        <>
          {" "}
          <span className="sr-only">before </span>
          <s className="text-soft">{price(compareAt)}</s>
        </>
      )}
    </span>
  );
}
