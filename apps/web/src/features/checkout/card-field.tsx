import { testCards } from "@cartwright/core/payments/schemas";
import { TextField } from "../../components/field.tsx";

interface CardFieldProps {
  value: string;
  error: string | undefined;
  onChange: (number: string) => void;
}

const outcomes: Record<keyof typeof testCards, string> = {
  approved: "is approved",
  declined: "is declined",
  failing: "fails",
  slow: "is approved, slowly",
};

/** The test card: its number decides what the gateway answers. */
export function CardField({ value, error, onChange }: CardFieldProps) {
  return (
    <div className="space-y-3">
      <TextField
        label="Card number"
        name="cardNumber"
        inputMode="numeric"
        autoComplete="off"
        value={value}
        error={error}
        onChange={(event) => onChange(event.target.value)}
      />
      <ul aria-label="Numbers to try" className="figures flex flex-wrap gap-x-5 gap-y-1 text-xs text-soft">
        {Object.entries(testCards).map(([name, number]) => (
          <li key={number}>
            <button type="button" className="link min-h-6" onClick={() => onChange(grouped(number))}>
              {grouped(number)}
            </button>{" "}
            {outcomes[name as keyof typeof testCards]}
          </li>
        ))}
      </ul>
    </div>
  );
}

function grouped(number: string): string {
  return number.replace(/(\d{4})(?=\d)/g, "$1 ");
}
