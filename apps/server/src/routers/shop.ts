import { countryRules } from "@cartwright/core/accounts/schemas";
import { paymentMethods } from "@cartwright/core/payments/schemas";
import { router, shopper } from "../trpc.ts";
import { version } from "../version.ts";

export const shopRouter = router({
  /** What every client needs to know of the shop. */
  get: shopper.query(({ ctx }) => {
    const { name, tagline, currency, country, countries, pricesIncludeTax } = ctx.core.shop;
    return {
      name,
      tagline,
      currency,
      country,
      countries: countries.map((code) => ({ code, name: countryRules[code]?.name ?? code })),
      pricesIncludeTax,
      paymentMethods: paymentMethods.filter((method) => ctx.core.ports.gateways[method]),
      version,
    };
  }),
});
