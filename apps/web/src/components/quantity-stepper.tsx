import { classNames } from "../lib/class-names.ts";

interface QuantityStepperProps {
  value: number;
  max: number;
  /** What is counted, for screen readers. */
  label: string;
  isPending?: boolean;
  onChange: (quantity: number) => void;
}

const stepClass = "grid size-11 place-items-center text-lg leading-none hover:bg-ground disabled:text-edge disabled:hover:bg-transparent";

export function QuantityStepper({ value, max, label, isPending = false, onChange }: QuantityStepperProps) {
  const change = (quantity: number) => {
    if (!isPending && Number.isSafeInteger(quantity) && quantity >= 1 && quantity !== value) onChange(quantity);
  };
  return (
    <fieldset aria-label={label} className={classNames("inline-flex rounded-md border border-edge bg-sheet", isPending && "opacity-70")}>
      <button type="button" aria-label="One fewer" disabled={value <= 1} onClick={() => change(value - 1)} className={stepClass}>
        −
      </button>
      <input
        // A new value from outside replaces what was typed.
        key={value}
        type="text"
        inputMode="numeric"
        aria-label={label}
        defaultValue={value}
        onBlur={(event) => change(Number(event.target.value))}
        onKeyDown={(event) => {
          if (event.key === "Enter") {
            event.preventDefault();
            change(Number(event.currentTarget.value));
          }
        }}
        className="figures w-10 bg-transparent text-center"
      />
      <button type="button" aria-label="One more" disabled={value >= max} onClick={() => change(value + 1)} className={stepClass}>
        +
      </button>
    </fieldset>
  );
}
