import { z } from "zod";
import { CountryCode } from "../kernel/countries.ts";

/** Basis points: 1900 is 19%. Without a name a new rate is called VAT, and a known one keeps its own. */
export const SetTaxRateInput = z.object({
  country: CountryCode,
  rateBasisPoints: z
    .int("Give whole basis points: 1900 is 19%.")
    .min(0, "A rate is 0% at least.")
    .max(10_000, "A rate is 100% at most."),
  name: z.string().trim().min(1, "Give the tax a name, such as VAT.").max(60).optional(),
});
export type SetTaxRateInput = z.infer<typeof SetTaxRateInput>;

export const RemoveTaxRateInput = z.object({ country: CountryCode });
export type RemoveTaxRateInput = z.infer<typeof RemoveTaxRateInput>;
