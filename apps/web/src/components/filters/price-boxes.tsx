import type { FilterSearch } from "../../lib/filter-search.ts";
import { toDecimal } from "../../lib/money.ts";
import { RangeBoxes } from "./range-boxes.tsx";

export type PriceChanges = { price_min?: string | undefined; price_max?: string | undefined };

interface PriceBoxesProps {
  bounds: { minMinor: number; maxMinor: number; currency: string };
  search: FilterSearch;
  onChange: (changes: PriceChanges) => void;
}

/** The lowest and the highest price, to be typed. */
export function PriceBoxes({ bounds: { minMinor, maxMinor, currency }, search, onChange }: PriceBoxesProps) {
  const whole = (amountMinor: number) => toDecimal(amountMinor, currency).split(".")[0] ?? "";
  return (
    <RangeBoxes
      min={{
        label: "Lowest price",
        name: "price_min",
        value: search.price_min,
        placeholder: whole(minMinor),
        onChange: (value) => onChange({ price_min: value }),
      }}
      max={{
        label: "Highest price",
        name: "price_max",
        value: search.price_max,
        placeholder: whole(maxMinor),
        onChange: (value) => onChange({ price_max: value }),
      }}
    />
  );
}
