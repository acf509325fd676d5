import { draftOf, parseAddress } from "../../../components/address/address-draft.ts";
import { AddressFields } from "../../../components/address/address-fields.tsx";
import { Button } from "../../../components/button.tsx";
import { CheckField } from "../../../components/check-field.tsx";
import { FormProblem } from "../../../components/form-problem.tsx";
import { errorsUnder, refusedFields, type FieldErrors } from "../../../lib/form-errors.ts";
import { trpc } from "../../../lib/trpc.ts";
import { focusFirstError } from "../../../lib/use-checked-form.ts";
import { forgetDrafts, useDraft } from "../../../lib/use-draft.ts";
import { useEffect, useRef, useState, type FormEvent } from "react";
import type { KeptAddressView } from "./kept-address.tsx";
import { useBookChange } from "./use-book-change.ts";

interface AddressFormProps {
  /** The one that is changed; null for a new one. */
  kept: KeptAddressView | null;
  onDone: () => void;
}

export function AddressForm({ kept, onDone }: AddressFormProps) {
  const [shop] = trpc.shop.get.useSuspenseQuery();
  const name = `address.${kept?.id ?? "new"}`;
  const [draft, change] = useDraft(name, draftOf(kept?.address ?? null, shop.country));
  const [usual, setUsual] = useState({ isDefaultShipping: kept?.isDefaultShipping ?? false, isDefaultBilling: kept?.isDefaultBilling ?? false });
  const [errors, setErrors] = useState<FieldErrors>({});
  const form = useRef<HTMLFormElement>(null);
  // The button that opened it is gone.
  useEffect(() => form.current?.querySelector<HTMLElement>("select")?.focus(), []);
  const done = () => {
    forgetDrafts(name);
    onDone();
  };
  const whenKept = useBookChange("The address is kept.", done);
  const create = trpc.accounts.addresses.create.useMutation(whenKept);
  const update = trpc.accounts.addresses.update.useMutation(whenKept);
  const { error, isPending } = kept ? update : create;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const parsed = parseAddress(draft);
    setErrors("errors" in parsed ? parsed.errors : {});
    if ("errors" in parsed) return focusFirstError(form.current);
    if (isPending) return;
    if (kept) update.mutate({ addressId: kept.id, address: parsed.address, ...usual });
    else create.mutate({ address: parsed.address, ...usual });
  };
  const countries = shop.countries.map(({ code }) => code);
  return (
    <form ref={form} onSubmit={submit} noValidate className="max-w-xl space-y-5">
      <AddressFields
        section="shipping"
        draft={draft}
        errors={{ ...errorsUnder(refusedFields(error), "address."), ...errors }}
        countries={countries.includes(draft.country) ? countries : [...countries, draft.country]}
        onChange={change}
      />
      <div>
        <CheckField checked={usual.isDefaultShipping} onChange={(event) => setUsual({ ...usual, isDefaultShipping: event.target.checked })}>
          Parcels usually go here
        </CheckField>
        <CheckField checked={usual.isDefaultBilling} onChange={(event) => setUsual({ ...usual, isDefaultBilling: event.target.checked })}>
          Bills usually go here
        </CheckField>
      </div>
      <FormProblem error={error} />
      <div className="flex flex-wrap gap-3">
        <Button type="submit" isPending={isPending} pendingLabel="Keeping it …">
          Keep this address
        </Button>
        <Button look="quiet" onClick={done}>
          Never mind
        </Button>
      </div>
    </form>
  );
}
