import { addressLine, type AddressDraft, type AddressView } from "../../components/address/address-draft.ts";
import { SelectField } from "../../components/field.tsx";
import { findKept, type AddressBook } from "./use-address-book.ts";

interface FromAddressBookProps {
  label: string;
  book: AddressBook;
  draft: AddressDraft;
  /** Null for an empty form. */
  onChoose: (address: AddressView | null) => void;
}

/** One of the kept addresses instead of typing. */
export function FromAddressBook({ label, book, draft, onChoose }: FromAddressBookProps) {
  if (book.kept.length === 0) return null;
  return (
    <SelectField
      label={label}
      value={findKept(book, draft)?.id ?? ""}
      onChange={({ target }) => onChoose(book.kept.find(({ id }) => id === target.value)?.address ?? null)}
    >
      {book.kept.map(({ id, address }) => (
        <option key={id} value={id}>
          {addressLine(address)}
        </option>
      ))}
      <option value="">Another address</option>
    </SelectField>
  );
}
