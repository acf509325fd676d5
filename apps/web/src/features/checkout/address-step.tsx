import { draftOf, parseAddress } from "../../components/address/address-draft.ts";
import { AddressFields } from "../../components/address/address-fields.tsx";
import { Button } from "../../components/button.tsx";
import { CheckField } from "../../components/check-field.tsx";
import { FormProblem } from "../../components/form-problem.tsx";
import { errorsUnder, refusedFields, type FieldErrors } from "../../lib/form-errors.ts";
import { focusFirstError } from "../../lib/use-checked-form.ts";
import { useDraft } from "../../lib/use-draft.ts";
import { useRef, useState, type FormEvent } from "react";
import { FromAddressBook } from "./from-address-book.tsx";
import { isKept, useAddressBook } from "./use-address-book.ts";
import { useCheckoutUpdate, type CheckoutView } from "./use-checkout.ts";

interface AddressStepProps {
  checkout: CheckoutView;
  /** The shop's own country: where an address starts from. */
  country: string;
  onDone: () => void;
}

export function AddressStep({ checkout, country, onDone }: AddressStepProps) {
  const { countries, shippingAddress, billingAddress } = checkout;
  const form = useRef<HTMLFormElement>(null);
  const book = useAddressBook(countries);
  const [shipping, changeShipping] = useDraft("checkout.shipping", draftOf(shippingAddress ?? book.defaultShipping, country));
  const [billing, changeBilling] = useDraft("checkout.billing", draftOf(billingAddress ?? book.defaultBilling, country));
  const [choice, choose] = useDraft("checkout.choice", { billing: billingAddress || (!shippingAddress && book.hasOwnBilling) ? "own" : "same", save: "no" });
  const [errors, setErrors] = useState<{ shipping: FieldErrors; billing: FieldErrors }>({ shipping: {}, billing: {} });
  const update = useCheckoutUpdate();
  const serverErrors = refusedFields(update.error);
  const canSave = book.isThere && !isKept(book, shipping);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const to = parseAddress(shipping);
    const bill = choice.billing === "own" ? parseAddress(billing) : { address: null };
    setErrors({ shipping: "errors" in to ? to.errors : {}, billing: "errors" in bill ? bill.errors : {} });
    if ("errors" in to || "errors" in bill) return focusFirstError(form.current);
    if (update.isPending || book.save.isPending) return;
    if (canSave && choice.save === "yes" && !(await book.keep(to.address))) return;
    update.mutate({ shippingAddress: to.address, billingAddress: bill.address }, { onSuccess: onDone });
  };
  return (
    <form ref={form} onSubmit={(event) => void submit(event)} noValidate className="max-w-xl space-y-6">
      <FromAddressBook label="From your address book" book={book} draft={shipping} onChoose={(address) => changeShipping(draftOf(address, country))} />
      <AddressFields
        section="shipping"
        draft={shipping}
        errors={{ ...errorsUnder(serverErrors, "shippingAddress."), ...errors.shipping }}
        countries={countries}
        onChange={changeShipping}
      />
      <div>
        {canSave && (
          <CheckField checked={choice.save === "yes"} onChange={(event) => choose({ save: event.target.checked ? "yes" : "no" })}>
            Keep this address in my address book
          </CheckField>
        )}
        <CheckField checked={choice.billing === "same"} onChange={(event) => choose({ billing: event.target.checked ? "same" : "own" })}>
          The bill goes there too
        </CheckField>
      </div>
      {choice.billing === "own" && (
        <fieldset className="space-y-5">
          <legend className="mb-4 font-display text-lg">Where the bill goes</legend>
          <FromAddressBook label="For the bill, from your address book" book={book} draft={billing} onChoose={(address) => changeBilling(draftOf(address, country))} />
          <AddressFields
            section="billing"
            draft={billing}
            errors={{ ...errorsUnder(serverErrors, "billingAddress."), ...errors.billing }}
            countries={countries}
            onChange={changeBilling}
          />
        </fieldset>
      )}
      <FormProblem error={book.save.error ?? update.error} />
      <Button type="submit" isPending={update.isPending || book.save.isPending} pendingLabel="Keeping it …">
        On to the delivery
      </Button>
    </form>
  );
}
