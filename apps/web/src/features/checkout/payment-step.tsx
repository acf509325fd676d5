import { PlaceOrderInput } from "@cartwright/core/checkout/schemas";
import { paymentMethodLabels, type PaymentMethod } from "@cartwright/core/payments/schemas";
import { Button } from "../../components/button.tsx";
import { ChoiceCard } from "../../components/choice-card.tsx";
import { price } from "../../lib/money.ts";
import { useState, type FormEvent } from "react";
import { CardField } from "./card-field.tsx";
import { PlaceOutcome } from "./place-outcome.tsx";
import type { CheckoutView } from "./use-checkout.ts";
import type { usePlaceOrder } from "./use-place-order.ts";

/** How it is to be paid, while it is typed. Unlike the rest it is not kept over a reload. */
export interface PaymentDraft {
  method: PaymentMethod | undefined;
  cardNumber: string;
}

interface PaymentStepProps {
  checkout: CheckoutView;
  draft: PaymentDraft;
  onChange: (draft: PaymentDraft) => void;
  order: ReturnType<typeof usePlaceOrder>;
}

const remarks: Record<PaymentMethod, string> = {
  test_card: "A card that moves no money. The numbers below say what each does.",
  cash_on_delivery: "To the driver, who rarely has change.",
};

export function PaymentStep({ checkout: { paymentMethods, totals }, draft, onChange, order: { placing, place, askAgain } }: PaymentStepProps) {
  const { method, cardNumber } = draft;
  const [cardError, setCardError] = useState<string>();
  const total = totals.total;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const card = method === "test_card" ? { card: { number: cardNumber } } : {};
    const parsed = PlaceOrderInput.omit({ idempotencyKey: true }).safeParse({ expectedTotalMinor: total.amountMinor, paymentMethod: method, ...card });
    setCardError(parsed.error?.issues[0]?.message);
    if (parsed.success && placing.kind !== "unclear") place(parsed.data);
  };
  return (
    <form onSubmit={submit} noValidate className="max-w-xl space-y-5">
      <fieldset className="space-y-3">
        <legend className="sr-only">How you pay</legend>
        {paymentMethods.map((name) => (
          <ChoiceCard key={name} name="paymentMethod" title={paymentMethodLabels[name]} isChosen={name === method} onChoose={() => onChange({ ...draft, method: name })}>
            {remarks[name]}
          </ChoiceCard>
        ))}
      </fieldset>
      {method === "test_card" && <CardField value={cardNumber} error={cardError} onChange={(number) => onChange({ ...draft, cardNumber: number })} />}
      <PlaceOutcome placing={placing} onAskAgain={askAgain} />
      <Button type="submit" className="w-full sm:w-auto" disabled={placing.kind === "unclear"} isPending={placing.kind === "asking"} pendingLabel="Placing the order …">
        Order and pay {price(total)}
      </Button>
    </form>
  );
}
