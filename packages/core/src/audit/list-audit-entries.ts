import { auditEntries as table } from "@cartwright/db";
import { and, desc, eq, gte, lt, or } from "drizzle-orm";
import { countTotal, cutPage, decodeCursor, requirePermission, type Context, type Page } from "../kernel/index.ts";
import type { ListAuditInput } from "./schemas.ts";
import type { AuditEntryView } from "./views.ts";

/** What staff and the system did, the last act first. Errors: `page.bad_cursor`, `access.*`. */
export async function listAuditEntries(ctx: Context, input: ListAuditInput): Promise<Page<AuditEntryView>> {
  requirePermission(ctx, "audit.read");
  const { actor, subject, action, since, until, cursor, limit } = input;
  const matches = and(
    actor ? eq(table.actor, actor) : undefined,
    subject ? eq(table.subject, subject) : undefined,
    action ? isAction(action) : undefined,
    since ? gte(table.at, new Date(since)) : undefined,
    until ? lt(table.at, new Date(until)) : undefined,
  );
  const rows = await ctx.db
    .select()
    .from(table)
    .where(and(matches, cursor ? isBefore(cursor) : undefined))
    .orderBy(desc(table.at), desc(table.id))
    .limit(limit + 1);
  const { shown, nextCursor } = cutPage(rows, limit, (row) => [row.at.getTime(), row.id]);
  const total = await countTotal(ctx, ctx.db.select({ id: table.id }).from(table).where(matches));
  return { items: shown.map(auditEntryView), nextCursor, total };
}

/** One act, or with a dot at its end everything that is done to a noun. Compared by byte, "/" is what comes after ".". */
function isAction(action: string) {
  return action.endsWith(".") ? and(gte(table.action, action), lt(table.action, `${action.slice(0, -1)}/`)) : eq(table.action, action);
}

function isBefore(cursor: string) {
  const [milliseconds, id] = decodeCursor(cursor, ["number", "string"]);
  const at = new Date(Number(milliseconds));
  return or(lt(table.at, at), and(eq(table.at, at), lt(table.id, String(id))));
}

function auditEntryView(row: typeof table.$inferSelect): AuditEntryView {
  const { id, at, actor, action, subject, before, after, requestId, address } = row;
  return { id, at: at.toISOString(), actor, action, subject, before: read(before), after: read(after), requestId, address };
}

function read(text: string | null): unknown {
  return text === null ? null : JSON.parse(text);
}
