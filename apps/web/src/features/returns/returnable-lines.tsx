import { QuantityStepper } from "../../components/quantity-stepper.tsx";
import { formatDay } from "../../lib/date.ts";
import { useId } from "react";
import type { ReturnableLine } from "./queries.ts";

interface ReturnableLinesProps {
  returnable: readonly ReturnableLine[];
  /** How many come back, by line; a line that is not here stays. */
  quantities: Record<string, number>;
  error: string | undefined;
  onChange: (quantities: Record<string, number>) => void;
}

export function ReturnableLines({ returnable, quantities, error, onChange }: ReturnableLinesProps) {
  const id = useId();
  const choose = (lineId: string, quantity: number | undefined) => {
    const { [lineId]: _, ...others } = quantities;
    onChange(quantity === undefined ? others : { ...others, [lineId]: quantity });
  };
  return (
    <fieldset aria-describedby={error ? `${id}-error` : undefined} className="space-y-2">
      <legend className="text-sm font-medium">What comes back</legend>
      <ul className="divide-y divide-line">
        {returnable.map((line) => (
          <li key={line.lineId} className="flex min-h-14 flex-wrap items-center justify-between gap-x-4 gap-y-2 py-2">
            <label className="flex min-h-11 min-w-0 grow items-center gap-3">
              <input
                type="checkbox"
                checked={line.lineId in quantities}
                onChange={(event) => choose(line.lineId, event.target.checked ? line.quantity : undefined)}
                className="size-5 shrink-0 accent-action"
              />
              <span className="min-w-0 text-sm">
                <span className="block wrap-anywhere">{[line.productTitle, line.variantTitle].filter(Boolean).join(", ")}</span>
                {line.until && <span className="block text-xs text-soft">until {formatDay(line.until)}</span>}
              </span>
            </label>
            {line.lineId in quantities && line.quantity > 1 && (
              <QuantityStepper
                label={`How many of ${line.productTitle}`}
                value={quantities[line.lineId] ?? 1}
                max={line.quantity}
                onChange={(quantity) => choose(line.lineId, Math.min(quantity, line.quantity))}
              />
            )}
          </li>
        ))}
      </ul>
      {error && (
        <p id={`${id}-error`} role="alert" className="text-xs font-medium text-fault">
          {error}
        </p>
      )}
    </fieldset>
  );
}
