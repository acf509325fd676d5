import { countryRules } from "@cartwright/core/accounts/schemas";
import type { AddressView } from "./address-draft.ts";

export function AddressLines({ address }: { address: AddressView }) {
  const { name, company, line1, line2, postcode, city, region, country } = address;
  const town = [postcode, city].filter(Boolean).join(" ");
  const lines = [name, company, line1, line2, region ? `${town}, ${region}` : town, countryRules[country]?.name ?? country];
  return (
    <address className="not-italic">
      {lines.filter(Boolean).map((line, index) => (
        <span key={index} className="block wrap-anywhere">
          {line}
        </span>
      ))}
    </address>
  );
}
