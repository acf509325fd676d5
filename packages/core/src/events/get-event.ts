import { outboxEvents as table } from "@cartwright/db";
import { and, asc, eq, lt, sql } from "drizzle-orm";
import { notFound, requirePermission, type Context } from "../kernel/index.ts";
import type { GetEventInput } from "./schemas.ts";
import { eventView, type EventDetailView } from "./views.ts";

/** One event, and what it waits for. Errors: `event.not_found`, `access.*`. */
export async function getEvent(ctx: Context, input: GetEventInput): Promise<EventDetailView> {
  requirePermission(ctx, "events.read");
  return loadEvent(ctx, input.event);
}

/** Errors: `event.not_found`. */
export async function loadEvent(ctx: Context, id: string): Promise<EventDetailView> {
  const [row] = await ctx.db.select().from(table).where(eq(table.id, id));
  if (!row) throw notFound("event", id);
  return { ...eventView(row), heldBackBy: row.status === "waiting" ? await findEarlier(ctx, row) : null };
}

async function findEarlier(ctx: Context, { subject, seq }: typeof table.$inferSelect): Promise<string | null> {
  const isOpen = sql`${table.status} in ('waiting', 'dead')`;
  const [earlier] = await ctx.db
    .select({ id: table.id })
    .from(table)
    .where(and(isOpen, eq(table.subject, subject), lt(table.seq, seq)))
    .orderBy(asc(table.seq))
    .limit(1);
  return earlier?.id ?? null;
}
