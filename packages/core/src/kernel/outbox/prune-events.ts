import { outboxEvents as table } from "@cartwright/db";
import { inArray, lt } from "drizzle-orm";
import type { Context } from "../context.ts";

const keptDays = 14;
const batch = 1_000;

/** Removes events that were closed (done or skipped) more than 14 days ago, a bounded number at a time. Returns how many. */
export async function pruneEvents(ctx: Context): Promise<number> {
  const before = new Date(ctx.clock.now().getTime() - keptDays * 86_400_000);
  const old = ctx.db.select({ seq: table.seq }).from(table).where(lt(table.closedAt, before)).limit(batch);
  return (await ctx.db.delete(table).where(inArray(table.seq, old)).returning({ seq: table.seq })).length;
}
