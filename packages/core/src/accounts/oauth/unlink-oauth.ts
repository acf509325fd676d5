import { inTransaction, oauthIdentities } from "@cartwright/db";
import { and, eq } from "drizzle-orm";
import { DomainError, emitEvents, notFound, recordAudit, type Context } from "../../kernel/index.ts";
import { confirmPassword, ownAccount } from "../own-account.ts";
import { oauthReasons, type UnlinkOAuthInput } from "../schemas.ts";

/**
 * From now on nobody signs in to this account by that provider. It asks for the password.
 * Errors: `provider.not_found`, `oauth.last_way_in` without password or another provider, `accounts.wrong_password`, `access.sign_in_required`.
 */
export async function unlinkOAuth(ctx: Context, { provider, password }: UnlinkOAuthInput): Promise<void> {
  await confirmPassword(ctx, { password });
  await inTransaction(ctx, async (ctx) => {
    const { id, role, passwordHash } = await ownAccount(ctx, { isLocked: true });
    const linked = await ctx.db.select({ provider: oauthIdentities.provider }).from(oauthIdentities).where(eq(oauthIdentities.accountId, id));
    if (!linked.some((identity) => identity.provider === provider)) throw notFound("provider", provider);
    if (passwordHash === "" && linked.length === 1) {
      throw new DomainError("conflict", oauthReasons.lastWayIn, "This is your only way in. Choose a password first: ask for a link to a new one.");
    }
    await ctx.db.delete(oauthIdentities).where(and(eq(oauthIdentities.accountId, id), eq(oauthIdentities.provider, provider)));
    await emitEvents(ctx, [{ type: "account.provider_unlinked", subject: id, payload: { accountId: id, provider } }]);
    if (role !== "customer") await recordAudit(ctx, { action: "account.provider_unlink", subject: id, before: { provider } });
  });
}
