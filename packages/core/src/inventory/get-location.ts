import { locations } from "@cartwright/db";
import { and, asc, eq, inArray, isNull, or } from "drizzle-orm";
import { notFound, type Context } from "../kernel/index.ts";
import { locationRefView, type LocationRefView } from "./views.ts";

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

/**
 * Call it after stock was put somewhere: an archive that ran meanwhile had waited for no more than what was written before
 * it, and what is written after waits for it. Errors: `location.not_found`.
 */
export async function requireLiving(ctx: Context, places: readonly { id: string; code: string }[]): Promise<void> {
  const ids = places.map((place) => place.id);
  const rows = await ctx.db.select({ id: locations.id }).from(locations).where(and(inArray(locations.id, ids), isNull(locations.archivedAt)));
  const gone = places.find((place) => !rows.some((row) => row.id === place.id));
  if (gone) throw notFound("location", gone.code);
}

/** Locations by id, archived ones too, to name what once happened there. */
export async function findLocations(ctx: Context, ids: readonly string[]): Promise<Map<string, LocationRefView>> {
  if (ids.length === 0) return new Map();
  const rows = await ctx.db.select().from(locations).where(inArray(locations.id, [...new Set(ids)]));
  return new Map(rows.map((row) => [row.id, locationRefView(row)]));
}
