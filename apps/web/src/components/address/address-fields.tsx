import { countryRules } from "@cartwright/core/accounts/schemas";
import { SelectField, TextField } from "../field.tsx";
import type { FieldErrors } from "../../lib/form-errors.ts";
import type { AddressDraft } from "./address-draft.ts";

interface AddressFieldsProps {
  draft: AddressDraft;
  errors: FieldErrors;
  countries: readonly string[];
  /** `shipping` or `billing`, for the browser's own memory of addresses. */
  section: "shipping" | "billing";
  onChange: (changes: Partial<AddressDraft>) => void;
}

/** The fields of an address, as the chosen country has them. */
export function AddressFields({ draft, errors, countries, section, onChange }: AddressFieldsProps) {
  const { postcode, region } = countryRules[draft.country] ?? {};
  const field = (name: keyof AddressDraft, autoComplete: string) => ({
    name: `${section}.${name}`,
    value: draft[name],
    error: errors[name],
    autoComplete: `${section} ${autoComplete}`,
    onChange: (event: { target: { value: string } }) => onChange({ [name]: event.target.value }),
  });
  return (
    <div className="grid grid-cols-6 gap-x-4 gap-y-5">
      <SelectField className="col-span-6" label="Country" {...field("country", "country")}>
        {countries.map((code) => (
          <option key={code} value={code}>
            {countryRules[code]?.name ?? code}
          </option>
        ))}
      </SelectField>
      <TextField className="col-span-6" label="Name" {...field("name", "name")} />
      <TextField className="col-span-6" label="Street and house number" {...field("line1", "address-line1")} />
      <TextField className="col-span-6" label="Flat, floor, c/o" isOptional {...field("line2", "address-line2")} />
      {postcode && (
        <TextField className="col-span-2" label={postcode.label} placeholder={postcode.example} {...field("postcode", "postal-code")} />
      )}
      <TextField className={postcode ? "col-span-4" : "col-span-6"} label="Town or city" {...field("city", "address-level2")} />
      {region && (
        <TextField className="col-span-6" label={region.label} isOptional={!region.isRequired} {...field("region", "address-level1")} />
      )}
      <TextField className="col-span-6 sm:col-span-3" label="Company" isOptional {...field("company", "organization")} />
      <TextField className="col-span-6 sm:col-span-3" label="Telephone" type="tel" isOptional {...field("phone", "tel")} />
    </div>
  );
}
