import { taxRates } from "@cartwright/db";
import { asc } from "drizzle-orm";
import { requirePermission, type Context } from "../kernel/index.ts";
import type { TaxRateView } from "./views.ts";

/** Every country's rate, by country. Where there is none, nothing is taxed. Errors: `access.*`. */
export async function listTaxRates(ctx: Context): Promise<TaxRateView[]> {
  requirePermission(ctx, "settings.read");
  return ctx.db
    .select({ country: taxRates.country, name: taxRates.name, rateBasisPoints: taxRates.rateBasisPoints })
    .from(taxRates)
    .orderBy(asc(taxRates.country));
}
