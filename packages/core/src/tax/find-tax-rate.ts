import { taxRates } from "@cartwright/db";
import { eq } from "drizzle-orm";
import type { Context } from "../kernel/index.ts";

/** A country's rate in basis points; 0 where the shop has set none. */
export async function findTaxRate(ctx: Context, country: string): Promise<number> {
  const [row] = await ctx.db.select().from(taxRates).where(eq(taxRates.country, country));
  return row?.rateBasisPoints ?? 0;
}
