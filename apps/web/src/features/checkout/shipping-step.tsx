import { Button } from "../../components/button.tsx";
import { Notice } from "../../components/notice.tsx";
import { FormProblem } from "../../components/form-problem.tsx";
import { ChoiceCard } from "../../components/choice-card.tsx";
import { price } from "../../lib/money.ts";
import { useState, type FormEvent } from "react";
import { useCheckoutUpdate, type CheckoutView } from "./use-checkout.ts";

export function ShippingStep({ checkout, onDone }: { checkout: CheckoutView; onDone: () => void }) {
  const { shippingMethods, shippingMethod } = checkout;
  const [chosenId, setChosenId] = useState(shippingMethod?.id ?? shippingMethods[0]?.id);
  const update = useCheckoutUpdate();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (chosenId && !update.isPending) update.mutate({ shippingMethod: chosenId }, { onSuccess: onDone });
  };
  if (shippingMethods.length === 0) {
    return <Notice tone="warn">Nothing that we send with goes to this country yet. Another address may help.</Notice>;
  }
  return (
    <form onSubmit={submit} className="max-w-xl space-y-5">
      <fieldset className="space-y-3">
        <legend className="sr-only">How it should come</legend>
        {shippingMethods.map(({ id, name, description, price: cost, freeOver }) => (
          <ChoiceCard
            key={id}
            name="shippingMethod"
            title={name}
            aside={cost.amountMinor === 0 ? "Free" : price(cost)}
            isChosen={id === chosenId}
            onChoose={() => setChosenId(id)}
          >
            {description}
            {freeOver && cost.amountMinor > 0 && ` Free from ${price(freeOver)}.`}
          </ChoiceCard>
        ))}
      </fieldset>
      <FormProblem error={update.error} />
      <Button type="submit" isPending={update.isPending} pendingLabel="Keeping it …">
        On to the payment
      </Button>
    </form>
  );
}
