import { lockRow, taxRates } from "@cartwright/db";
import { eq } from "drizzle-orm";
import { onceByKey, recordAudit, requirePermission, type Context } from "../kernel/index.ts";
import type { SetTaxRateInput } from "./schemas.ts";
import type { TaxRateView } from "./views.ts";

/** Sets a country's rate for orders from now on; those that were placed keep theirs. Errors: `access.*`. */
export async function setTaxRate(ctx: Context, input: SetTaxRateInput): Promise<TaxRateView> {
  requirePermission(ctx, "settings.write");
  return onceByKey(ctx, { procedure: "tax.set", body: input }, async (ctx) => {
    const { country, rateBasisPoints } = input;
    const [before] = await lockRow(ctx.db.select().from(taxRates).where(eq(taxRates.country, country)));
    const rate = { country, rateBasisPoints, name: input.name ?? before?.name ?? "VAT" };
    await ctx.db.insert(taxRates).values(rate).onConflictDoUpdate({ target: taxRates.country, set: rate });
    await recordAudit(ctx, { action: "tax_rate.set", subject: country, before, after: rate });
    return rate;
  });
}
