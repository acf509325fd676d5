import { deviceGrants, sessions } from "@cartwright/db";
import { and, eq, ne } from "drizzle-orm";
import { hashToken, type Context } from "../kernel/index.ts";

/**
 * Signs an account out everywhere, but where this token is held, and where it was said yes to a command line that has not
 * come for its session yet. Returns how many sessions ended.
 */
export async function endSessions(ctx: Context, accountId: string, keptToken: string | null = null): Promise<number> {
  const isGranted = and(eq(deviceGrants.accountId, accountId), eq(deviceGrants.status, "approved"));
  await ctx.db.update(deviceGrants).set({ status: "denied" }).where(isGranted);
  const isOther = keptToken === null ? undefined : ne(sessions.id, hashToken(keptToken));
  const ended = await ctx.db
    .delete(sessions)
    .where(and(eq(sessions.userId, accountId), isOther))
    .returning({ id: sessions.id });
  return ended.length;
}
