import { outboxEvents as table } from "@cartwright/db";
import { and, eq, sql } from "drizzle-orm";
import { noteEmission, onceByKey, recordAudit, requirePermission, type Context } from "../kernel/index.ts";
import type { RetryDeadEventsInput } from "./schemas.ts";

/** Has every dead event handled anew, or those of one type: for when what they failed on works again. Errors: `access.*`. */
export async function retryDeadEvents(ctx: Context, input: RetryDeadEventsInput): Promise<{ retriedCount: number }> {
  requirePermission(ctx, "events.write");
  return onceByKey(ctx, { procedure: "events.retryDead", body: input }, async (ctx) => {
    const isDead = and(sql`${table.status} in ('waiting', 'dead')`, eq(table.status, "dead"), input.type ? eq(table.type, input.type) : undefined);
    const rows = await ctx.db.update(table).set({ status: "waiting", attempts: 0, availableAt: ctx.clock.now(), leasedBy: null, leaseUntil: null }).where(isDead).returning({ id: table.id });
    noteEmission();
    await recordAudit(ctx, { action: "event.retry_dead", subject: input.type ?? "all", after: { retriedCount: rows.length } });
    return { retriedCount: rows.length };
  });
}
