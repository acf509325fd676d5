import { inTransaction, taxRates } from "@cartwright/db";
import { recordAudit, requirePermission, type Context } from "../kernel/index.ts";

/** Sets a country's rate in basis points. Errors: `access.*`. */
export async function setTaxRate(ctx: Context, input: { country: string; name: string; rateBasisPoints: number }): Promise<void> {
  requirePermission(ctx, "catalog.write");
  await inTransaction(ctx, async (ctx) => {
    await ctx.db.insert(taxRates).values(input).onConflictDoUpdate({ target: taxRates.country, set: input });
    await recordAudit(ctx, { action: "tax_rate.set", subject: input.country, after: input });
  });
}
