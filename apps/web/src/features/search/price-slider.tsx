import { price } from "../../lib/money.ts";
import type { PriceScale } from "./price-scale.ts";

interface PriceSliderProps {
  scale: PriceScale;
  currency: string;
  low: number;
  high: number;
  onChange: (chosen: { low: number; high: number }) => void;
}

/** Two thumbs on one line: each is the browser's own slider, so that keys, touch and screen readers know it. They don't cross. */
export function PriceSlider({ scale: { fromMinor, toMinor, stepMinor }, currency, low, high, onChange }: PriceSliderProps) {
  const range = { min: fromMinor, max: toMinor, step: stepMinor } as const;
  const place = (minor: number) => (100 * (minor - fromMinor)) / (toMinor - fromMinor);
  const said = (amountMinor: number) => price({ amountMinor, currency });
  return (
    <div className="relative h-6 noscript:hidden">
      <svg aria-hidden viewBox="0 0 100 4" preserveAspectRatio="none" className="absolute inset-x-0 top-2.5 h-1 w-full">
        <rect x="0" y="0" width="100" height="4" className="fill-line" />
        <rect x={place(low)} y="0" width={place(high) - place(low)} height="4" className="fill-action" />
      </svg>
      <input
        type="range"
        {...range}
        aria-label="Lowest price, as a slider"
        aria-valuetext={said(low)}
        value={low}
        onChange={(event) => onChange({ low: Math.min(Number(event.target.value), high), high })}
        // At the upper end the lower thumb must be the one on top, or both are stuck.
        className={low > (fromMinor + toMinor) / 2 ? "thumb-range z-10" : "thumb-range"}
      />
      <input
        type="range"
        {...range}
        aria-label="Highest price, as a slider"
        aria-valuetext={said(high)}
        value={high}
        onChange={(event) => onChange({ low, high: Math.max(Number(event.target.value), low) })}
        className="thumb-range"
      />
    </div>
  );
}
