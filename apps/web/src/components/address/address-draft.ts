import { Address, countryRules } from "@cartwright/core/accounts/schemas";
import { fieldErrors, type FieldErrors } from "../../lib/form-errors.ts";
import type { Outputs } from "../../lib/trpc.ts";

export type AddressView = NonNullable<Outputs["checkout"]["get"]["shippingAddress"]>;

/** An address while it is typed: every field is text. */
export interface AddressDraft {
  name: string;
  company: string;
  line1: string;
  line2: string;
  postcode: string;
  city: string;
  region: string;
  country: string;
  phone: string;
}

export function draftOf(address: AddressView | null, country: string): AddressDraft {
  return {
    name: address?.name ?? "",
    company: address?.company ?? "",
    line1: address?.line1 ?? "",
    line2: address?.line2 ?? "",
    postcode: address?.postcode ?? "",
    city: address?.city ?? "",
    region: address?.region ?? "",
    country: address?.country ?? country,
    phone: address?.phone ?? "",
  };
}

/** The address, or what is wrong with it by field. Fields that the country does not have are left out. */
export function parseAddress(draft: AddressDraft): { address: Address } | { errors: FieldErrors } {
  const rule = countryRules[draft.country];
  const parsed = Address.safeParse({
    ...draft,
    postcode: rule?.postcode ? draft.postcode : null,
    region: rule?.region ? draft.region : null,
  });
  return parsed.success ? { address: parsed.data } : { errors: fieldErrors(parsed.error) };
}

/** One line for a step that is done. */
export function addressLine({ name, line1, postcode, city, country }: AddressView): string {
  return [name, line1, [postcode, city].filter(Boolean).join(" "), countryRules[country]?.name ?? country].join(", ");
}
