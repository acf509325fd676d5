import { prepared, taxRates, type Db } from "@cartwright/db";
import { eq, sql } from "drizzle-orm";
import type { Context } from "../kernel/index.ts";

/** A country's rate in basis points; 0 where the shop has set none. */
export async function findTaxRate(ctx: Context, country: string): Promise<number> {
  const [row] = await prepared(ctx, "tax rate", rateOfCountry).execute({ country });
  return row?.rateBasisPoints ?? 0;
}

const rateOfCountry = (db: Db) =>
  db
    .select()
    .from(taxRates)
    .where(eq(taxRates.country, sql.placeholder("country")))
    .prepare("tax rate");
