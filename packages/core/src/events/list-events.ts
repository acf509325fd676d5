import { outboxEvents as table } from "@cartwright/db";
import { and, desc, eq, lt, sql } from "drizzle-orm";
import { countTotal, cutPage, decodeCursor, requirePermission, type Context, type Page } from "../kernel/index.ts";
import type { ListEventsInput } from "./schemas.ts";
import { eventView, type EventView } from "./views.ts";

/** The outbox, newest first; closed events are there for 14 days. Errors: `page.bad_cursor`, `access.*`. */
export async function listEvents(ctx: Context, input: ListEventsInput): Promise<Page<EventView>> {
  requirePermission(ctx, "events.read");
  const { status, type, subject, cursor, limit } = input;
  const isOpen = status === "waiting" || status === "dead";
  const matches = and(
    // In the words of the index on what is open.
    isOpen ? sql`${table.status} in ('waiting', 'dead')` : undefined,
    status ? eq(table.status, status) : undefined,
    type ? eq(table.type, type) : undefined,
    subject ? eq(table.subject, subject) : undefined,
  );
  const before = cursor ? Number(decodeCursor(cursor, ["number"])[0]) : null;
  const rows = await ctx.db
    .select()
    .from(table)
    .where(and(matches, before === null ? undefined : lt(table.seq, before)))
    .orderBy(desc(table.seq))
    .limit(limit + 1);
  const { shown, nextCursor } = cutPage(rows, limit, (row) => [row.seq]);
  const total = await countTotal(ctx, ctx.db.select({ seq: table.seq }).from(table).where(matches));
  return { items: shown.map(eventView), nextCursor, total };
}
