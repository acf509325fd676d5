import { listTaxRates, removeTaxRate, setTaxRate } from "@cartwright/core/tax";
import { RemoveTaxRateInput, SetTaxRateInput } from "@cartwright/core/tax/schemas";
import { router, staff } from "../trpc.ts";

export const taxRouter = router({
  /** Every country's rate. Errors: `access.*`. */
  list: staff.query(({ ctx }) => listTaxRates(ctx.core)),
  /** Sets a country's rate in basis points. Errors: `access.*`. */
  set: staff.input(SetTaxRateInput).mutation(({ ctx, input }) => setTaxRate(ctx.core, input)),
  /** Taxes a country no more. Errors: `tax_rate.not_found`, `access.*`. */
  remove: staff.input(RemoveTaxRateInput).mutation(({ ctx, input }) => removeTaxRate(ctx.core, input)),
});
