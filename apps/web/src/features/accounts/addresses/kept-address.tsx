import { AddressLines } from "../../../components/address/address-lines.tsx";
import { Notice } from "../../../components/notice.tsx";
import { readError } from "../../../lib/api-error.ts";
import { trpc, type Outputs } from "../../../lib/trpc.ts";
import { useState } from "react";
import { AddressForm } from "./address-form.tsx";
import { useBookChange } from "./use-book-change.ts";

export type KeptAddressView = Outputs["accounts"]["addresses"]["list"][number];

/** One of the book, with what can be done about it. */
export function KeptAddress({ kept }: { kept: KeptAddressView }) {
  const { id: addressId, address, isDefaultShipping, isDefaultBilling } = kept;
  const [isEdited, setEdited] = useState(false);
  const [isLeaving, setLeaving] = useState(false);
  const update = trpc.accounts.addresses.update.useMutation(useBookChange("That is the usual one now."));
  const remove = trpc.accounts.addresses.delete.useMutation(useBookChange("The address is gone."));
  if (isEdited) {
    return (
      <li className="rounded-md bg-ground p-6 sm:col-span-2">
        <AddressForm kept={kept} onDone={() => setEdited(false)} />
      </li>
    );
  }
  const error = update.error ?? remove.error;
  const usual = [isDefaultShipping && "Parcels go here", isDefaultBilling && "Bills go here"].filter(Boolean);
  return (
    <li className="flex flex-col gap-3 rounded-md border border-edge p-5 text-sm">
      <AddressLines address={address} />
      {usual.length > 0 && <p className="font-medium text-action">{usual.join(" · ")}</p>}
      {error && (
        <Notice tone="fault" isAlert>
          {readError(error).message}
        </Notice>
      )}
      <div className="mt-auto flex flex-wrap gap-x-5">
        <AddressAction text="Change" about={address} onClick={() => setEdited(true)} />
        {!isDefaultShipping && <AddressAction text="Send parcels here" about={address} onClick={() => update.mutate({ addressId, isDefaultShipping: true })} />}
        {!isDefaultBilling && <AddressAction text="Send bills here" about={address} onClick={() => update.mutate({ addressId, isDefaultBilling: true })} />}
        {isLeaving ? (
          <>
            <AddressAction text="Yes, take it out" about={address} onClick={() => remove.mutate({ addressId })} />
            <AddressAction text="Keep it" about={address} onClick={() => setLeaving(false)} />
          </>
        ) : (
          <AddressAction text="Take out" about={address} onClick={() => setLeaving(true)} />
        )}
      </div>
    </li>
  );
}

function AddressAction({ text, about: { name, line1 }, onClick }: { text: string; about: KeptAddressView["address"]; onClick: () => void }) {
  return (
    <button type="button" onClick={onClick} className="link min-h-11">
      {text}
      <span className="sr-only">
        : {name}, {line1}
      </span>
    </button>
  );
}
