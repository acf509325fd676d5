import { inTransaction } from "@cartwright/db";
import { DomainError, recordAudit, requireNoTransaction, type Context } from "../../kernel/index.ts";
import { ownAccount } from "../own-account.ts";
import { oauthReasons } from "../schemas.ts";
import { addIdentity } from "./add-identity.ts";
import { requireProvider } from "./require-provider.ts";
import type { OAuthAttempt } from "./take-oauth-attempt.ts";

/**
 * Adds a provider to the account that set out for it, as long as it is still signed in. The addresses need not agree.
 * Errors: `oauth.attempt_over`, `oauth.code_refused`, `oauth.provider_failed`, `oauth.linked_elsewhere`, `oauth.linked_already`, `access.sign_in_required`.
 */
export async function linkOAuth(ctx: Context, { attempt, code }: { attempt: OAuthAttempt; code: string }): Promise<void> {
  requireNoTransaction("An OAuth provider");
  const { provider, codeVerifier, accountId } = attempt;
  if (accountId === null || accountId !== ctx.actor.id) throw new DomainError("forbidden", oauthReasons.attemptOver, "You are not signed in as who began this. Try again.");
  const person = await requireProvider(ctx, provider).findPerson({ code, codeVerifier });
  await inTransaction(ctx, async (ctx) => {
    const { id, role } = await ownAccount(ctx, { isLocked: true });
    await addIdentity(ctx, { provider, person, accountId: id });
    if (role !== "customer") await recordAudit(ctx, { action: "account.provider_link", subject: id, after: { provider } });
  });
}
