import { countryRules } from "@cartwright/core/accounts/schemas";
import { paymentMethods } from "@cartwright/core/payments/schemas";
import type { ServerContext } from "./context.ts";
import { version } from "./version.ts";

/** What every client needs to know of the shop before it does anything. */
export function describeShop({ core }: ServerContext) {
  const { name, tagline, currency, country, countries, pricesIncludeTax } = core.shop;
  return {
    name,
    tagline,
    currency,
    country,
    countries: countries.map((code) => ({ code, name: countryRules[code]?.name ?? code })),
    pricesIncludeTax,
    paymentMethods: paymentMethods.filter((method) => core.ports.gateways[method]),
    version,
  };
}
