import { locations } from "@cartwright/db";
import { and, asc, eq, isNull, or } from "drizzle-orm";
import { notFound, type Context } from "../kernel/index.ts";

/** By id or code; without a handle the one that serves first. Errors: `location.not_found`. */
export async function getLocation(ctx: Context, handle: string | undefined) {
  const [location] = await ctx.db
    .select()
    .from(locations)
    .where(and(isNull(locations.archivedAt), handle ? or(eq(locations.id, handle), eq(locations.code, handle)) : undefined))
    .orderBy(asc(locations.priority), asc(locations.id))
    .limit(1);
  if (!location) throw notFound("location", handle ?? "default");
  return location;
}
