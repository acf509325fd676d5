import { products } from "@cartwright/db";
import { count, ne } from "drizzle-orm";
import { requirePermission, type Context } from "../kernel/index.ts";

/** How many products the shop has, drafts too. Errors: `access.*`. */
export async function countProducts(ctx: Context): Promise<number> {
  requirePermission(ctx, "catalog.read");
  const [row] = await ctx.db.select({ count: count() }).from(products).where(ne(products.status, "archived"));
  return row?.count ?? 0;
}
