import { outboxEvents as table } from "@cartwright/db";
import { and, eq, inArray } from "drizzle-orm";
import { noteEmission, onceByKey, recordAudit, requirePermission, type Context } from "../kernel/index.ts";
import { closed } from "./closed.ts";
import { loadEvent } from "./get-event.ts";
import type { SkipEventInput } from "./schemas.ts";
import type { EventDetailView } from "./views.ts";

/**
 * Gives an event up, so that those behind it in its subject go on. What its handlers would have done is not done.
 * Errors: `event.not_found`, `event.closed`, `access.*`.
 */
export async function skipEvent(ctx: Context, input: SkipEventInput): Promise<EventDetailView> {
  requirePermission(ctx, "events.write");
  return onceByKey(ctx, { procedure: "events.skip", body: input }, async (ctx) => {
    const before = await loadEvent(ctx, input.event);
    const rows = await ctx.db
      .update(table)
      .set({ status: "skipped", closedAt: ctx.clock.now(), leasedBy: null, leaseUntil: null })
      .where(and(eq(table.id, input.event), inArray(table.status, ["waiting", "dead"])))
      .returning({ id: table.id });
    if (rows.length === 0) throw closed(before);
    noteEmission();
    await recordAudit(ctx, {
      action: "event.skip",
      subject: input.event,
      before: { status: before.status, attempts: before.attempts },
      after: { status: "skipped", reason: input.reason },
    });
    return loadEvent(ctx, input.event);
  });
}
