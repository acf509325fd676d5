import { paymentMethodLabels, type PaymentMethod } from "@cartwright/core/payments/schemas";
import { Button } from "../../components/button.tsx";
import { ChoiceCard } from "../../components/choice-card.tsx";
import { price } from "../../lib/money.ts";
import { useState, type FormEvent } from "react";
import { CardField } from "./card-field.tsx";
import { readPayment, type PaymentDraft, type PaymentErrors } from "./payment-draft.ts";
import { PlaceOutcome } from "./place-outcome.tsx";
import { SplitField } from "./split-field.tsx";
import type { CheckoutView } from "./use-checkout.ts";
import type { usePlaceOrder } from "./use-place-order.ts";

export type { PaymentDraft } from "./payment-draft.ts";

interface PaymentStepProps {
  checkout: CheckoutView;
  bankAccount: string;
  draft: PaymentDraft;
  onChange: (draft: PaymentDraft) => void;
  order: ReturnType<typeof usePlaceOrder>;
}

const remarks: Record<PaymentMethod, string> = {
  test_card: "A card that moves no money. The numbers below say what each does.",
  bank_transfer: "You get the account and the number to quote when you have ordered.",
  cash_on_delivery: "To the driver, who rarely has change.",
};

export function PaymentStep({ checkout: { paymentMethods, totals }, bankAccount, draft, onChange, order: { placing, place, askAgain } }: PaymentStepProps) {
  const { method, cardNumber } = draft;
  const [errors, setErrors] = useState<PaymentErrors>({});
  const { total } = totals;
  const isFree = total.amountMinor === 0;
  const canSplit = !isFree && method !== undefined && method !== "bank_transfer" && paymentMethods.includes("bank_transfer");
  const change = (changed: PaymentDraft) => {
    setErrors({});
    onChange(changed);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const read = readPayment({ ...draft, isSplit: draft.isSplit && canSplit }, total);
    setErrors("errors" in read ? read.errors : {});
    if ("order" in read && placing.kind !== "unclear") place(read.order);
  };
  return (
    <form onSubmit={submit} noValidate className="max-w-xl space-y-5">
      {isFree && <p>There is nothing to pay.</p>}
      {!isFree && (
        <fieldset className="space-y-3">
          <legend className="sr-only">How you pay</legend>
          {paymentMethods.map((name) => (
            <ChoiceCard key={name} name="paymentMethod" title={paymentMethodLabels[name]} isChosen={name === method} onChoose={() => change({ ...draft, method: name })}>
              {name === "bank_transfer" && bankAccount ? `To ${bankAccount}, quoting the order’s number.` : remarks[name]}
            </ChoiceCard>
          ))}
        </fieldset>
      )}
      {!isFree && method === "test_card" && (
        <CardField value={cardNumber} error={errors.cardNumber} onChange={(number) => change({ ...draft, cardNumber: number })} />
      )}
      {canSplit && <SplitField draft={draft} method={method} total={total} error={errors.transfer} onChange={change} />}
      <PlaceOutcome placing={placing} onAskAgain={askAgain} />
      <Button type="submit" className="w-full sm:w-auto" disabled={placing.kind === "unclear"} isPending={placing.kind === "asking"} pendingLabel="Placing the order …">
        {isFree ? "Place the order" : `Order and pay ${price(total)}`}
      </Button>
    </form>
  );
}
