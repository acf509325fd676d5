import { reservations } from "@cartwright/db";
import { and, eq, min } from "drizzle-orm";
import type { Context } from "../kernel/index.ts";

/** Since when an owner holds the first of what it holds; null when it holds nothing. */
export async function findHeldSince(ctx: Context, ownerId: string): Promise<Date | null> {
  const [row] = await ctx.db
    .select({ since: min(reservations.createdAt) })
    .from(reservations)
    .where(and(eq(reservations.ownerId, ownerId), eq(reservations.status, "held")));
  return row?.since ?? null;
}
