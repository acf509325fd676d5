import { outboxEvents as table } from "@cartwright/db";
import { and, eq, inArray, sql } from "drizzle-orm";
import { noteEmission, onceByKey, recordAudit, requirePermission, type Context } from "../kernel/index.ts";
import { loadEvent } from "./get-event.ts";
import { closed } from "./closed.ts";
import type { RetryEventInput } from "./schemas.ts";
import type { EventDetailView } from "./views.ts";

/**
 * Has an event handled now: a dead one with all its attempts anew, a waiting one without the rest of its pause.
 * Handlers that are through with it are left out. Errors: `event.not_found`, `event.closed`, `access.*`.
 */
export async function retryEvent(ctx: Context, input: RetryEventInput): Promise<EventDetailView> {
  requirePermission(ctx, "events.write");
  return onceByKey(ctx, { procedure: "events.retry", body: input }, async (ctx) => {
    const before = await loadEvent(ctx, input.event);
    const rows = await ctx.db
      .update(table)
      .set({
        status: "waiting",
        attempts: sql`case when ${table.status} = 'dead' then 0 else ${table.attempts} end`,
        availableAt: ctx.clock.now(),
      })
      .where(and(eq(table.id, input.event), inArray(table.status, ["waiting", "dead"])))
      .returning({ id: table.id });
    if (rows.length === 0) throw closed(before);
    noteEmission();
    const after = await loadEvent(ctx, input.event);
    await recordAudit(ctx, { action: "event.retry", subject: after.id, before: stateOf(before), after: stateOf(after) });
    return after;
  });
}

function stateOf({ status, attempts, availableAt }: EventDetailView) {
  return { status, attempts, availableAt };
}
