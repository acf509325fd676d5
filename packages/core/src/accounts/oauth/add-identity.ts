import { oauthIdentities } from "@cartwright/db";
import { and, eq } from "drizzle-orm";
import { DomainError, emitEvents, type Context } from "../../kernel/index.ts";
import { oauthReasons } from "../schemas.ts";
import type { OAuthPerson } from "./provider.ts";

interface NewIdentity {
  provider: string;
  person: OAuthPerson;
  accountId: string;
}

/**
 * From now on this person at the provider is this account, whose row is locked. Doing it again changes nothing.
 * Errors: `oauth.linked_elsewhere` when they are another account, `oauth.linked_already` when the account is another person there.
 */
export async function addIdentity(ctx: Context, { provider, person: { subject, email }, accountId }: NewIdentity): Promise<void> {
  const ofAccount = await ctx.db
    .select({ subject: oauthIdentities.subject })
    .from(oauthIdentities)
    .where(and(eq(oauthIdentities.accountId, accountId), eq(oauthIdentities.provider, provider)));
  if (ofAccount.some((identity) => identity.subject === subject)) return;
  if (ofAccount.length > 0) throw new DomainError("conflict", oauthReasons.linkedAlready, "Your account is linked to somebody else there. Unlink that first.");
  const added = await ctx.db
    .insert(oauthIdentities)
    .values({ provider, subject, accountId, email: email?.slice(0, 254) ?? null, createdAt: ctx.clock.now() })
    .onConflictDoNothing()
    .returning({ accountId: oauthIdentities.accountId });
  if (added.length === 0) throw new DomainError("conflict", oauthReasons.linkedElsewhere, "Somebody else's account here is linked to who you are there.");
  await emitEvents(ctx, [{ type: "account.provider_linked", subject: accountId, payload: { accountId, provider } }]);
}
