import type { Address } from "@cartwright/core/accounts/schemas";
import { draftOf, type AddressDraft } from "../../components/address/address-draft.ts";
import { trpc } from "../../lib/trpc.ts";

export type AddressBook = ReturnType<typeof useAddressBook>;

/** The addresses that a signed-in customer keeps and the shop sends to; a guest has none. */
export function useAddressBook(countries: readonly string[]) {
  const { data: account } = trpc.accounts.me.useQuery();
  const utils = trpc.useUtils();
  const { data } = trpc.accounts.addresses.list.useQuery(undefined, { enabled: Boolean(account) });
  const save = trpc.accounts.addresses.create.useMutation({ onSuccess: () => utils.accounts.addresses.list.invalidate() });
  const kept = (account ? (data ?? []) : []).filter(({ address }) => countries.includes(address.country));
  const shipping = kept.find(({ isDefaultShipping }) => isDefaultShipping);
  const billing = kept.find(({ isDefaultBilling }) => isDefaultBilling);
  return {
    isThere: Boolean(account && data),
    kept,
    defaultShipping: shipping?.address ?? null,
    defaultBilling: billing?.address ?? null,
    /** The bill goes somewhere else as a rule. */
    hasOwnBilling: billing !== undefined && billing !== shipping,
    save,
    /** Whether it could be kept; what was wrong is in `save.error`. */
    keep: (address: Address) => save.mutateAsync({ address }).then(
      () => true,
      () => false,
    ),
  };
}

/** The kept address that says the same as what is typed. */
export function findKept({ kept }: AddressBook, draft: AddressDraft): AddressBook["kept"][number] | undefined {
  const names = Object.keys(draft) as (keyof AddressDraft)[];
  return kept.find(({ address }) => {
    const own = draftOf(address, address.country);
    return names.every((name) => own[name] === draft[name].trim());
  });
}

export function isKept(book: AddressBook, draft: AddressDraft): boolean {
  return findKept(book, draft) !== undefined;
}
