import { sessions } from "@cartwright/db";
import { and, eq, ne } from "drizzle-orm";
import { hashToken, type Context } from "../kernel/index.ts";

/** Signs an account out everywhere, but where this token is held. Returns how many sessions ended. */
export async function endSessions(ctx: Context, accountId: string, keptToken: string | null = null): Promise<number> {
  const isOther = keptToken === null ? undefined : ne(sessions.id, hashToken(keptToken));
  const ended = await ctx.db
    .delete(sessions)
    .where(and(eq(sessions.userId, accountId), isOther))
    .returning({ id: sessions.id });
  return ended.length;
}
