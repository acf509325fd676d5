import { variants } from "@cartwright/db";
import { inArray } from "drizzle-orm";
import type { Context } from "../kernel/index.ts";

/** The products that variants belong to, archived ones too. */
export async function findProductsOfVariants({ db }: Context, variantIds: readonly string[]): Promise<string[]> {
  if (variantIds.length === 0) return [];
  const rows = await db.selectDistinct({ id: variants.productId }).from(variants).where(inArray(variants.id, [...variantIds]));
  return rows.map(({ id }) => id);
}
