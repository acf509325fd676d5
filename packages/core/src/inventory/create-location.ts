import { inTransaction, locations } from "@cartwright/db";
import { newId, recordAudit, requirePermission, type Context } from "../kernel/index.ts";

/** Priority 0 serves first. */
export async function createLocation(ctx: Context, input: { code: string; name: string; priority: number }): Promise<{ id: string }> {
  requirePermission(ctx, "stock.adjust");
  return inTransaction(ctx, async (ctx) => {
    const id = newId("loc");
    await ctx.db.insert(locations).values({ id, ...input });
    await recordAudit(ctx, { action: "location.create", subject: id, after: input });
    return { id };
  });
}
