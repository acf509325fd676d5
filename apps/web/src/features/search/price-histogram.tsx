import type { PriceScale } from "./price-scale.ts";

interface PriceHistogramProps {
  buckets: readonly { fromMinor: number; toMinor: number; count: number }[];
  scale: PriceScale;
  /** What is chosen is drawn stronger. */
  chosen: { low: number; high: number };
}

const height = 40;
const gap = 0.8;

/** How many things there are at which price. Attributes draw it, because pages allow no inline styles. */
export function PriceHistogram({ buckets, scale: { fromMinor, toMinor }, chosen }: PriceHistogramProps) {
  const most = Math.max(...buckets.map(({ count }) => count), 1);
  const place = (minor: number) => (100 * (minor - fromMinor)) / (toMinor - fromMinor);
  return (
    <svg aria-hidden viewBox={`0 0 100 ${height}`} preserveAspectRatio="none" className="h-14 w-full">
      {buckets.map((bucket) => {
        const tall = bucket.count === 0 ? 0 : Math.max((height * bucket.count) / most, 2);
        const isChosen = bucket.toMinor >= chosen.low && bucket.fromMinor <= chosen.high;
        return (
          <rect
            key={bucket.fromMinor}
            x={place(bucket.fromMinor) + gap / 2}
            width={Math.max(place(bucket.toMinor) - place(bucket.fromMinor) - gap, gap)}
            y={height - tall}
            height={tall}
            className={isChosen ? "fill-action/70" : "fill-line"}
          />
        );
      })}
    </svg>
  );
}
