import { sessions } from "@cartwright/db";
import { and, eq } from "drizzle-orm";
import { notFound, onceByKey, type Context } from "../kernel/index.ts";
import { endSessions } from "./end-sessions.ts";
import { ownAccountId } from "./own-account.ts";

/**
 * Signs one of one's own devices out.
 * Errors: `session.not_found`, also for somebody else's, `idempotency.key_reused`, `access.sign_in_required`.
 */
export async function revokeSession(ctx: Context, input: { session: string }): Promise<void> {
  const userId = ownAccountId(ctx);
  await onceByKey(ctx, { procedure: "accounts.revokeSession", body: input }, async (ctx) => {
    const isMeant = and(eq(sessions.id, input.session), eq(sessions.userId, userId));
    const ended = await ctx.db.delete(sessions).where(isMeant).returning({ id: sessions.id });
    if (ended.length === 0) throw notFound("session", input.session);
  });
}

/** Signs every device out but the one that asks. Returns how many. Errors: `idempotency.key_reused`, `access.sign_in_required`. */
export async function revokeOtherSessions(ctx: Context, currentToken: string | null): Promise<{ ended: number }> {
  const userId = ownAccountId(ctx);
  return onceByKey(ctx, { procedure: "accounts.revokeOtherSessions", body: {} }, async (ctx) => ({ ended: await endSessions(ctx, userId, currentToken) }));
}
