import { Button } from "../../components/button.tsx";
import type { FieldErrors } from "../../lib/form-errors.ts";
import { useRef, useState, type FormEvent } from "react";
import { draftOf, parseAddress } from "./address-draft.ts";
import { AddressFields } from "./address-fields.tsx";
import { StepProblem, useStepErrors } from "./step-problem.tsx";
import { useCheckoutUpdate, type CheckoutView } from "./use-checkout.ts";
import { useDraft } from "./use-draft.ts";

interface AddressStepProps {
  checkout: CheckoutView;
  /** The shop's own country: where an address starts from. */
  country: string;
  onDone: () => void;
}

export function AddressStep({ checkout, country, onDone }: AddressStepProps) {
  const { countries, shippingAddress, billingAddress } = checkout;
  const form = useRef<HTMLFormElement>(null);
  const [shipping, changeShipping] = useDraft("shipping", draftOf(shippingAddress, country));
  const [billing, changeBilling] = useDraft("billing", draftOf(billingAddress, country));
  const [choice, choose] = useDraft("bill-to", { billing: billingAddress ? "own" : "same" });
  const [errors, setErrors] = useState<{ shipping: FieldErrors; billing: FieldErrors }>({ shipping: {}, billing: {} });
  const update = useCheckoutUpdate();
  const serverErrors = useStepErrors(update.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const to = parseAddress(shipping);
    const bill = choice.billing === "own" ? parseAddress(billing) : { address: null };
    setErrors({ shipping: "errors" in to ? to.errors : {}, billing: "errors" in bill ? bill.errors : {} });
    if ("errors" in to || "errors" in bill) return focusFirstError(form.current);
    if (!update.isPending) update.mutate({ shippingAddress: to.address, billingAddress: bill.address }, { onSuccess: onDone });
  };
  return (
    <form ref={form} onSubmit={submit} noValidate className="max-w-xl space-y-6">
      <AddressFields
        section="shipping"
        draft={shipping}
        errors={{ ...under(serverErrors, "shippingAddress."), ...errors.shipping }}
        countries={countries}
        onChange={changeShipping}
      />
      <label className="flex min-h-11 items-center gap-3 text-sm">
        <input
          type="checkbox"
          checked={choice.billing === "same"}
          onChange={(event) => choose({ billing: event.target.checked ? "same" : "own" })}
          className="size-4.5 accent-action"
        />
        The bill goes there too
      </label>
      {choice.billing === "own" && (
        <fieldset className="space-y-5">
          <legend className="mb-4 font-display text-lg">Where the bill goes</legend>
          <AddressFields
            section="billing"
            draft={billing}
            errors={{ ...under(serverErrors, "billingAddress."), ...errors.billing }}
            countries={countries}
            onChange={changeBilling}
          />
        </fieldset>
      )}
      <StepProblem error={update.error} />
      <Button type="submit" isPending={update.isPending} pendingLabel="Keeping it …">
        On to the delivery
      </Button>
    </form>
  );
}

function under(errors: FieldErrors, prefix: string): FieldErrors {
  const own = Object.entries(errors).filter(([path]) => path.startsWith(prefix));
  return Object.fromEntries(own.map(([path, message]) => [path.slice(prefix.length), message]));
}

function focusFirstError(form: HTMLFormElement | null): void {
  // After the errors are shown.
  requestAnimationFrame(() => form?.querySelector<HTMLElement>("[aria-invalid]")?.focus());
}
