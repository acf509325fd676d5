import { sessions } from "@cartwright/db";
import { and, desc, eq, gt } from "drizzle-orm";
import { hashToken, systemClock, type Context } from "../kernel/index.ts";
import { ownAccountId } from "./own-account.ts";
import type { SessionItemView } from "./views.ts";

/** Where one is signed in, the last visit first. `currentToken` is what the asking device holds. Errors: `access.sign_in_required`. */
export async function listSessions(ctx: Context, currentToken: string | null): Promise<SessionItemView[]> {
  const current = currentToken === null ? null : hashToken(currentToken);
  const rows = await ctx.db
    .select()
    .from(sessions)
    .where(and(eq(sessions.userId, ownAccountId(ctx)), gt(sessions.expiresAt, systemClock.now())))
    .orderBy(desc(sessions.seenAt), desc(sessions.id))
    .limit(mostShown);
  return rows.map((row) => sessionItem(row, current));
}

const mostShown = 100;

/** The stored hash names a session: it opens nothing. */
function sessionItem({ id, kind, device, createdAt, seenAt, expiresAt }: typeof sessions.$inferSelect, current: string | null): SessionItemView {
  return {
    id,
    kind,
    device,
    createdAt: createdAt?.toISOString() ?? null,
    seenAt: seenAt?.toISOString() ?? null,
    expiresAt: expiresAt.toISOString(),
    isCurrent: id === current,
  };
}
