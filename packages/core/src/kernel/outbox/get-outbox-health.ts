import { outboxEvents as table } from "@cartwright/db";
import { sql } from "drizzle-orm";
import { requirePermission, type Context } from "../context.ts";

/** How the outbox is doing. */
export interface OutboxHealth {
  waitingCount: number;
  deadCount: number;
  /** Seconds since the oldest waiting event was written; null when none waits. */
  oldestWaitingSeconds: number | null;
}

/** Errors: `access.*`. */
export async function getOutboxHealth(ctx: Context): Promise<OutboxHealth> {
  requirePermission(ctx, "system.read");
  const isWaiting = sql`${table.status} = 'waiting'`;
  const [row] = await ctx.db
    .select({
      waitingCount: sql<number>`coalesce(sum(case when ${isWaiting} then 1 else 0 end), 0)`.mapWith(Number),
      deadCount: sql<number>`coalesce(sum(case when ${isWaiting} then 0 else 1 end), 0)`.mapWith(Number),
      oldestAt: sql<Date | null>`min(case when ${isWaiting} then ${table.createdAt} end)`.mapWith(table.createdAt),
    })
    .from(table)
    .where(sql`${table.status} in ('waiting', 'dead')`);
  if (!row) throw new Error("a count returned no row");
  const { oldestAt, ...counts } = row;
  const age = oldestAt === null ? null : Math.max(0, Math.round((ctx.clock.now().getTime() - oldestAt.getTime()) / 1_000));
  return { ...counts, oldestWaitingSeconds: age };
}
