import { taxRates } from "@cartwright/db";
import { eq } from "drizzle-orm";
import { notFound, onceByKey, recordAudit, requirePermission, type Context } from "../kernel/index.ts";
import type { RemoveTaxRateInput } from "./schemas.ts";
import type { TaxRateView } from "./views.ts";

/** Taxes a country's orders no more; those that were placed keep their rate. Errors: `tax_rate.not_found`, `access.*`. */
export async function removeTaxRate(ctx: Context, { country }: RemoveTaxRateInput): Promise<TaxRateView> {
  requirePermission(ctx, "settings.write");
  return onceByKey(ctx, { procedure: "tax.remove", body: { country } }, async (ctx) => {
    const [removed] = await ctx.db.delete(taxRates).where(eq(taxRates.country, country)).returning();
    if (!removed) throw notFound("tax_rate", country);
    await recordAudit(ctx, { action: "tax_rate.remove", subject: country, before: removed });
    return removed;
  });
}
