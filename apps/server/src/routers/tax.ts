import { listTaxRates, removeTaxRate, setTaxRate } from "@cartwright/core/tax";
import { RemoveTaxRateInput, SetTaxRateInput } from "@cartwright/core/tax/schemas";
import { router, staffWith } from "../trpc.ts";

export const taxRouter = router({
  /** Every country's rate. Errors: `access.*`. */
  list: staffWith("settings.read").query(({ ctx }) => listTaxRates(ctx.core)),
  /** Sets a country's rate in basis points. Errors: `access.*`. */
  set: staffWith("settings.write").input(SetTaxRateInput).mutation(({ ctx, input }) => setTaxRate(ctx.core, input)),
  /** Taxes a country no more. Errors: `tax_rate.not_found`, `access.*`. */
  remove: staffWith("settings.write").input(RemoveTaxRateInput).mutation(({ ctx, input }) => removeTaxRate(ctx.core, input)),
});
