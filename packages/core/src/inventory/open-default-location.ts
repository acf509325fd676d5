import { locations } from "@cartwright/db";
import { DomainError, requirePermission, type Context } from "../kernel/index.ts";
import { createLocation } from "./create-location.ts";

/** Gives a shop that has no location at all its first, "main": without one nothing can be received. Errors: `access.*`. */
export async function openDefaultLocation(ctx: Context): Promise<void> {
  requirePermission(ctx, "stock.adjust");
  const [known] = await ctx.db.select({ id: locations.id }).from(locations).limit(1);
  if (known) return;
  try {
    await createLocation(ctx, { code: "main", name: "Main", priority: 0 });
  } catch (error) {
    // Another server that started at the same time was faster.
    if (!(error instanceof DomainError && error.reason === "location.code_taken")) throw error;
  }
}
