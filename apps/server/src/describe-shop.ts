import { countryRules } from "@cartwright/core/accounts/schemas";
import { offeredMethods } from "@cartwright/core/payments";
import type { ServerContext } from "./context.ts";
import { version } from "./version.ts";

/** What every client needs to know of the shop before it does anything. */
export function describeShop({ core }: ServerContext) {
  const { name, tagline, currency, country, countries, pricesIncludeTax, bankAccount } = core.shop;
  return {
    name,
    tagline,
    currency,
    country,
    countries: countries.map((code) => ({ code, name: countryRules[code]?.name ?? code })),
    pricesIncludeTax,
    bankAccount,
    paymentMethods: offeredMethods(core),
    version,
  };
}
