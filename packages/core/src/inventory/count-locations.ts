import { locations } from "@cartwright/db";
import { count, isNull } from "drizzle-orm";
import { requirePermission, type Context } from "../kernel/index.ts";

/** How many places hold stock. Errors: `access.*`. */
export async function countLocations(ctx: Context): Promise<number> {
  requirePermission(ctx, "stock.read");
  const [row] = await ctx.db.select({ count: count() }).from(locations).where(isNull(locations.archivedAt));
  return row?.count ?? 0;
}
