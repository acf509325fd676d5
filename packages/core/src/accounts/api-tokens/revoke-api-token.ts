import { apiTokens, inTransaction } from "@cartwright/db";
import { and, eq, isNull, or } from "drizzle-orm";
import { hasPermission, notFound, recordAudit, type Context } from "../../kernel/index.ts";
import { ownAccountId } from "../own-account.ts";
import type { RevokeApiTokenInput } from "../schemas.ts";

/**
 * Ends a token, named by its id or its first letters; somebody else's with the permission `tokens.write`, without which it
 * does not exist. One that was revoked before stays so. Errors: `api_token.not_found`, `access.sign_in_required`.
 */
export async function revokeApiToken(ctx: Context, { token }: RevokeApiTokenInput): Promise<{ id: string }> {
  const isNamed = or(eq(apiTokens.id, token), eq(apiTokens.prefix, token));
  const isOwn = hasPermission(ctx.actor, "tokens.write") ? undefined : eq(apiTokens.accountId, ownAccountId(ctx));
  return inTransaction(ctx, async (ctx) => {
    const [found] = await ctx.db.select({ id: apiTokens.id }).from(apiTokens).where(and(isNamed, isOwn));
    if (!found) throw notFound("api_token", token);
    const isLiving = and(eq(apiTokens.id, found.id), isNull(apiTokens.revokedAt));
    const ended = await ctx.db.update(apiTokens).set({ revokedAt: ctx.clock.now() }).where(isLiving).returning({ id: apiTokens.id });
    if (ended.length > 0) await recordAudit(ctx, { action: "api_token.revoke", subject: found.id });
    return found;
  });
}

/** All of an account's at once, when it stops being staff's. */
export async function revokeTokensOf(ctx: Context, accountId: string): Promise<void> {
  const isLiving = and(eq(apiTokens.accountId, accountId), isNull(apiTokens.revokedAt));
  await ctx.db.update(apiTokens).set({ revokedAt: ctx.clock.now() }).where(isLiving);
}
