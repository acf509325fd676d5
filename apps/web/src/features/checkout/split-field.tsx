import { paymentMethodLabels, type PaymentMethod } from "@cartwright/core/payments/schemas";
import { TextField } from "../../components/field.tsx";
import { price, type Money } from "../../lib/money.ts";
import { readTransfer, type PaymentDraft } from "./payment-draft.ts";

interface SplitFieldProps {
  draft: PaymentDraft;
  /** What the rest is paid with. */
  method: PaymentMethod;
  total: Money;
  error: string | undefined;
  onChange: (draft: PaymentDraft) => void;
}

/** Two payments for one order: part of it by transfer, the rest the way that was chosen. */
export function SplitField({ draft, method, total, error, onChange }: SplitFieldProps) {
  const transferMinor = readTransfer(draft, total);
  const rest = transferMinor === null ? null : price({ ...total, amountMinor: total.amountMinor - transferMinor });
  return (
    <div className="space-y-3">
      <label className="flex min-h-11 items-center gap-3 text-sm">
        <input
          type="checkbox"
          name="isSplit"
          checked={draft.isSplit}
          onChange={(event) => onChange({ ...draft, isSplit: event.target.checked })}
          className="size-4.5 accent-action"
        />
        Pay part by transfer
      </label>
      {draft.isSplit && (
        <TextField
          className="max-w-64"
          label={`By transfer, in ${total.currency}`}
          name="transfer"
          inputMode="decimal"
          autoComplete="off"
          value={draft.transfer}
          error={error}
          hint={rest && `The rest, ${rest}: ${paymentMethodLabels[method].toLowerCase()}.`}
          onChange={(event) => onChange({ ...draft, transfer: event.target.value })}
        />
      )}
    </div>
  );
}
